/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts what a cap counts together, and compares. */

#include "core/cap.h"

#include "core/house_slots.h"

static const int64_t MINUTE_US = INT64_C(60000000);

/* What the calls counted together have come to. */
struct sums {
    int64_t calls; /* now */
    int64_t cost;  /* of this day */
    int64_t risky; /* of the last ten minutes */
};

int64_t call_cost(int64_t minute_cost, int64_t connected_us)
{
    return (minute_cost * connected_us + MINUTE_US - 1) / MINUTE_US;
}

static bool is_for(const struct event_cap_set *cap,
                   const struct cap_question *question)
{
    switch (cap->scope) {
    case CAP_OF_AGENT:
        return !cap->agent_id || cap->agent_id == question->agent_id;
    case CAP_OF_TRUNK:
        return !cap->trunk_id || cap->trunk_id == question->trunk_id;
    case CAP_OF_ALL:
        break;
    }

    return true;
}

/* Whether that agent's calls over that trunk are counted with the new one. */
static bool is_counted(const struct event_cap_set *cap,
                       const struct cap_question *question, uint64_t agent_id,
                       uint64_t trunk_id)
{
    switch (cap->scope) {
    case CAP_OF_AGENT:
        return agent_id == question->agent_id;
    case CAP_OF_TRUNK:
        return trunk_id == question->trunk_id;
    case CAP_OF_ALL:
        break;
    }

    return true;
}

static void add_running(const struct turn *turn,
                        const struct event_cap_set *cap,
                        const struct cap_question *question, struct sums *sums)
{
    for (const struct outcall_slot *o = table_first(&turn->state->outcalls); o;
         o = table_next(o)) {
        if (o->row.serial == question->instead_of ||
            !is_counted(cap, question, o->row.agent_id, o->row.trunk_id))
            continue;

        sums->calls++;
        if (o->row.since_us)
            sums->cost +=
                call_cost(o->row.minute_cost, turn->now_us - o->row.since_us);
    }
}

static void add_ended(const struct turn *turn, const struct event_cap_set *cap,
                      const struct cap_question *question, struct sums *sums)
{
    int64_t day = state_day(turn->state, turn->now_us);

    for (const struct spending_slot *s = table_first(&turn->state->spendings);
         s; s = table_next(s))
        if (s->row.day == day &&
            is_counted(cap, question, s->row.agent_id, s->row.trunk_id))
            sums->cost += s->row.cost;
}

static void add_risky(const struct turn *turn, const struct event_cap_set *cap,
                      const struct cap_question *question, struct sums *sums)
{
    for (const struct risky_call_slot *call =
             table_first(&turn->state->risky_calls);
         call; call = table_next(call))
        if (call->row.at_us + TOLL_WINDOW_US > turn->now_us &&
            is_counted(cap, question, call->row.agent_id, call->row.trunk_id))
            sums->risky++;
}

static enum refusal check_cap(const struct turn *turn,
                              const struct event_cap_set *cap,
                              const struct cap_question *question,
                              enum toll_cause *ret_cause)
{
    struct sums sums = { 0 };

    add_running(turn, cap, question, &sums);
    if (cap->max_calls && sums.calls >= cap->max_calls) {
        *ret_cause = TOLL_CALLS;
        return REFUSED_CALLS_CAPPED;
    }

    if (cap->daily_cost)
        add_ended(turn, cap, question, &sums);
    if (cap->daily_cost && sums.cost >= cap->daily_cost) {
        *ret_cause = TOLL_COST;
        return REFUSED_COST_CAPPED;
    }
    if (question->is_risky && cap->burst_calls)
        add_risky(turn, cap, question, &sums);
    if (cap->burst_calls && sums.risky >= cap->burst_calls) {
        *ret_cause = TOLL_BURST;
        return REFUSED_BURST_CAPPED;
    }

    return REFUSED_NOT;
}

enum refusal check_caps(const struct turn *turn,
                        const struct cap_question *question,
                        struct suspicion *ret_suspicion)
{
    for (const struct document_slot *slot =
             table_first(&turn->state->documents[DOCUMENT_CAP]);
         slot; slot = table_next(slot)) {
        const struct event_cap_set *cap = (const void *)&slot->head;
        enum refusal refusal =
            is_for(cap, question)
                ? check_cap(turn, cap, question, &ret_suspicion->cause)
                : REFUSED_NOT;

        if (refusal) {
            ret_suspicion->cap_id = cap->id;
            return refusal;
        }
    }

    return REFUSED_NOT;
}
