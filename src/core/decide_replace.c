/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A queue goes, and another one takes its place wherever it is named. */

#include "core/beside_slots.h"
#include "core/callback.h"
#include "core/contact_slot.h"
#include "core/decide_document.h"
#include "core/desk_slot.h"
#include "core/flow_use.h"
#include "core/house_slots.h"
#include "core/queue_slot.h"
#include "core/replace_inside.h"
#include "core/write.h"

/* For what every decision may write besides, and the removal itself. */
enum { REPLACING_MAX = OUTBOX_MAX_OF_MANY - 4 };

/* Who waits goes on waiting, with the time so far; for one agent, if so. */
static void write_moved(struct turn *turn, const struct contact_row *contact,
                        uint64_t queue_id)
{
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);
    const struct joining joining = {
        .queue = state_queue(turn->state, queue_id),
        .priority = contact->priority,
        .since_us = contact->queued_us,
        .wanted_agent_id = contact->wanted_agent_id,
        .box_else = contact->box_else,
        .wanted_for_us = contact->overflow_due_us - turn->now_us,
        .sender = contact->wanted_by,
        .cause = contact->leave_cause,
        .sent_queue_id = talk->sent_queue_id,
        .sent_rule_id = talk->sent_rule_id,
    };

    write_offers_ended(turn, contact, 0, false);
    write_queue_left(turn, contact, EXIT_MOVED);
    write_queued(turn, contact, &joining);
}

static void move_waiting(struct replacing *replacing)
{
    const struct tree *line =
        &queue_slot(replacing->turn->state, replacing->from)->line;

    for (const struct tree_node *node = tree_first(line); node;
         node = tree_next(node)) {
        const struct contact_slot *contact =
            TREE_MEMBER(node, struct contact_slot, in_line);
        size_t offers = tree_count(&contact->ringing);

        /* out of one line and into another; what is played in it, and when */
        replacing->events += 4 + offers;
        replacing->effects += 2 + offers;
        replacing->moved.waiting += replacing->is_counting;
        if (!replacing->is_counting)
            write_moved(replacing->turn, &contact->row, replacing->to);
    }
}

/* Whoever serves the heir by a word of their own goes on as it is. */
static void move_duty(struct replacing *replacing,
                      const struct assignment_row *duty)
{
    struct turn *turn = replacing->turn;
    const struct assignment_slot *is =
        table_find(&turn->state->assignments, duty->agent_id, replacing->to);

    if (duty->queue_id != replacing->from || duty->by_team ||
        (is && !is->row.by_team))
        return;

    replacing->events++;
    replacing->moved.agents += replacing->is_counting;
    replacing->added += replacing->is_counting && !is;
    if (!replacing->is_counting)
        WRITE(turn, QUEUE_ASSIGNED, queue_assigned,
              { .agent_id = duty->agent_id,
                .queue_id = replacing->to,
                .priority = duty->priority,
                .delay_us = duty->delay_us,
                .until_us = duty->until_us,
                .then_priority = duty->then_priority,
                .then_delay_us = duty->then_delay_us });
}

/* Of a team, those who come to serve the heir with it: not who serves either
   queue by a word of their own, nor who serves the heir already. */
static size_t count_followers(const struct replacing *replacing,
                              uint64_t team_id)
{
    const struct state *state = replacing->turn->state;
    size_t count = 0;

    for (size_t i = 0; i < state_document_count(state, DOCUMENT_AGENT); i++) {
        const struct event_agent_set *agent =
            state_document_at(state, DOCUMENT_AGENT, i);
        const struct assignment_slot *from =
            table_find(&state->assignments, agent->id, replacing->from);

        count += agent->team_id == team_id && (!from || from->row.by_team) &&
                 !table_find(&state->assignments, agent->id, replacing->to);
    }

    return count;
}

/* Its members follow. */
static void move_team_duty(struct replacing *replacing,
                           const struct team_duty_row *duty)
{
    struct turn *turn = replacing->turn;

    if (duty->queue_id != replacing->from ||
        table_find(&turn->state->team_duties, duty->team_id, replacing->to))
        return;

    replacing->events++;
    replacing->moved.teams += replacing->is_counting;
    replacing->added +=
        replacing->is_counting ? count_followers(replacing, duty->team_id) : 0;
    if (!replacing->is_counting)
        WRITE(turn, TEAM_ASSIGNED, team_assigned,
              { .team_id = duty->team_id,
                .queue_id = replacing->to,
                .priority = duty->priority,
                .delay_us = duty->delay_us });
}

