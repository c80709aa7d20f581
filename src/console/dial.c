/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popup with one line, which stays until the number is being called. */

#include "console/dial.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/dial_end.h"
#include "console/key.h"
#include "tui/edit.h"
#include "tui/prose.h"
#include "wire/value.h"

enum { NUMBER_SIZE = 40, ROWS = 5, REFUSED_ROWS = 4, COLUMNS = 60 };

struct dial {
    struct program *program;
    struct edit number;
    bool is_sent;               /* its answer is on its way */
    struct safe_text complaint; /* why it was refused; or empty */
};

/* What is dialled has no blanks, and of the rest nothing else. */
static bool squeeze(const char *text, char ret_number[NUMBER_SIZE])
{
    size_t length = 0;

    for (; *text; text++) {
        if (*text == ' ')
            continue;
        if (!strchr("+*#0123456789", *text) || length == NUMBER_SIZE - 1)
            return false;
        ret_number[length++] = *text;
    }
    ret_number[length] = '\0';
    return length > 0;
}

/* @param dialled  squeezed. @return whether it is on its way */
static bool send(struct program *program, const char *dialled,
                 struct errand errand)
{
    const struct topic_me *me = program_me(program);

    errand.route = ROUTE_AGENT_DIAL;
    errand.id = me ? me->agent_id : 0;
    errand.body = value_object();
    value_set_text(errand.body, "number", dialled);
    return program_send(program, &errand);
}

static void take_begun(void *owner, const struct outcome *outcome)
{
    if (outcome->is_done)
        dial_end_expect(owner);
}

bool dial_send(struct program *program, const char *number)
{
    char dialled[NUMBER_SIZE];

    assert(program && number);

    if (!squeeze(number, dialled))
        return false;

    (void)send(program, dialled,
               (struct errand){ .done = take_begun, .owner = program });
    return true;
}

/* Refused, the number stands there to be put right, with the reason. */
static void take_answer(void *owner, const struct outcome *outcome)
{
    struct dial *dial = owner;

    dial->is_sent = false;
    if (outcome->is_done) {
        dial_end_expect(dial->program);
        ui_close(dial->program->ui, dial);
    } else {
        dial->complaint = outcome->complaint;
    }
}

static void go(struct dial *dial)
{
    struct program *program = dial->program;
    const struct errand errand = { .done = take_answer,
                                   .owner = dial,
                                   .is_quiet = true };
    char dialled[NUMBER_SIZE];

    if (dial->is_sent)
        return;
    safe_text_copy(&dial->complaint, "");
    if (squeeze(dial->number.text, dialled))
        dial->is_sent = send(program, dialled, errand);
    else
        ui_say(program->ui, SEVERITY_WARNING, "%s",
               program_text(program, N_("Type a number: + * # and 0 to 9.")));
}

static bool dial_run(void *state, int action)
{
    if (action == DO_DIAL_GO)
        go(state);
    else
        return action == DO_DIAL; /* it is open already */
    return true;
}

static bool dial_input(void *state, const struct input *input)
{
    struct dial *dial = state;

    return edit_input(&dial->number, input);
}

static bool dial_is_typing(const void *state)
{
    (void)state;
    return true;
}

static void dial_draw(void *state, const struct surface *surface)
{
    const struct dial *dial = state;
    const struct edit_manner manner = { .look = LOOK(TEXT, 0),
                                        .has_focus = true };
    int used = surface_label(surface, (struct place){ 0, 1, 0, false },
                             LOOK(DIM, 0), N_("Number"));

    edit_draw(&dial->number, surface,
              (struct place){ 0, used + 2, surface->columns - used - 3, false },
              manner);
    surface_label(surface, (struct place){ 2, 1, 0, false }, LOOK(DIM, 0),
                  N_("Your own phone rings first."));
    if (!dial->complaint.text[0])
        return;

    const struct surface why =
        surface_part(surface, 3, 1, surface->rows - 3, surface->columns - 2);

    (void)prose_draw(&why, LOOK(WARN, 0), dial->complaint.text);
}

static void dial_size(const void *state, int *ret_rows, int *ret_columns)
{
    const struct dial *dial = state;

    *ret_rows = ROWS + (dial->complaint.text[0] ? REFUSED_ROWS : 0);
    *ret_columns = COLUMNS;
}

static void dial_titles(const void *state, const struct style *style,
                        struct safe_text *ret_left, struct safe_text *ret_right)
{
    (void)state;
    safe_text_copy(ret_left, lang_text(style->language, N_("Call a number")));
    safe_text_copy(ret_right, "");
}

static void dial_free(void *state)
{
    struct dial *dial = state;

    errands_forget(dial->program->errands, dial);
    free(dial);
}

static const struct view_kind dial_kind = {
    .name = N_("Call a number"),
    .scopes = { SCOPE_DIAL },
    .is_popup = true,
    .draw = dial_draw,
    .input = dial_input,
    .run = dial_run,
    .is_typing = dial_is_typing,
    .size = dial_size,
    .titles = dial_titles,
    .free = dial_free,
};

int dial_push(struct program *program)
{
    assert(program);

    struct dial *dial = calloc(1, sizeof(*dial));
    if (!dial)
        return -ENOMEM;

    dial->program = program;
    return ui_push(program->ui, &dial_kind, dial);
}
