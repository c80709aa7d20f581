/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question that names what goes, and answers until nothing is left. */

#include "console/erasure.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/program.h"
#include "console/show.h"
#include "tui/confirm.h"

const char *erasure_hindrance(const struct program *program)
{
    if (!program_is_live(program))
        return N_("Offline: nothing is sent, so that nothing happens too "
                  "late.");
    if (!program_may(program, PERMISSION_CONTACT_ERASE))
        return N_("This needs the right contact.erase.");
    return program->erasure.is_asked
               ? N_("One erasure has not been answered yet.")
               : NULL;
}

/* What was erased. */

static void word_count(const struct program *program, int64_t count,
                       struct safe_text *ret_text)
{
    show_count(ui_style(program->ui), count, ret_text);
}

static void say_end(struct program *program, int64_t left_out)
{
    const struct erasure_wish *wish = &program->erasure;
    struct safe_text contacts, texts, recordings, rest;

    word_count(program, wish->contacts, &contacts);
    word_count(program, wish->texts, &texts);
    word_count(program, wish->recordings, &recordings);
    word_count(program, left_out, &rest);
    if (left_out > 0)
        ui_say(program->ui, SEVERITY_WARNING,
               program_text(program,
                            N_("Erased: contacts %s, texts %s, recordings %s. "
                               "Not over yet, and left out: %s.")),
               contacts.text, texts.text, recordings.text, rest.text);
    else
        ui_say(program->ui, SEVERITY_INFO,
               program_text(program, N_("Erased: contacts %s, texts %s, "
                                        "recordings %s.")),
               contacts.text, texts.text, recordings.text);
    if (wish->done)
        wish->done(wish->owner);
}

static void send_wish(struct program *program);

/* An answer with nothing in it ends it, whatever it says of more. */
static void take_answer(void *owner, const struct outcome *outcome)
{
    struct program *program = owner;
    struct erasure_wish *wish = &program->erasure;
    int64_t contacts = value_get_integer(outcome->value, "contacts", 0);
    int64_t callbacks = value_get_integer(outcome->value, "callbacks", 0);

    wish->is_asked = false;
    if (!outcome->is_done)
        return;
    wish->contacts += contacts;
    wish->texts += value_get_integer(outcome->value, "texts", 0);
    wish->recordings += value_get_integer(outcome->value, "recordings", 0);
    if (contacts + callbacks > 0 && value_get_flag(outcome->value, "more"))
        send_wish(program);
    else
        say_end(program, value_get_integer(outcome->value, "left_out", 0));
}

static void send_wish(struct program *program)
{
    struct erasure_wish *wish = &program->erasure;
    struct json_t *body = value_object();

    if (wish->contact_id != 0)
        value_set_integer(body, "contact_id", (int64_t)wish->contact_id);
    else
        value_set_text(body, "caller", wish->caller.text);
    wish->is_asked = program_send(program, &(struct errand){
                                               .route = ROUTE_ERASURE_MAKE,
                                               .body = body,
                                               .done = take_answer,
                                               .owner = program,
                                           });
}

static void answer(void *arg, bool is_yes)
{
    if (is_yes)
        send_wish(arg);
}

/* What is asked. */

static void ask(struct program *program, const char *name,
                const struct safe_text *what)
{
    confirm_push(program->ui,
                 &(struct confirm){
                     .title = N_("Erase who called"),
                     .lines = { what->text,
                                N_("Number, name, notes, keys pressed and "
                                   "recordings go for good."),
                                N_("That there was a contact, and its times, "
                                   "stay in the figures.") },
                     .name = name,
                     .yes = N_("Erase"),
                     .answer = answer,
                     .arg = program,
                 });
}

static bool begin(struct program *program, struct erasure_wish wish)
{
    const char *hindrance = erasure_hindrance(program);

    if (!hindrance)
        program->erasure = wish;
    else
        ui_say(program->ui, SEVERITY_WARNING, "%s",
               program_text(program, hindrance));
    return !hindrance;
}

void erasure_ask_contact(struct program *program, uint64_t contact_id,
                         void (*done)(void *owner), void *owner)
{
    assert(program && contact_id != 0);
    struct safe_text what;
    char name[24];

    snprintf(name, sizeof(name), "%" PRIu64, contact_id);
    safe_text_format(&what,
                     program_text(program, N_("Erase for good who called in "
                                              "contact %s.")),
                     name);
    if (begin(program, (struct erasure_wish){ .contact_id = contact_id,
                                              .done = done,
                                              .owner = owner }))
        ask(program, name, &what);
}

void erasure_ask_caller(struct program *program, const char *caller,
                        void (*done)(void *owner), void *owner)
{
    assert(program && caller);
    struct erasure_wish wish = { .done = done, .owner = owner };
    struct safe_text what, name;

    assert(*caller && strlen(caller) < sizeof(wish.caller.text));
    memcpy(wish.caller.text, caller, strlen(caller) + 1);
    safe_text_number(&name, caller, strlen(caller));
    safe_text_format(
        &what,
        program_text(program, N_("Erase for good who called in all "
                                 "ended contacts of %s.")),
        name.text);
    if (begin(program, wish))
        ask(program, name.text, &what);
}

static bool line_number(struct program *program, const char *text)
{
    if (!*text || strlen(text) >= sizeof(program->erasure.caller.text) ||
        text[strspn(text, "+*#0123456789")])
        return false;
    erasure_ask_caller(program, text, NULL, NULL);
    return true;
}

bool erasure_line(struct program *program, const char *rest)
{
    static const char by_number[] = "--caller ";
    const char *digits = *rest == '#' ? rest + 1 : rest;
    char *end;

    if (strncmp(rest, by_number, sizeof(by_number) - 1) == 0)
        return line_number(program, rest + sizeof(by_number) - 1);
    errno = 0;
    unsigned long long number = strtoull(digits, &end, 10);
    if (errno || *end || *digits < '0' || *digits > '9' || number == 0 ||
        number > INT64_MAX)
        return false;
    erasure_ask_contact(program, number, NULL, NULL);
    return true;
}

void erasure_forget(struct program *program, const void *owner)
{
    if (program->erasure.owner == owner) {
        program->erasure.done = NULL;
        program->erasure.owner = NULL;
    }
}
