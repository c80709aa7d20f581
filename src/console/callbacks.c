/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys of the callbacks' screen, and what they do. */

#include "console/callbacks.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/callbacks_inside.h"
#include "console/key.h"
#include "tui/confirm.h"
#include "wire/value.h"

static const struct topic_callbacks *selected(const struct callbacks *callbacks)
{
    const struct replica_row *row =
        roll_selected(callbacks->rolls[callbacks->shelf]);

    return row ? row->fields : NULL;
}

/* What is asked of the server. A refusal is a message. */

static void take(void *owner, const struct outcome *outcome)
{
    struct callbacks *callbacks = owner;

    if (outcome->is_done)
        ui_say(callbacks->program->ui, SEVERITY_INFO, "%s",
               program_text(callbacks->program, N_("Done.")));
}

static void send(struct callbacks *callbacks, enum route_id route, uint64_t id,
                 struct json_t *body)
{
    (void)program_send(callbacks->program, &(struct errand){
                                               .route = route,
                                               .id = id,
                                               .body = body,
                                               .done = take,
                                               .owner = callbacks,
                                           });
}

/* Mine from now on; called in its time as before. */
static void take_over(struct callbacks *callbacks)
{
    const struct topic_callbacks *callback = selected(callbacks);
    struct json_t *body = value_object();
    bool is_later = callback->due_us > program_wall_us(callbacks->program);

    (void)value_set_integer(body, "agent_id",
                            (int64_t)program_me(callbacks->program)->agent_id);
    if (is_later)
        (void)value_set_integer(body, "due_us", callback->due_us);
    send(callbacks, ROUTE_CALLBACK_CHANGE, callback->callback_id, body);
}

/* Outside the hours there it is refused; whoever may call all the same is asked
   whether to. The callback may have gone meanwhile: then that is refused. */

static void answer_override(void *arg, bool is_yes)
{
    struct callbacks *callbacks = arg;
    struct json_t *body = is_yes ? value_object() : NULL;

    if (!is_yes)
        return;
    (void)value_set_integer(body, "agent_id",
                            (int64_t)program_me(callbacks->program)->agent_id);
    (void)value_set_flag(body, "any_hour", true);
    send(callbacks, ROUTE_CALLBACK_CHANGE, callbacks->called_id, body);
}

static void ask_override(struct callbacks *callbacks)
{
    (void)confirm_push(
        callbacks->program->ui,
        &(struct confirm){
            .title = N_("Call outside the hours"),
            .lines = { callbacks->called.text,
                       N_("By the clock there it is too early, or too late.") },
            .yes = N_("Call now"),
            .answer = answer_override,
            .arg = callbacks,
        });
}

static void called(void *owner, const struct outcome *outcome)
{
    struct callbacks *callbacks = owner;
    struct program *program = callbacks->program;

    callbacks->is_calling = false;
    if (outcome->is_done)
        take(owner, outcome);
    else if (strcmp(outcome->problem.code, "outside_window") == 0 &&
             program_may(program, PERMISSION_CALLBACK_OVERRIDE))
        ask_override(callbacks);
    else
        ui_say(program->ui, SEVERITY_ERROR, "%s", outcome->complaint.text);
}

/* One at a time: what is asked after a refusal is about the one refused. */
static void call_now(struct callbacks *callbacks)
{
    const struct topic_callbacks *callback = selected(callbacks);
    struct program *program = callbacks->program;

    if (callbacks->is_calling) {
        ui_say(program->ui, SEVERITY_INFO, "%s",
               program_text(program, N_("The server has not answered yet.")));
        return;
    }

    struct json_t *body = value_object();

    (void)value_set_integer(body, "agent_id",
                            (int64_t)program_me(program)->agent_id);
    callbacks->called_id = callback->callback_id;
    callbacks_word_who(program, callback, &callbacks->called);
    callbacks->is_calling =
        program_send(program, &(struct errand){
                                  .route = ROUTE_CALLBACK_CHANGE,
                                  .id = callbacks->called_id,
                                  .body = body,
                                  .done = called,
                                  .owner = callbacks,
                                  .is_quiet = true,
                              });
}

static void answer_dismissal(void *arg, bool is_yes)
{
    struct callbacks *callbacks = arg;

    if (is_yes)
        send(callbacks, ROUTE_CALLBACK_CANCEL, callbacks->subject_id,
             value_object());
}

static void ask_dismissal(struct callbacks *callbacks)
{
    const struct topic_callbacks *callback = selected(callbacks);
    struct safe_text who, number;

    callbacks_word_who(callbacks->program, callback, &who);
    callbacks_word_number(callbacks->program, callback, &number);
    callbacks->subject_id = callback->callback_id;
    (void)confirm_push(callbacks->program->ui,
                       &(struct confirm){
                           .title = N_("Do not call back"),
                           .lines = { who.text, number.text,
                                      N_("The place in the line is lost.") },
                           .yes = N_("Dismiss"),
                           .answer = answer_dismissal,
                           .arg = callbacks,
                       });
}

