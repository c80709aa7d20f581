/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a rule leads: which of its destinations takes a call. */

#include "core/rule.h"

#include <assert.h>

#include "core/callback.h"
#include "core/desk_slot.h"
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

/* The night switch, unless the queue itself says where to then. */
static bool is_shut(const struct state *state, uint64_t queue_id)
{
    const struct event_queue_rule_set *way = state_first_rule(state, queue_id);

    if (!state_tally(state, queue_id)->closed_us)
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

    return queue && !is_shut(state, queue_id) &&
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

/* Which shares count: none, if it cannot take the call. */
struct takers {
    int64_t shares[RULE_DESTINATIONS];
    int64_t all;
};

static struct takers find_takers(const struct state *state,
                                 const struct rule_call *call,
                                 const struct event_rule_set *rule,
                                 bool is_full_too)
{
    struct takers takers = { .all = 0 };

    for (int i = 0; i < RULE_DESTINATIONS; i++) {
        struct rule_to to = rule_to_at(rule, i);

        if (!can_take(state, call, &to) ||
            (!is_full_too && is_full_box_to(state, &to)))
            continue;
        takers.shares[i] = to.share;
        takers.all += to.share;
    }

    return takers;
}

/* Of those that can: the first, or the one in whose share the lot falls. */
static int draw_destination(const struct rule_call *call,
                            const struct event_rule_set *rule,
                            const struct takers *takers)
{
    int64_t drawn =
        rule->sharing == RULE_FIRST
            ? 0
            : takers->all * (call->draw / CONDITION_DRAWS) / CONDITION_DRAWS;

    for (int i = 0; takers->all > 0 && i < RULE_DESTINATIONS; i++) {
        if (drawn < takers->shares[i])
            return i;
        drawn -= takers->shares[i];
    }

    return -1;
}

/* Nobody is told that a box is full while there is another way. */
int rule_destination(const struct state *state, const struct rule_call *call,
                     const struct event_rule_set *rule)
{
    assert(state && call && rule);

    struct takers takers = find_takers(state, call, rule, false);
    int index = draw_destination(call, rule, &takers);

    if (is_way(rule, index))
        return index;

    takers = find_takers(state, call, rule, true);
    return draw_destination(call, rule, &takers);
}

/* Those behind one whose number was not reached. */
struct next_to {
    int failed;
    unsigned tried;
    bool is_full_too;
};

/* In order behind the one that failed; where they share calls, all that are
   left in a round, so that the last one's calls find another, too. */
static int find_next(const struct state *state, const struct rule_call *call,
                     const struct event_rule_set *rule,
                     const struct next_to *next)
{
    for (int i = next->failed + 1; i < next->failed + RULE_DESTINATIONS; i++) {
        int index = i % RULE_DESTINATIONS;
        const struct rule_to to = rule_to_at(rule, index);

        if (i >= RULE_DESTINATIONS && rule->sharing == RULE_FIRST)
            break;
        if (!(next->tried & (1U << index)) && can_take(state, call, &to) &&
            (next->is_full_too || !is_full_box_to(state, &to)))
            return index;
    }

    return -1;
}

int rule_next_destination(const struct state *state,
                          const struct rule_call *call,
                          const struct event_rule_set *rule, int failed,
                          unsigned tried)
{
    assert(state && call && rule);
    assert(failed >= 0 && failed < RULE_DESTINATIONS);

    struct next_to next = { failed, tried, false };
    int index = find_next(state, call, rule, &next);

    if (is_way(rule, index))
        return index;

    next.is_full_too = true;
    return find_next(state, call, rule, &next);
}

/* One that has just become too full; who waits in it already is none the more. */
static bool has_filled(const struct state *state, const struct rule_call *call,
                       const struct rule_to *to)
{
    const struct event_queue_set *queue =
        to->to == TO_QUEUE && to->share > 0 ? state_queue(state, to->id) : NULL;

    return queue && queue->reopen_waiting && !is_shut(state, to->id) &&
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

/* In order, those behind the one taken were not asked. */
void rule_note_passed(const struct state *state, const struct rule_call *call,
                      const struct event_rule_set *rule, int taken,
                      struct rule_choice *choice)
{
    assert(state && call && rule && choice);
    bool is_cut = rule->sharing == RULE_FIRST && taken >= 0;
    int count = is_cut ? taken : RULE_DESTINATIONS;

    for (int i = 0; i < count && choice->passed_count < RULE_PASSED; i++) {
        const struct rule_to to = rule_to_at(rule, i);

        if (has_filled(state, call, &to) && !is_noted(choice, to.id))
            choice->passed_ids[choice->passed_count++] = to.id;
    }
}
