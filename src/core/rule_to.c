/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a rule leads: which of its destinations takes a call. */

#include "core/rule.h"

#include <assert.h>

#include "core/callback.h"
#include "core/desk_slot.h"
#include "core/queue_shut.h"
#include "core/rule_facts.h"
#include "core/state_search.h"
#include "core/voicemail.h"
#include "core/way_out.h"

struct rule_to rule_to_at(const struct event_rule_set *rule, int index)
{
    assert(rule && index >= 0 && index < RULE_DESTINATIONS);

    const struct rule_to all[RULE_DESTINATIONS] = {
        { rule->to, rule->to_id, rule->share, &rule->number },
        { rule->to2, rule->to2_id, rule->share2, &rule->number2 },
        { rule->to3, rule->to3_id, rule->share3, &rule->number3 },
    };

    return all[index];
}

static bool serves_a_queue(const struct state *state, uint64_t agent_id)
{
    const struct assignment_slot *assignment =
        table_find_from(&state->assignments, agent_id, 0);

    return assignment && assignment->row.agent_id == agent_id;
}

static bool can_agent_take(const struct state *state, uint64_t agent_id)
{
    return agent_id && state_verdict(state, agent_id) == VERDICT_CHOSEN &&
           serves_a_queue(state, agent_id);
}

/* Through the gate for calls to the outside, and over a trunk that is there. */
static bool can_be_dialled(const struct state *state,
                           const struct rule_call *call,
                           const struct phone_number *number)
{
    struct turn turn = {
        .state = state,
        .now_us = call->wall_us - state_system(state)->wall_offset_us,
    };
    struct way_out way;

    if (find_way_of_house(&turn, number, &way))
        return false;

    for (size_t i = 0; i < WAY_OUT_TRUNKS; i++)
        if (way.trunk_ids[i] && !state_is_lost(state, way.trunk_ids[i]))
            return true;

    return false;
}

/* The night switch or the hours, unless the queue itself says where to then. */
static bool is_shut(const struct state *state, const struct rule_call *call,
                    uint64_t queue_id)
{
    const struct event_queue_rule_set *way = state_first_rule(state, queue_id);
    bool is_closed = call->hours ? queue_is_shut_at(state, call->hours,
                                                    queue_id, call->wall_us)
                                 : state_tally(state, queue_id)->closed_us != 0;

    if (!is_closed)
        return false;

    while (way &&
           (way->cause != RULE_CLOSED || way->moment == RULE_WHILE_WAITING))
        way = state_next_rule(state, way);

    return way == NULL;
}

/* Who is in its line already takes no more room there. */
static bool can_join(const struct state *state, const struct rule_call *call,
                     uint64_t queue_id)
{
    const struct event_queue_set *queue = state_queue(state, queue_id);

    return queue && !is_shut(state, call, queue_id) &&
           !state_is_full(state, queue, queue_id == call->leaves_id);
}

/* Whether it can take a contact now. */
static bool can_take(const struct state *state, const struct rule_call *call,
                     const struct rule_to *to)
{
    uint64_t id = to->id;

    if (to->share == 0)
        return false;

    switch (to->to) {
    case TO_FLOW:
        return id ? state_flow(state, id) != NULL : call->entry != NULL;
    case TO_QUEUE:
        return can_join(state, call, id);
    case TO_AGENT:
        if (id == 0 && call->past)
            id = call->past->agent_id;
        return can_agent_take(state, id);
    case TO_NUMBER:
        return can_be_dialled(state, call, to->number);
    case TO_VOICEMAIL:
        return state_box(state, id) != NULL;
    case TO_ANNOUNCEMENT:
        return state_prompt(state, id) != NULL;
    case TO_BUSY:
    case TO_HANG_UP:
        return true;
    case TO_CALLBACK:
        return calls_back(state_queue(state, id));
    }

    return false;
}

/* What can take a call, but has no use of it: nothing can be left there, and
   nobody is behind it. */
static bool is_full_box_to(const struct state *state, const struct rule_to *to)
{
    const struct event_box_set *box =
        to->to == TO_VOICEMAIL ? state_box(state, to->id) : NULL;

    return box && is_full_mailbox(state, box) && !box_has_operator(state, box);
}

/* Whether it leads the caller on: a box that tells it is full says more than
   what ends the call without a word. */
static bool is_way(const struct event_rule_set *rule, int index)
{
    enum destination to = index < 0 ? TO_HANG_UP : rule_to_at(rule, index).to;

    return to != TO_HANG_UP && to != TO_BUSY;
}

/* What is asked of a rule's destinations. */
struct asking {
    const struct state *state;
    const struct rule_call *call;
    const struct event_rule_set *rule;
    unsigned roomy;   /* bits of those that are taken for not full */
    bool is_full_too; /* boxes are */
    const struct rule_failed *failed; /* or NULL: it has just come */
};

