/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a supervisor does to those who wait. */

#include <stdlib.h>

#include "base/mark.h"
#include "console/key.h"
#include "console/naming.h"
#include "console/waiting.h"
#include "console/waiting_inside.h"
#include "console/word.h"
#include "tui/confirm.h"
#include "tui/menu.h"
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

/* What follows is seen in the line; a refusal is a message. */
static void send(struct waiting *waiting, enum route_id route, uint64_t id,
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
    send(waiting, ROUTE_CONTACT_PRIORITY, contact->contact_id, body);
}

static void answer_end(void *arg, bool is_yes)
{
    struct waiting *waiting = arg;

    if (is_yes)
        send(waiting, ROUTE_CONTACT_END, waiting->subject_id, value_object());
}

static void answer_cancel(void *arg, bool is_yes)
{
    struct waiting *waiting = arg;

    if (is_yes)
        send(waiting, ROUTE_CALLBACK_CANCEL, waiting->subject_id,
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

/* Where else a caller may go. */

static const struct topic_targets *target_at(const struct waiting *waiting,
                                             int n)
{
    const struct replica_row *row = replica_find(
        program_rows(waiting->program), TOPIC_TARGETS, waiting->targets[n]);

    return row ? row->fields : NULL;
}

static bool is_elsewhere(const struct waiting *waiting,
                         const struct topic_targets *target)
{
    return target->to != TO_QUEUE || target->to_id != waiting->queue_id;
}

static void gather_kind(struct waiting *waiting, enum destination to)
{
    const struct replica *rows = program_rows(waiting->program);
    size_t count = replica_count(rows, TOPIC_TARGETS);

    for (size_t i = 0; i < count; i++) {
        const struct replica_row *row = replica_at(rows, TOPIC_TARGETS, i);
        const struct topic_targets *target = row->fields;

        if (target->to == to && is_elsewhere(waiting, target))
            waiting->targets[waiting->target_count++] = row->id;
    }
}

/* Queues first. */
static void gather_targets(struct waiting *waiting, bool queues_only)
{
    size_t all = replica_count(program_rows(waiting->program), TOPIC_TARGETS);

    free(waiting->targets);
    waiting->targets = calloc(all + 1, sizeof(waiting->targets[0]));
    waiting->target_count = 0;
    if (!waiting->targets)
        return;
    gather_kind(waiting, TO_QUEUE);
    if (queues_only)
        return;
    gather_kind(waiting, TO_AGENT);
    gather_kind(waiting, TO_FLOW);
}

static int count_targets(const void *arg)
{
    return (int)((const struct waiting *)arg)->target_count;
}

static const char *kind_of(enum destination to)
{
    return to == TO_QUEUE   ? N_("queue")
           : to == TO_AGENT ? N_("agent")
                            : N_("flow");
}

static void fill_target(const void *arg, int n, const struct style *style,
                        struct menu_item *ret_item)
{
    const struct waiting *waiting = arg;
    const struct topic_targets *target = target_at(waiting, n);

    *ret_item = (struct menu_item){ .letter = '\0' };
    if (!target)
        return;
    word_name(&(struct word_names){ &target->name, &target->label,
                                    &target->label_es, &target->label_cs },
              style->language, &ret_item->label);
    safe_text_copy(&ret_item->note,
                   lang_text(style->language, kind_of(target->to)));
    if (target->to == TO_QUEUE && target->closed)
        safe_text_copy(&ret_item->reason,
                       lang_text(style->language, N_("closed")));
    if (target->to == TO_AGENT && target->state == AGENT_OFFLINE)
        word_state(target->state, style->language, &ret_item->reason);
}

static void choose_target(void *arg, int n, uint32_t stroke)
{
    struct waiting *waiting = arg;
    const struct topic_targets *target = target_at(waiting, n);
    struct json_t *body = value_object();

    (void)stroke;
    if (!target) {
        value_free(body);
        return;
    }
    (void)value_set_text(body, "target",
                         word_spell(&word_list_destination, (int)target->to));
    (void)value_set_integer(body, "target_id", (int64_t)target->to_id);
    send(waiting, ROUTE_CONTACT_WITHDRAW, waiting->subject_id, body);
}

/* It keeps its priority. */
static void choose_queue(void *arg, int n, uint32_t stroke)
{
    struct waiting *waiting = arg;
    const struct topic_targets *target = target_at(waiting, n);
    const struct replica_row *row = replica_find(
        program_rows(waiting->program), TOPIC_CONTACTS, waiting->subject_id);
    const struct topic_contacts *contact = row ? row->fields : NULL;
    struct json_t *body = value_object();

    (void)stroke;
    if (!target || !contact) {
        value_free(body);
        return;
    }
    (void)value_set_integer(body, "queue_id", (int64_t)target->to_id);
    (void)value_set_integer(body, "priority", contact->priority);
    send(waiting, ROUTE_CONTACT_MOVE, waiting->subject_id, body);
}

static void ask_where(struct waiting *waiting, bool is_move)
{
    waiting->subject_id = selected(waiting)->contact_id;
    gather_targets(waiting, is_move);
    (void)menu_push(waiting->program->ui,
                    &(struct menu){
                        .title = is_move ? N_("Move to which queue")
                                         : N_("Withdraw to where"),
                        .count = count_targets,
                        .item = fill_target,
                        .choose = is_move ? choose_queue : choose_target,
                        .arg = waiting,
                    });
}

bool waiting_act(struct waiting *waiting, int action)
{
    switch (action) {
    case DO_WAITING_PULL:
        send(waiting, ROUTE_CONTACT_PULL, selected(waiting)->contact_id,
             value_object());
        return true;
    case DO_WAITING_SOONER:
        change_priority(waiting, -PRIORITY_STEP);
        return true;
    case DO_WAITING_LATER:
        change_priority(waiting, PRIORITY_STEP);
        return true;
    case DO_WAITING_MOVE:
        ask_where(waiting, true);
        return true;
    case DO_WAITING_WITHDRAW:
        ask_where(waiting, false);
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
