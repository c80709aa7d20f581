/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popup with one line. */

#include "console/dial.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/dial_end.h"
#include "console/key.h"
#include "tui/edit.h"
#include "wire/value.h"

enum { NUMBER_SIZE = 40 };

struct dial {
    struct program *program;
    struct edit number;
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

    const struct topic_me *me = program_me(program);
    struct json_t *body = value_object();

    value_set_text(body, "number", dialled);
    program_send(program, &(struct errand){
                              .route = ROUTE_AGENT_DIAL,
                              .id = me ? me->agent_id : 0,
                              .body = body,
                              .done = take_begun,
                              .owner = program,
                          });
    return true;
}

static void go(struct dial *dial)
{
    struct program *program = dial->program;

    if (dial_send(program, dial->number.text))
        ui_close(program->ui, dial);
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

    edit_draw(&dial->number, surface, (struct place){ 0, used + 2, 0, false },
              manner);
    surface_label(surface, (struct place){ 2, 1, 0, false }, LOOK(DIM, 0),
                  N_("Your own phone rings first."));
}

static void dial_size(const void *state, int *ret_rows, int *ret_columns)
{
    (void)state;
    *ret_rows = 5;
    *ret_columns = 60;
}

static void dial_titles(const void *state, const struct style *style,
                        struct safe_text *ret_left, struct safe_text *ret_right)
{
    (void)state;
    safe_text_copy(ret_left, lang_text(style->language, N_("Call a number")));
    safe_text_copy(ret_right, "");
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
    .free = free,
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
