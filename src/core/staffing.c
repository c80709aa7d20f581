/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is there to serve a queue, and until when those who wait stay. */

#include <assert.h>

#include "core/contact_slot.h"
#include "core/house_slots.h"
#include "core/index.h"
#include "core/queue_rule.h"
#include "core/queue_slot.h"
#include "core/state_compare.h"
#include "core/state_due.h"
#include "core/state_index.h"

/* Rules by queue. */

const struct event_queue_rule_set *state_first_rule(const struct state *state,
                                                    uint64_t queue_id)
{
    const struct tree_node *node =
        tree_find_from(&state->rules, compare_rule, &queue_id);
    const struct event_queue_rule_set *rule =
        node ? (const void *)&TREE_MEMBER(node, struct document_slot, by_rule)
                   ->head
             : NULL;

    return rule && rule->queue_id == queue_id ? rule : NULL;
}

const struct event_queue_rule_set *state_next_rule(
    const struct state *state, const struct event_queue_rule_set *rule)
{
    const struct document_slot *slot =
        document_slot(state, DOCUMENT_QUEUE_RULE, rule->id);
    const struct tree_node *node = tree_next(&slot->by_rule);
    const struct event_queue_rule_set *next =
        node ? (const void *)&TREE_MEMBER(node, struct document_slot, by_rule)
                   ->head
             : NULL;

    return next && next->queue_id == rule->queue_id ? next : NULL;
}

/* What should be told of a queue. */

static enum staffing staffing_of(const struct queue_slot *queue)
{
    if (queue->states[AGENT_AVAILABLE] || queue->states[AGENT_OFFERED] ||
        queue->states[AGENT_TALKING] || queue->states[AGENT_HOLD])
        return STAFFING_WORKS;
    if (queue->states[AGENT_ACW])
        return STAFFING_WRAPS_UP;
    if (queue->states[AGENT_PAUSED] || queue->states[AGENT_UNAVAILABLE])
        return STAFFING_PAUSES;

    return STAFFING_NOBODY;
}

/* The first moment at which a rule sends away those who wait; 0: none does. */
static int64_t leave_due_us(const struct state *state,
                            const struct tally_row *tally)
{
    const struct event_queue_rule_set *rule;
    int64_t first_us = 0;

    for (rule = state_first_rule(state, tally->queue_id); rule;
         rule = state_next_rule(state, rule)) {
        int64_t since_us = rule_since_us(state, tally, rule);
        int64_t due_us = since_us + rule->hold_ms * 1000;

        if (since_us && rule->moment != RULE_ON_JOINING &&
            (!first_us || due_us < first_us))
            first_us = due_us;
    }

    return first_us;
}

static bool is_watched(const struct state *state, uint64_t queue_id)
{
    const struct event_queue_rule_set *rule;

    for (rule = state_first_rule(state, queue_id); rule;
         rule = state_next_rule(state, rule))
        if (rule_lasts(rule))
            return true;

    return false;
}

/* Whether rules have begun, or are over, of which nothing was told. */
static bool is_count_told(const struct state *state, uint64_t queue_id)
{
    const struct event_queue_rule_set *rule;

    for (rule = state_first_rule(state, queue_id); rule;
         rule = state_next_rule(state, rule))
        if (rule_counts_agents(rule) &&
            rule_finds_few(state, rule) !=
                (state_rule_begun(state, rule->id) != NULL))
            return false;

    return true;
}

static bool is_estimated(const struct state *state, uint64_t queue_id)
{
    return rule_by_estimate(state, queue_id) != NULL;
}

void staffing_fold(struct tally_row *tally, enum staffing staffing,
                   int64_t at_us)
{
    struct {
        int64_t *since_us;
        enum staffing from;
    } marks[] = { { &tally->idle_us, STAFFING_WRAPS_UP },
                  { &tally->paused_us, STAFFING_PAUSES },
                  { &tally->empty_us, STAFFING_NOBODY } };

    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
        if (staffing < marks[i].from)
            *marks[i].since_us = 0;
        else if (!*marks[i].since_us)
            *marks[i].since_us = at_us;

    tally->staffing = staffing;
}

void staffing_now(const struct state *state, uint64_t queue_id, int64_t at_us,
                  struct staffing_told *ret_told)
{
    const struct queue_slot *queue = queue_slot(state, queue_id);
    struct tally_row then = queue->tally;
    enum staffing staffing =
        is_watched(state, queue_id) ? staffing_of(queue) : STAFFING_UNWATCHED;

