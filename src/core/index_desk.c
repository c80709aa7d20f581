/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the indexes of agents and assignments in step with their rows. */

#include "core/line.h"

#include <assert.h>

#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/index.h"
#include "core/queue_slot.h"
#include "core/ring.h"
#include "core/state_due.h"
#include "core/state_index.h"

/* Assignments. */

static void leave_counts(struct assignment_slot *a)
{
    if (!a->is_counted)
        return;

    a->queue->states[a->state]--;
    a->queue->verdicts[a->verdict]--;
    set_member(&a->queue->free, &a->in_free, false);
    a->is_counted = false;
}

static void enter_counts(struct assignment_slot *a)
{
    const struct desk_row *desk = &a->desk->row;

    a->state = desk->state;
    a->verdict = assignment_verdict(a);
    a->priority = a->row.priority;
    a->key = assignment_key(a);
    a->idle_since_us = desk->idle_since_us;
    a->idle_serial = desk->idle_serial;
    a->is_counted = true;

    a->queue->states[a->state]++;
    a->queue->verdicts[a->verdict]++;
    set_member(&a->queue->free, &a->in_free, a->verdict == VERDICT_CHOSEN);
}

static bool is_counted_right(const struct assignment_slot *a)
{
    const struct desk_row *desk = &a->desk->row;

    return a->is_counted && a->state == desk->state &&
           a->verdict == assignment_verdict(a) &&
           a->priority == a->row.priority && a->key == assignment_key(a) &&
           a->idle_since_us == desk->idle_since_us &&
           a->idle_serial == desk->idle_serial;
}

static void enter_queue(struct state *state, struct assignment_slot *assignment)
{
    assignment->desk = desk_slot(state, assignment->row.agent_id);
    assignment->queue = queue_slot(state, assignment->row.queue_id);
    assert(assignment->desk && assignment->queue);
    tree_add(&assignment->queue->agents, &assignment->in_agents);
}

/* By the agent's state alone: just after a start those who are available have
   still to be seen, and work. */
static enum presence presence_of(const struct assignment_slot *a)
{
    switch (a->state) {
    case AGENT_OFFLINE:
        return PRESENCE_NONE;
    case AGENT_PAUSED:
    case AGENT_UNAVAILABLE:
        return PRESENCE_LOGGED_IN;
    case AGENT_AVAILABLE:
    case AGENT_OFFERED:
    case AGENT_TALKING:
    case AGENT_HOLD:
    case AGENT_ACW:
        break;
    }

    return a->verdict == VERDICT_CHOSEN ? PRESENCE_FREE : PRESENCE_AT_WORK;
}

void index_assignment(struct state *state, struct assignment_slot *assignment)
{
    if (!assignment->queue)
        enter_queue(state, assignment);

    index_delay(state, assignment);
    if (is_counted_right(assignment))
        return;

    leave_counts(assignment);
    enter_counts(assignment);
    ring_count(state, assignment, presence_of(assignment));
    index_staffing(state, assignment->queue);
}

/* Nobody in the queue's counts, but one of its agents still. */
void uncount_assignment(struct state *state, struct assignment_slot *a)
{
    leave_counts(a);
    ring_count(state, a, PRESENCE_NONE);
}

void unindex_assignment(struct state *state, struct assignment_slot *assignment)
{
    uncount_assignment(state, assignment);
    unindex_delay(state, assignment);
    tree_remove(&assignment->queue->agents, &assignment->in_agents);
    index_staffing(state, assignment->queue);
}

/* Desks. */