static void move_duties(struct replacing *replacing)
{
    const struct state *state = replacing->turn->state;

    for (const struct assignment_slot *a = table_first(&state->assignments); a;
         a = table_next(a))
        move_duty(replacing, &a->row);
    for (const struct team_duty_slot *d = table_first(&state->team_duties); d;
         d = table_next(d))
        move_team_duty(replacing, &d->row);
}

/* They go with the event itself. */
static int64_t count_callbacks(const struct state *state, uint64_t queue_id)
{
    int64_t count = 0;

    for (const struct callback_slot *c = table_first(&state->callbacks); c;
         c = table_next(c))
        count += c->row.queue_id == queue_id && !callback_is_over(&c->row);

    return count;
}

/* ... as do those that lead to it: see above. */
static int64_t count_flows(const struct turn *turn, uint64_t queue_id)
{
    const struct event_queue_set *queue = state_queue(turn->state, queue_id);
    size_t flows = state_document_count(turn->state, DOCUMENT_FLOW);
    int64_t count = 0;

    for (size_t i = 0; queue && i < flows; i++) {
        const struct event_flow_set *flow =
            state_document_at(turn->state, DOCUMENT_FLOW, i);
        const struct flow_program *program =
            library_find(turn->library, flow->digest.text);

        count += program && flow_uses(turn->state, program, DOCUMENT_QUEUE,
                                      queue_id, queue->name.text);
    }

    return count;
}

static void replace_all(struct replacing *replacing)
{
    move_waiting(replacing);
    replace_in_documents(replacing);
    move_duties(replacing);
}

static enum refusal check_heir(const struct turn *turn,
                               const struct command_replace_queue *c)
{
    if (!state_queue(turn->state, c->by_id))
        return REFUSED_NO_REPLACEMENT;
    if (c->by_id == c->id)
        return REFUSED_REPLACED_BY_SELF;
    if (is_named_in_a_flow(turn, DOCUMENT_QUEUE, c->id))
        return REFUSED_IN_USE;
    if (has_callbacks(turn->state, c->id) &&
        !calls_back(state_queue(turn->state, c->by_id)))
        return REFUSED_HEIR_CALLS_NOBODY;

    return state_row_count(turn->state, ROW_HEIR) < STATE_MAX_HEIRS
               ? REFUSED_NOT
               : REFUSED_TOO_MANY;
}

/* Both queues' assignments are there for a moment. */
static bool is_room_for(const struct replacing *replacing)
{
    return state_assignment_count(replacing->turn->state) + replacing->added <=
           STATE_MAX_ASSIGNMENTS;
}

enum refusal decide_replace_queue(struct turn *turn,
                                  const struct command_replace_queue *c)
{
    struct replacing replacing = {
        .turn = turn,
        .from = c->id,
        .to = c->by_id,
        .is_counting = true,
        .moved = { .queue_id = c->id,
                   .by_id = c->by_id,
                   .callbacks = count_callbacks(turn->state, c->id),
                   .flows = count_flows(turn, c->id) },
    };
    enum refusal refusal = check_going(turn, DOCUMENT_QUEUE, c->id, c->version);

    if (!refusal)
        refusal = check_heir(turn, c);
    if (refusal)
        return refusal;

    replace_all(&replacing);
    if (replacing.calls_nobody)
        return REFUSED_HEIR_CALLS_NOBODY;
    if (replacing.is_unclear)
        return REFUSED_IN_USE;
    if (replacing.is_too_long || replacing.events > REPLACING_MAX ||
        replacing.effects > REPLACING_MAX)
        return REFUSED_TOO_MUCH_TO_REPLACE;
    if (!is_room_for(&replacing))
        return REFUSED_TOO_MANY;

    replacing.is_counting = false;
    replace_all(&replacing);
    outbox_add_event(turn->outbox, &(const struct event){
                                       .type = EVENT_QUEUE_REPLACED,
                                       .as.queue_replaced = replacing.moved });
    write_removal(turn, DOCUMENT_QUEUE, c->id);
    return REFUSED_NOT;
}
