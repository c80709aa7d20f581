/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Past calls summed up by where they are led, and would be. */

#ifndef WEB_ROUTING_REPLAY_ROWS_H
#define WEB_ROUTING_REPLAY_ROWS_H

#include "jobs/query_calls.h"
#include "wire/shape.h"

/* Where one call is led. */
struct replay_led {
    uint64_t rule_id; /* 0: the entry, if there is one */
    struct name name;
    enum destination to;
    uint64_t to_id;
    struct label to_name; /* of the destination, or the number */
};

/**
 * Makes a row of each pair of ways, of all calls that go by it: those that would
 * go elsewhere first, the most of them before.
 *
 * How they fared is told beside: the service level that these calls really had,
 * wherever they waited, and what all the calls looked at had that waited in the
 * queue that the draft leads to. Nothing is told of what would have become of
 * them: fewer callers in one queue and more in another change what everybody
 * there waits for, and how long an agent talks is not the same for all. By
 * another rule to the same place is no other way.
 *
 * @param calls     so many, and as many of was and would
 * @param ret_rows  on success, to be freed with free(); `more` is not set
 *
 * @return 0 or -ENOMEM. O(n log n)
 */
int replay_rows(const struct past_call *calls, const struct replay_led *was,
                const struct replay_led *would, size_t count,
                struct shape_routing_replayed **ret_rows, size_t *ret_count);

#endif