static void index_desk_deadlines(struct state *state, struct desk_slot *desk)
{
    const struct desk_row *row = &desk->row;
    const struct deadline are[] = {
        { .due_us = row->offer_due_us,
          .serial = row->offer_serial,
          .kind = DEADLINE_OFFER },
        { .due_us = row->cool_down_due_us,
          .serial = row->cool_down_serial,
          .kind = DEADLINE_COOL_DOWN },
        { .due_us = row->wrap_up_due_us,
          .serial = row->wrap_up_serial,
          .kind = DEADLINE_WRAP_UP },
        { .due_us = row->release_due_us,
          .serial = row->release_serial,
          .kind = DEADLINE_RELEASE },
        { .due_us = row->listen_due_us,
          .serial = row->listen_serial,
          .kind = DEADLINE_LISTEN },
        { .due_us = row->line_due_us,
          .serial = row->line_serial,
          .kind = DEADLINE_LINE },
    };

    set_first_deadline(state, &desk->deadline, row->agent_id, are,
                       sizeof(are) / sizeof(are[0]));
}

static void index_desk_grants(struct state *state, struct desk_slot *desk)
{
    const struct desk_row *row = &desk->row;
    const struct grant are[DESK_GRANTS] = {
        { .serial = row->leg, .kind = GRANT_RING },
        { .serial = row->ending_asked, .kind = GRANT_DESK_END },
        { .serial = row->line_leg, .kind = GRANT_LINE },
    };

    set_grants(state, &desk->grants, row->agent_id, are, DESK_GRANTS);
}

static void index_desk_links(struct state *state, struct desk_slot *desk)
{
    const struct event_agent_set *agent =
        state_agent(state, desk->row.agent_id);
    uint64_t user_id = agent ? agent->user_id : 0;
    uint64_t device_id = agent ? agent->device_id : 0;

    if (desk->user_id != user_id) {
        set_member(&state->users, &desk->by_user, false);
        desk->user_id = user_id;
        set_member(&state->users, &desk->by_user, user_id != 0);
    }

    if (desk->device_id != device_id) {
        set_member(&state->devices, &desk->by_device, false);
        desk->device_id = device_id;
        set_member(&state->devices, &desk->by_device, device_id != 0);
    }
}

/* Among those that ring for a contact. */
static void index_ringing(struct state *state, struct desk_slot *desk)
{
    struct contact_slot *contact =
        desk->row.state == AGENT_OFFERED
            ? contact_slot(state, desk->row.contact_id)
            : NULL;

    if (desk->rings_for == contact)
        return;

    if (desk->rings_for)
        tree_remove(&desk->rings_for->ringing, &desk->in_ringing);
    if (contact)
        tree_add(&contact->ringing, &desk->in_ringing);
    desk->rings_for = contact;
}

static bool is_reachable(const struct state *state,
                         const struct desk_slot *desk)
{
    const struct phone_row *phone = state_phone(state, desk->device_id);

    return phone && phone->reachable;
}

static void index_desk_line(struct state *state, struct desk_slot *desk)
{
    const struct line_facts facts = {
        .device_id = desk->device_id,
        .is_reachable = is_reachable(state, desk),
        .is_nailed_up = state_is_nailed_up(state, desk->row.agent_id),
    };

    desk->line_wish = line_wish(&desk->row, &facts);
    set_member(&state->lines, &desk->in_lines,
               desk->line_wish != LINE_WANTS_NOTHING);
    desk->can_ring = facts.is_reachable;
    desk->has_line = !facts.is_nailed_up || desk->row.line == LINE_STANDS;
    desk->verdict = desk_verdict(&desk->row, desk->can_ring, desk->has_line);
}

void index_desk(struct state *state, struct desk_slot *desk)
{
    uint64_t agent_id = desk->row.agent_id;
    struct assignment_slot *a;

    index_desk_links(state, desk);
    index_desk_deadlines(state, desk);
    index_desk_grants(state, desk);
    index_desk_line(state, desk);
    index_ringing(state, desk);
    index_wanted(state, desk);

    for (a = table_find_from(&state->assignments, agent_id, 0);
         a && a->row.agent_id == agent_id; a = table_next(a))
        index_assignment(state, a);
}

void unindex_desk(struct state *state, struct desk_slot *desk)
{
    desk->row = (struct desk_row){ .agent_id = desk->row.agent_id };
    index_desk(state, desk);
    set_member(&state->astray, &desk->in_astray, false);
    set_member(&state->users, &desk->by_user, false);
    set_member(&state->devices, &desk->by_device, false);
}
