/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of greetings, and what its keys do. */

#include "console/greetings.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/greetings_inside.h"
#include "console/key.h"
#include "console/phone.h"
#include "console/player.h"
#include "console/prompt_sounds.h"
#include "console/shelf_table.h"
#include "tui/confirm.h"
#include "wire/value.h"

const char *greeting_text(enum box_greeting greeting)
{
    static const char *const texts[] = {
        [GREETING_STANDARD] = N_("standard"),
        [GREETING_BUSY] = N_("nobody is free"),
        [GREETING_CLOSED] = N_("when closed"),
        [GREETING_HOLIDAY] = N_("holiday"),
    };

    return texts[greeting];
}

/* Doing. A refusal is a message; the list shows what is so, in any case. */

static void rings(void *owner, const struct outcome *outcome)
{
    struct greetings *greetings = owner;

    if (outcome->is_done)
        ui_say(greetings->program->ui, SEVERITY_INFO, "%s",
               program_text(greetings->program,
                            phone_is_heard_by(greetings->program)));
    greetings_ask(greetings);
}

static void changed(void *owner, const struct outcome *outcome)
{
    struct greetings *greetings = owner;

    if (outcome->is_done)
        ui_say(greetings->program->ui, SEVERITY_INFO, "%s",
               program_text(greetings->program,
                            N_("The greeting is none of the box's own any "
                               "more.")));
    greetings_ask(greetings);
}

static void send(struct greetings *greetings, enum route_id route,
                 struct greeting_place place,
                 void (*done)(void *owner, const struct outcome *outcome))
{
    struct json_t *body = value_object();

    (void)value_set_text(
        body, "greeting",
        word_spell(&word_list_box_greeting, (int)place.greeting));
    (void)program_send(greetings->program, &(struct errand){
                                               .route = route,
                                               .id = place.box_id,
                                               .body = body,
                                               .done = done,
                                               .owner = greetings,
                                           });
}

static struct greeting_place selected_place(const struct greetings *greetings)
{
    const struct shape_greeting *greeting = greetings_selected(greetings);

    return (struct greeting_place){ greeting->box_id, greeting->greeting };
}

/* What the question named goes, whatever is selected by now. */
static void answer_removal(void *arg, bool is_yes)
{
    struct greetings *greetings = arg;

    if (is_yes)
        send(greetings, ROUTE_BOX_GREETING, greetings->removed, changed);
}

static void ask_removal(struct greetings *greetings)
{
    const struct shape_greeting *greeting = greetings_selected(greetings);
    struct safe_text box;

    greetings->removed = selected_place(greetings);
    greetings_word_box(greetings, greeting, &box);
    (void)confirm_push(
        greetings->program->ui,
        &(struct confirm){
            .title = N_("No greeting of its own"),
            .lines = { box.text, greeting_text(greeting->greeting),
                       N_("Callers hear the standard one instead."),
                       N_("The prompt stays in the library.") },
            .yes = N_("Take it away"),
            .answer = answer_removal,
            .arg = greetings,
        });
}

static void opened(const struct greetings *greetings, int rc)
{
    if (rc == -ENOMEM)
        ui_say(greetings->program->ui, SEVERITY_ERROR, "%s",
               program_text(greetings->program, N_("Out of memory.")));
}

/* The view. */

static bool greetings_input(void *state, const struct input *input)
{
    struct greetings *greetings = state;

    enum table_event event =
        table_input(greetings->table, input, ui_now_us(greetings->program->ui));

    shelf_table_look_ahead(greetings->shelf, greetings->table);
    if (event == TABLE_OPENED)
        ui_run(greetings->program->ui, DO_GREETING_LISTEN);
    return event != TABLE_IGNORED;
}

static bool greetings_run(void *state, int action)
{
    struct greetings *greetings = state;

    switch (action) {
    case DO_GREETING_LISTEN:
        send(greetings, ROUTE_BOX_LISTEN, selected_place(greetings), rings);
        return true;
    case DO_GREETING_RECORD:
    case DO_GREETING_UPLOAD:
        opened(greetings, greetings_language_open(
                              greetings, action == DO_GREETING_UPLOAD));
        return true;
    case DO_GREETING_SAY:
        opened(greetings, greetings_say_open(greetings));
        return true;
    case DO_GREETING_DAYS:
        opened(greetings, greetings_days_open(greetings));
        return true;
    case DO_GREETING_REMOVE:
        ask_removal(greetings);
        return true;
    case DO_RELOAD_GREETINGS:
        greetings_ask(greetings);
        return true;
    default:
        return false;
    }
}

static void greetings_free(void *state)
{
    struct greetings *greetings = state;

    greetings_follow_no_more(greetings);
    errands_forget(greetings->program->errands, greetings);
    table_free(greetings->table);
    shelf_free(greetings->shelf);
    free(greetings);
}

static void greetings_filter(void *state, const char *words)
{
    struct greetings *greetings = state;

    greetings->is_filtered = words[0] != '\0';
    shelf_filter(greetings->shelf, words);
}

static struct table *greetings_table(const void *state, int n)
{
    return n == 0 ? ((const struct greetings *)state)->table : NULL;
}

const struct view_kind greetings_kind = {
    .name = N_("Greetings"),
    .scopes = { SCOPE_GREETINGS, SCOPE_LIST },
    .table = greetings_table,
    .draw = greetings_draw,
    .input = greetings_input,
    .run = greetings_run,
    .filter = greetings_filter,
    .free = greetings_free,
};

int greetings_open(struct program *program)
{
    assert(program);
    struct greetings *greetings = calloc(1, sizeof(*greetings));

    if (!greetings)
        return -ENOMEM;
    greetings->program = program;
    int rc = greetings_table_new(greetings);
    if (rc == 0)
        rc = shelf_new(program, &shelf_of_greetings, "", &greetings->shelf);
    if (rc < 0) {
        table_free(greetings->table);
        free(greetings);
        return rc;
    }
    greetings->asked_us = program_now_us(program);
    prompt_sounds_fetch(program, ROUTE_GREETING_SOUNDS);
    rc = ui_push(program->ui, &greetings_kind, greetings);
    if (rc == 0)
        greetings_follow(greetings);
    return rc;
}
