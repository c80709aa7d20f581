/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Caps on calls to the outside, and what such calls cost. */

#ifndef CORE_CAP_H
#define CORE_CAP_H

#include "core/decide.h"

/* One more call. */
struct cap_question {
    uint64_t agent_id;
    uint64_t trunk_id;
    bool is_risky;       /* to a premium number, or over a new route */
    uint64_t instead_of; /* the DIAL of a call that ends with it; or 0 */
};

/**
 * Looks for a cap that one more call would break. Calls that go on count with
 * what they have cost so far. O(caps x (calls outside + agents who called +
 * risky calls of the last ten minutes)).
 *
 * @param ret_suspicion  with a refusal, its cause and cap are set
 */
enum refusal check_caps(const struct turn *turn,
                        const struct cap_question *question,
                        struct suspicion *ret_suspicion);

/** What a call has cost, in thousandths of the currency; a begun one counts. */
int64_t call_cost(int64_t minute_cost, int64_t connected_us);

#endif
