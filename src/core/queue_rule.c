/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks over the rules of a queue. */

#include "core/queue_rule.h"

#include "core/estimate.h"
#include "core/house_slots.h"
#include "core/queue_slot.h"
#include "core/sending.h"
#include "core/state_inside.h"
#include "core/wait_step.h"
#include "core/write.h"

bool rule_lasts(const struct event_queue_rule_set *rule)
{
    switch (rule->cause) {
    case RULE_NOBODY_LOGGED_IN:
    case RULE_NOBODY_READY:
    case RULE_NOBODY_WORKS:
    case RULE_FEW_LOGGED_IN:
    case RULE_FEW_READY:
    case RULE_CLOSED:
        return true;
    case RULE_FULL:
    case RULE_WAITED:
    case RULE_ESTIMATE:
    case RULE_KEY:
        break;
    }

    return false;
}

bool rule_counts_agents(const struct event_queue_rule_set *rule)
{
    return rule->cause == RULE_FEW_LOGGED_IN || rule->cause == RULE_FEW_READY;
}

bool rule_finds_few(const struct state *state,
                    const struct event_queue_rule_set *rule)
{
    const uint32_t *states = queue_slot(state, rule->queue_id)->states;
    int64_t ready = (int64_t)states[AGENT_AVAILABLE] + states[AGENT_OFFERED] +
                    states[AGENT_TALKING] + states[AGENT_HOLD] +
                    states[AGENT_ACW];
    int64_t paused = (int64_t)states[AGENT_PAUSED] + states[AGENT_UNAVAILABLE];

    return ready + (rule->cause == RULE_FEW_LOGGED_IN ? paused : 0) <
           rule->agents;
}

const struct rule_begun_row *state_rule_begun(const struct state *state,
                                              uint64_t rule_id)
{
    const struct rule_begun_slot *begun =
        table_find(&state->rules_begun, rule_id, 0);

    return begun ? &begun->row : NULL;
}

int64_t rule_since_us(const struct state *state, const struct tally_row *tally,
                      const struct event_queue_rule_set *rule)
{
    const struct rule_begun_row *begun = state_rule_begun(state, rule->id);

    switch (rule->cause) {
    case RULE_FEW_LOGGED_IN:
    case RULE_FEW_READY:
        return begun ? begun->since_us : 0;
    case RULE_NOBODY_LOGGED_IN:
        return tally->empty_us;
    case RULE_NOBODY_READY:
        return tally->paused_us;
    case RULE_NOBODY_WORKS:
        return tally->idle_us;
    case RULE_CLOSED:
        return tally->closed_us;
    case RULE_FULL:
    case RULE_WAITED:
    case RULE_ESTIMATE:
    case RULE_KEY:
        break;
    }

    return 0;
}

static bool has_held(const struct turn *turn, const struct tally_row *tally,
                     const struct event_queue_rule_set *rule)
{
    int64_t since_us = rule_since_us(turn->state, tally, rule);

    return since_us && since_us + rule->hold_ms * 1000 <= turn->now_us;
}

/* What is as long as it may be; shorter, once the rule has begun. */
static int64_t longest_estimate_us(const struct turn *turn,
                                   const struct event_queue_rule_set *rule)
{
    bool goes_on = rule->reopen_ms && state_rule_begun(turn->state, rule->id);

    return (goes_on ? rule->reopen_ms : rule->estimate_ms) * 1000;
}

/* Behind so many; whoever would be the first in line joins. */
static bool is_too_long(const struct turn *turn,
                        const struct event_queue_rule_set *rule, size_t ahead)
{
    int64_t wait_us = ahead ? estimate_wait_us(turn->state, rule->queue_id,
                                               ahead, turn->now_us)
                            : 0;

    return wait_us == ESTIMATE_UNKNOWN ||
           wait_us > longest_estimate_us(turn, rule);
}

/* A chain of queues is one decision, and may come by the same one again before
   anything is folded. */
static bool begins_already(const struct turn *turn, uint64_t rule_id)
{
    const struct outbox *outbox = turn->outbox;

    for (size_t i = outbox->first_event; i < outbox->event_count; i++) {
        const struct event *event = &outbox->events[i];

        if (event->type == EVENT_QUEUE_RULE_BEGAN &&
            event->as.queue_rule_began.rule_id == rule_id)
            return true;
    }

    return false;
}

void write_rule_began(struct turn *turn,
                      const struct event_queue_rule_set *rule)
{
    if (rule->reopen_ms && !state_rule_begun(turn->state, rule->id) &&
        !begins_already(turn, rule->id))
        WRITE(turn, QUEUE_RULE_BEGAN, queue_rule_began,
              { .queue_id = rule->queue_id, .rule_id = rule->id });
}