static bool callbacks_run(void *state, int action)
{
    struct callbacks *callbacks = state;
    int rc = 0;

    if (action == DO_CALLBACK_NOW)
        call_now(callbacks);
    else if (action == DO_CALLBACK_TAKE)
        take_over(callbacks);
    else if (action == DO_CALLBACK_LATER)
        rc = callback_form_open(callbacks->program, selected(callbacks));
    else if (action == DO_CALLBACK_NEW)
        rc = callback_form_open(callbacks->program, NULL);
    else if (action == DO_CALLBACK_DISMISS)
        ask_dismissal(callbacks);
    else if (action == DO_NEXT_LIST)
        callbacks->shelf = (enum callbacks_shelf)(((int)callbacks->shelf + 1) %
                                                  CALLBACKS_SHELVES);
    else
        return false;
    if (rc < 0)
        ui_say(callbacks->program->ui, SEVERITY_ERROR, "%s",
               program_text(callbacks->program, N_("Out of memory.")));
    return true;
}

static bool callbacks_input(void *state, const struct input *input)
{
    struct callbacks *callbacks = state;
    uint32_t stroke = input->kind == INPUT_STROKE ? input->stroke : 0;

    if (stroke >= '1' && stroke < '1' + CALLBACKS_SHELVES) {
        callbacks->shelf = (enum callbacks_shelf)(stroke - '1');
        return true;
    }
    enum table_event event =
        roll_input(callbacks->rolls[callbacks->shelf], input);
    if (event == TABLE_OPENED)
        ui_run(callbacks->program->ui, DO_CALLBACK_NOW);
    return event != TABLE_IGNORED;
}

static void callbacks_filter(void *state, const char *words)
{
    struct callbacks *callbacks = state;

    for (int i = 0; i < CALLBACKS_SHELVES; i++)
        roll_filter(callbacks->rolls[i], words);
}

/* What nothing can be done with. */
static bool is_over(const struct topic_callbacks *callback)
{
    return callback->state >= CALLBACK_REACHED;
}

/* Of one that is over, or of none, nothing but a new one comes. */
static bool callbacks_hides(const void *state, int action)
{
    const struct topic_callbacks *callback = selected(state);

    return (action == DO_CALLBACK_NOW || action == DO_CALLBACK_LATER ||
            action == DO_CALLBACK_TAKE || action == DO_CALLBACK_DISMISS) &&
           (!callback || is_over(callback));
}

static struct table *callbacks_table(const void *state, int n)
{
    const struct callbacks *callbacks = state;

    return n == 0 ? roll_table(callbacks->rolls[callbacks->shelf]) : NULL;
}

static void callbacks_free(void *state)
{
    struct callbacks *callbacks = state;

    errands_forget(callbacks->program->errands, callbacks);
    errands_forget(callbacks->program->errands, &callbacks->history);
    program_release(callbacks->program, TOPIC_CALLBACKS);
    program_release(callbacks->program, TOPIC_QUEUES);
    for (int i = 0; i < CALLBACKS_SHELVES; i++)
        roll_free(callbacks->rolls[i]);
    free(callbacks);
}

static const struct view_kind callbacks_kind = {
    .name = N_("Callbacks"),
    .scopes = { SCOPE_CALLBACKS, SCOPE_LIST, SCOPE_TABLE },
    .draw = callbacks_draw,
    .input = callbacks_input,
    .run = callbacks_run,
    .hides = callbacks_hides,
    .filter = callbacks_filter,
    .table = callbacks_table,
    .free = callbacks_free,
};

bool callbacks_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;
    const struct callbacks *callbacks = ui_top(program->ui, &callbacks_kind);
    bool is_new = action == DO_CALLBACK_NEW;
    bool is_own = action == DO_CALLBACK_NOW || action == DO_CALLBACK_TAKE;
    const char *reason =
        !callbacks                  ? N_("Go to the callbacks first.")
        : !program_is_live(program) ? N_("Offline: nothing can be changed now.")
        : !is_new && !selected(callbacks) ? N_("No callback is selected.")
        : !is_new && is_over(selected(callbacks))
            ? N_("That callback is over. a adds another one.")
        : is_own && !program_me(program)->agent_id
            ? N_("Only an agent calls back.")
            : NULL;

    if (reason)
        safe_text_copy(ret_reason, program_text(program, reason));
    return !reason;
}

int callbacks_open(struct program *program)
{
    assert(program);
    struct callbacks *callbacks = calloc(1, sizeof(*callbacks));
    int rc = callbacks ? 0 : -ENOMEM;

    for (int i = 0; i < CALLBACKS_SHELVES && rc == 0; i++)
        rc = roll_new(program, &callbacks_rolls[i], &callbacks->rolls[i]);
    if (rc < 0) {
        for (int i = 0; callbacks && i < CALLBACKS_SHELVES; i++)
            roll_free(callbacks->rolls[i]);
        free(callbacks);
        return rc;
    }
    callbacks->program = program;
    callbacks->shelf =
        program_me(program)->agent_id ? CALLBACKS_MINE : CALLBACKS_TEAM;
    program_hold(program, TOPIC_CALLBACKS);
    program_hold(program, TOPIC_QUEUES);
    return ui_replace(program->ui, &callbacks_kind, callbacks);
}
