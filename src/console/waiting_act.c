/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a supervisor does to those who wait. */

#include "base/mark.h"
#include "console/key.h"
#include "console/waiting.h"
#include "console/waiting_inside.h"
#include "tui/confirm.h"
#include "wire/value.h"

enum { FIRST_SERVED = 1, LAST_SERVED = 100, PRIORITY_STEP = 5 };

static const struct topic_contacts *selected(struct waiting *waiting)
{
    const struct replica_row *row = waiting_selected(waiting);

    return row ? row->fields : NULL;
}

static const char *find_reason(struct waiting *waiting, int action)
{
    const struct program *program = waiting->program;
    const struct topic_me *me = program_me(program);

    if (!program_is_live(program))
        return N_("Offline: nothing is sent, so that nothing happens too "
                  "late.");
    if (!selected(waiting))
        return N_("Nobody waits.");
    if (action == DO_WAITING_WITHDRAW && selected(waiting)->callback_id)
        return N_("Nobody is on the line: move the callback, or end it.");
    if (action == DO_WAITING_PULL && (!me || !me->agent_id))
        return N_("You are no agent with a phone.");
    return NULL;
}

bool waiting_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;
    struct waiting *waiting = ui_top(program->ui, &waiting_kind);
    const char *reason =
        waiting ? find_reason(waiting, action)
                : N_("Choose a queue first, and look at who waits in it.");

    if (reason)
        safe_text_copy(ret_reason, program_text(program, reason));
    return !reason;
}

void waiting_send(struct waiting *waiting, enum route_id route, uint64_t id,
                  struct json_t *body)
{
    (void)program_send(
        waiting->program,
        &(struct errand){ .route = route, .id = id, .body = body });
}

/* A lower number is served sooner. */
static void change_priority(struct waiting *waiting, int64_t by)
{
    const struct topic_contacts *contact = selected(waiting);
    int64_t priority = contact->priority + by;
    struct json_t *body = value_object();

    if (priority < FIRST_SERVED)
        priority = FIRST_SERVED;
    if (priority > LAST_SERVED)
        priority = LAST_SERVED;
    (void)value_set_integer(body, "priority", priority);
    (void)value_set_integer(body, "added_ms", contact->added_us / 1000);
    waiting_send(waiting, ROUTE_CONTACT_PRIORITY, contact->contact_id, body);
}

static void answer_end(void *arg, bool is_yes)
{
    struct waiting *waiting = arg;

    if (is_yes)
        waiting_send(waiting, ROUTE_CONTACT_END, waiting->subject_id,
                     value_object());
}

static void answer_cancel(void *arg, bool is_yes)
{
    struct waiting *waiting = arg;

    if (is_yes)
        waiting_send(waiting, ROUTE_CALLBACK_CANCEL, waiting->subject_id,
                     value_object());
}

static void ask_end(struct waiting *waiting)
{
    const struct topic_contacts *contact = selected(waiting);
    struct safe_text caller;

    bool is_callback = contact->callback_id != 0;

    safe_text_format(&caller, "%s  %s", contact->caller.text,
                     contact->caller_name.text);
    waiting->subject_id =
        is_callback ? contact->callback_id : contact->contact_id;
    (void)confirm_push(
        waiting->program->ui,
        &(struct confirm){
            .title =
                is_callback ? N_("Cancel this callback") : N_("End this call"),
            .lines = { caller.text, is_callback
                                        ? N_("Nobody is called back.")
                                        : N_("The caller is hung up on.") },
            .yes = is_callback ? N_("Cancel it") : N_("End call"),
            .answer = is_callback ? answer_cancel : answer_end,
            .arg = waiting,
        });
}

bool waiting_act(struct waiting *waiting, int action)
{
    switch (action) {
    case DO_WAITING_PULL:
        waiting_send(waiting, ROUTE_CONTACT_PULL, selected(waiting)->contact_id,
                     value_object());
        return true;
    case DO_WAITING_SOONER:
        change_priority(waiting, -PRIORITY_STEP);
        return true;
    case DO_WAITING_LATER:
        change_priority(waiting, PRIORITY_STEP);
        return true;
    case DO_WAITING_GIVE:
        waiting_ask_agent(waiting, selected(waiting));
        return true;
    case DO_WAITING_PRIORITY:
        (void)waiting_ask_priority(waiting->program, selected(waiting));
        return true;
    case DO_WAITING_MOVE:
        waiting_ask_queue(waiting, selected(waiting));
        return true;
    case DO_WAITING_WITHDRAW:
        waiting_ask_where(waiting, selected(waiting));
        return true;
    case DO_WAITING_END:
        ask_end(waiting);
        return true;
    case DO_WAITING_WHY:
        waiting_ask_why(waiting, true);
        return true;
    default:
        return false;
    }
}