static bool takes(const struct asking *asking, int index)
{
    const struct rule_to to = rule_to_at(asking->rule, index);

    if (asking->roomy & (1U << index))
        return true;

    return can_take(asking->state, asking->call, &to) &&
           (asking->is_full_too || !is_full_box_to(asking->state, &to));
}

/* Which shares count: none, if it cannot take the call. */
struct takers {
    int64_t shares[RULE_DESTINATIONS];
    int64_t all;
};

static struct takers find_takers(const struct asking *asking)
{
    struct takers takers = { .all = 0 };

    for (int i = 0; i < RULE_DESTINATIONS; i++) {
        if (!takes(asking, i))
            continue;
        takers.shares[i] = rule_to_at(asking->rule, i).share;
        takers.all += takers.shares[i];
    }

    return takers;
}

/* Of those that can: the first, or the one in whose share the lot falls. */
static int find_first(const struct asking *asking)
{
    const struct takers takers = find_takers(asking);
    int64_t drawn = asking->rule->sharing == RULE_FIRST
                        ? 0
                        : takers.all * (asking->call->draw / CONDITION_DRAWS) /
                              CONDITION_DRAWS;

    for (int i = 0; takers.all > 0 && i < RULE_DESTINATIONS; i++) {
        if (drawn < takers.shares[i])
            return i;
        drawn -= takers.shares[i];
    }

    return -1;
}

/* In order behind the one that failed; where they share calls, all that are
   left in a round, so that the last one's calls find another, too. */
static int find_next(const struct asking *asking)
{
    int failed = asking->failed->index;

    for (int i = failed + 1; i < failed + RULE_DESTINATIONS; i++) {
        int index = i % RULE_DESTINATIONS;

        if (i >= RULE_DESTINATIONS && asking->rule->sharing == RULE_FIRST)
            break;
        if (!(asking->failed->tried & (1U << index)) && takes(asking, index))
            return index;
    }

    return -1;
}

static int find_one(const struct asking *asking)
{
    return asking->failed ? find_next(asking) : find_first(asking);
}

/* Nobody is told that a box is full while there is another way. */
static int find(struct asking *asking)
{
    int index;

    asking->is_full_too = false;
    index = find_one(asking);
    if (is_way(asking->rule, index))
        return index;

    asking->is_full_too = true;
    return find_one(asking);
}

int rule_destination(const struct state *state, const struct rule_call *call,
                     const struct event_rule_set *rule)
{
    assert(state && call && rule);
    struct asking asking = { .state = state, .call = call, .rule = rule };

    return find(&asking);
}

/* One that has just become too full; who waits in it already is none the more. */
static bool has_filled(const struct state *state, const struct rule_call *call,
                       const struct rule_to *to)
{
    const struct event_queue_set *queue =
        to->to == TO_QUEUE && to->share > 0 ? state_queue(state, to->id) : NULL;

    return queue && queue->reopen_waiting && !is_shut(state, call, to->id) &&
           !state_tally(state, to->id)->full_us &&
           state_is_full(state, queue, to->id == call->leaves_id);
}

static bool is_noted(const struct rule_choice *choice, uint64_t queue_id)
{
    for (int i = 0; i < choice->passed_count; i++)
        if (choice->passed_ids[i] == queue_id)
            return true;

    return false;
}

/* Each in its turn: once the one that it was for is known to be full, the call
   is for the next. */
static void note_passed(struct asking *asking, struct rule_choice *choice)
{
    for (int i = 0; i < RULE_DESTINATIONS; i++) {
        const struct rule_to to = rule_to_at(asking->rule, i);

        if (has_filled(asking->state, asking->call, &to))
            asking->roomy |= 1U << i;
    }

    while (asking->roomy) {
        int index = find(asking);
        uint64_t queue_id;

        if (index < 0 || !(asking->roomy & (1U << index)))
            break;

        asking->roomy &= ~(1U << index);
        queue_id = rule_to_at(asking->rule, index).id;
        if (choice->passed_count < RULE_PASSED && !is_noted(choice, queue_id))
            choice->passed_ids[choice->passed_count++] = queue_id;
    }
}

void rule_note_passed(const struct state *state, const struct rule_call *call,
                      const struct event_rule_set *rule,
                      struct rule_choice *choice)
{
    assert(state && call && rule && choice);
    struct asking asking = { .state = state, .call = call, .rule = rule };

    note_passed(&asking, choice);
}

/* Those behind one whose number was not reached. */

int rule_next_destination(const struct state *state,
                          const struct rule_call *call,
                          const struct event_rule_set *rule,
                          const struct rule_failed *failed,
                          struct rule_choice *choice)
{
    assert(state && call && rule && failed && choice);
    assert(failed->index >= 0 && failed->index < RULE_DESTINATIONS);
    struct asking asking = {
        .state = state, .call = call, .rule = rule, .failed = failed
    };

    note_passed(&asking, choice);
    asking.roomy = 0;
    return find(&asking);
}
