/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one gate for calls to the outside, whoever asks for them. */

#ifndef CORE_WAY_OUT_H
#define CORE_WAY_OUT_H

#include "core/decide.h"

/*
 * A number is dialled by the rights of an agent: of the one who calls, or who
 * transfers somebody there, be it by the console, by a phone's REFER or by a
 * redirection. In this order it is asked: is it a number; an emergency number,
 * which always passes; may the agent call it; which route leads it (the longest
 * match; without any, the trunks' own prefixes, by preference); is it premium
 * and not named by a route; is the route open; does a cap stand against it.
 * Of a route whose trunks have weights, those that may be tried are drawn.
 */
struct way_out {
    bool is_emergency;   /* then only the number counts */
    bool is_risky;       /* premium, or the route is in use since today only */
    uint64_t route_id;   /* 0: by the trunks' prefixes */
    uint64_t instead_of; /* the DIAL of a call that ends with it; or 0 */
    uint64_t trunk_ids[WAY_OUT_TRUNKS]; /* in order; 0 ends it */
    int64_t draw; /* for that order, see trunk_lot.h; 0: it is the route's */
    int64_t minute_cost;
    struct phone_number number; /* as it is dialled */
    struct phone_number shown;  /* who calls; "": as the trunk has it */
};

/* What the events by which a number is dialled tell of its way. */
#define WAY_OUT_FIELDS(way)                                                    \
    .route_id = (way)->route_id, .trunk_id = (way)->trunk_ids[0],              \
    .minute_cost = (way)->minute_cost, .risky = (way)->is_risky,               \
    .draw = (way)->draw

/**
 * Finds how an agent's call gets to an outside number. A refusal that looks
 * like fraud is left in turn->suspicion. O(routes + trunks + calls outside),
 * and with caps on cost O(agents who have called).
 *
 * @return REFUSED_NOT and the way, or why there is none
 */
enum refusal find_way_out(struct turn *turn, uint64_t agent_id,
                          const struct phone_number *number,
                          struct way_out *ret_way);

/** The same for a call that takes the place of one: the number dialled said to
 *  call that one instead. */
enum refusal find_way_instead(struct turn *turn, uint64_t agent_id,
                              const struct phone_number *number,
                              uint64_t instead_of, struct way_out *ret_way);

/**
 * The same for a call of no agent: somebody who configures the house sends
 * callers there. It counts for the caps as the calls of agent 0.
 */
enum refusal find_way_of_house(struct turn *turn,
                               const struct phone_number *number,
                               struct way_out *ret_way);

/** Whether another hour, or another call's end, changes a refusal. */
bool way_out_will_pass(enum refusal refusal);

/** Asks for the number to be dialled; the rest of the effect, as for whom and
 *  until when, is given. */
void ask_way_out(struct turn *turn, const struct way_out *way,
                 const struct effect *rest);

/** How long it may take. */
int64_t way_out_due_us(const struct turn *turn, const struct way_out *way);

#endif