    staffing_fold(&then, staffing, at_us);
    *ret_told = (struct staffing_told){
        .staffing = staffing,
        .due_us = leave_due_us(state, &then),
        .estimate_due_us = !is_estimated(state, queue_id) ? 0
                           : then.estimate_due_us         ? then.estimate_due_us
                                                  : at_us + ESTIMATE_EVERY_US,
    };
}

/* Indexes. */

void index_staffing(struct state *state, struct queue_slot *queue)
{
    const struct tally_row *tally = &queue->tally;
    bool is_told = true;

    if (tree_count(&state->rules) > 0 ||
        tally->staffing != STAFFING_UNWATCHED || tally->estimate_due_us) {
        enum staffing staffing = is_watched(state, tally->queue_id)
                                     ? staffing_of(queue)
                                     : STAFFING_UNWATCHED;

        is_told = staffing == tally->staffing &&
                  is_count_told(state, tally->queue_id) &&
                  leave_due_us(state, tally) == tally->leave_due_us &&
                  is_estimated(state, tally->queue_id) ==
                      (tally->estimate_due_us != 0);
    }

    set_member(&state->untold, &queue->in_untold, !is_told);
}

/* Nobody has to leave a line that nobody is in. */
void index_leaving(struct state *state, struct queue_slot *queue)
{
    const struct tally_row *tally = &queue->tally;
    const struct deadline is = {
        .due_us = tree_count(&queue->leavers) ? tally->leave_due_us : 0,
        .serial = tally->leave_serial,
        .owner_id = tally->queue_id,
        .kind = DEADLINE_LEAVE,
    };

    const struct deadline asked = {
        .due_us = tree_count(&queue->leavers) ? tally->estimate_due_us : 0,
        .serial = tally->estimate_serial,
        .owner_id = tally->queue_id,
        .kind = DEADLINE_ESTIMATE,
    };

    set_deadline(state, &queue->deadlines[0], &is);
    set_deadline(state, &queue->deadlines[2], &asked);
}

/* When a person's closing ends, or the hours of its calendar change. What the
   calendar has closed ends with the latter. 0: neither. */
static int64_t night_until_us(const struct tally_row *tally)
{
    int64_t until_us = tally->closed_us && !tally->closed_by_hours
                           ? tally->closed_until_us
                           : 0;

    return tally->hours_due_us && (!until_us || tally->hours_due_us < until_us)
               ? tally->hours_due_us
               : until_us;
}

void index_night(struct state *state, struct queue_slot *queue)
{
    const struct tally_row *tally = &queue->tally;
    int64_t until_us = night_until_us(tally);
    int64_t due_us = until_us - state->system.wall_offset_us;
    const struct deadline is = {
        .due_us = !until_us    ? 0
                  : due_us > 1 ? due_us
                               : 1,
        .serial = tally->closed_serial,
        .owner_id = tally->queue_id,
        .kind = DEADLINE_NIGHT,
    };

    set_deadline(state, &queue->deadlines[1], &is);
}

void unindex_queue(struct state *state, struct queue_slot *queue)
{
    queue->tally = (struct tally_row){ .queue_id = queue->tally.queue_id };
    index_leaving(state, queue);
    index_night(state, queue);
    set_member(&state->untold, &queue->in_untold, false);
}

uint64_t state_next_untold(const struct state *state)
{
    const struct tree_node *node = tree_first(&state->untold);

    return node
               ? TREE_MEMBER(node, struct queue_slot, in_untold)->tally.queue_id
               : 0;
}

uint64_t state_last_leaver(const struct state *state, uint64_t queue_id)
{
    const struct queue_slot *queue = queue_slot(state, queue_id);
    size_t count = tree_count(&queue->leavers);
    const struct tree_node *node =
        count > 0 ? tree_at(&queue->leavers, count - 1) : NULL;

    return node ? TREE_MEMBER(node, struct contact_slot, in_aside)
                      ->row.contact_id
                : 0;
}

uint64_t state_first_leaver(const struct state *state, uint64_t queue_id)
{
    const struct queue_slot *queue = queue_slot(state, queue_id);
    const struct tree_node *node = tree_first(&queue->leavers);

    return node ? TREE_MEMBER(node, struct contact_slot, in_aside)
                      ->row.contact_id
                : 0;
}