/* A decision has room for so many beside a contact that joins; the next one who
   does ends the rest. */
enum { ENDED_AT_ONCE = 8 };

/* Who goes before others knows nothing of how long those at the end wait: asked
   is for behind all of them, whoever joins. */
void write_rules_ended(struct turn *turn, uint64_t queue_id)
{
    const struct state *state = turn->state;
    const struct event_queue_rule_set *rule;
    size_t all = tree_count(&queue_slot(state, queue_id)->line);
    int count = 0;

    for (rule = state_first_rule(state, queue_id);
         rule && count < ENDED_AT_ONCE; rule = state_next_rule(state, rule)) {
        if (!rule->reopen_ms || !state_rule_begun(state, rule->id) ||
            is_too_long(turn, rule, all))
            continue;
        WRITE(turn, QUEUE_RULE_ENDED, queue_rule_ended,
              { .queue_id = queue_id, .rule_id = rule->id });
        count++;
    }
}

const struct event_queue_rule_set *rule_for_joining(const struct turn *turn,
                                                    uint64_t queue_id,
                                                    int64_t priority,
                                                    int64_t since_us)
{
    const struct tally_row *tally = state_tally(turn->state, queue_id);
    size_t ahead = state_ahead(turn->state, queue_id, priority, since_us);
    const struct event_queue_rule_set *rule;

    for (rule = state_first_rule(turn->state, queue_id); rule;
         rule = state_next_rule(turn->state, rule)) {
        if (rule->moment == RULE_WHILE_WAITING)
            continue;
        if (has_held(turn, tally, rule) ||
            (rule->cause == RULE_ESTIMATE && is_too_long(turn, rule, ahead)))
            return rule;
    }

    return NULL;
}

const struct event_queue_rule_set *rule_for_waiting(const struct turn *turn,
                                                    uint64_t queue_id)
{
    const struct tally_row *tally = state_tally(turn->state, queue_id);
    const struct event_queue_rule_set *rule;

    for (rule = state_first_rule(turn->state, queue_id); rule;
         rule = state_next_rule(turn->state, rule))
        if (rule->moment != RULE_ON_JOINING && has_held(turn, tally, rule))
            return rule;

    return NULL;
}

static bool fits_moment(const struct event_queue_rule_set *rule,
                        const struct event_queue_rule_set *before)
{
    return rule->moment == before->moment || rule->moment == RULE_ALWAYS ||
           before->moment == RULE_ALWAYS;
}

const struct event_queue_rule_set *rule_after(
    const struct turn *turn, const struct event_queue_rule_set *before)
{
    const struct tally_row *tally = state_tally(turn->state, before->queue_id);
    const struct event_queue_rule_set *rule = before;

    while ((rule = state_next_rule(turn->state, rule)) != NULL) {
        bool is_same = rule->cause == before->cause &&
                       rule->key.text[0] == before->key.text[0] &&
                       wait_step_of_us(turn->state, rule) ==
                           wait_step_of_us(turn->state, before);

        if (rule_lasts(before)
                ? has_held(turn, tally, rule) && fits_moment(rule, before)
                : is_same)
            return rule;
    }

    return NULL;
}

const struct event_queue_rule_set *rule_by_cause(const struct state *state,
                                                 uint64_t queue_id,
                                                 enum rule_cause cause,
                                                 char key)
{
    const struct event_queue_rule_set *rule;

    for (rule = state_first_rule(state, queue_id); rule;
         rule = state_next_rule(state, rule))
        if (rule->cause == cause &&
            (cause != RULE_KEY || rule->key.text[0] == key))
            return rule;

    return NULL;
}

const struct event_queue_rule_set *rule_by_estimate(const struct state *state,
                                                    uint64_t queue_id)
{
    const struct event_queue_rule_set *rule;

    for (rule = state_first_rule(state, queue_id); rule;
         rule = state_next_rule(state, rule))
        if (rule->cause == RULE_ESTIMATE && rule->moment != RULE_ON_JOINING)
            return rule;

    return NULL;
}

bool rule_finds_long(const struct turn *turn,
                     const struct event_queue_rule_set *rule,
                     uint64_t contact_id)
{
    return estimate_rest_us(turn->state, contact_id, turn->now_us) >
           rule->estimate_ms * 1000;
}

struct target target_of(const struct event_queue_rule_set *rule)
{
    bool is_callback = rule->target == TO_CALLBACK;

    return (struct target){ rule->target,
                            is_callback ? rule->queue_id : rule->target_id,
                            rule->number };
}

bool rule_dials_in_vain(const struct turn *turn,
                        const struct contact_row *contact,
                        const struct event_queue_rule_set *rule)
{
    return rule->target == TO_NUMBER &&
           state_talk(turn->state, contact->contact_id)->sent_failed >=
               NUMBERS_MAX;
}
