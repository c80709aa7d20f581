/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of the calls that each rule led. */

#ifndef JOBS_QUERY_RULE_SUMS_H
#define JOBS_QUERY_RULE_SUMS_H

#include <stddef.h>
#include <stdint.h>

#include "core/rule.h"
#include "wire/shape.h"

enum { QUERY_MAX_RULE_SUMS = 20000 };

/* Where a version of a rule leads: a plain value, in a list by rule. */
struct rule_places {
    uint64_t rule_id;
    int64_t version;
    struct rule_place {
        enum destination to;
        uint64_t to_id;
        struct phone_number number;
    } places[RULE_DESTINATIONS];
};

void rule_places_of(const struct event_rule_set *rule,
                    struct rule_places *ret_places);

struct query_rule_sums {
    int64_t from_wall_us;
    int64_t before_wall_us;
    const struct rule_places
        *known; /* of the rules now, in order of their ids */
    size_t known_count;
};

/**
 * Sums up the contacts that came in a time, by rule and by the destination that
 * the rule had at that place when it led them there. Where one was led by a
 * version that is not known, all events of rules are read.
 *
 * @param hands     as of query.h
 * @param ret_rows  on success, to be freed with free(); names are "", and the
 *                  rates 0
 *
 * @return 0 or negative errno; -E2BIG above QUERY_MAX_RULE_SUMS versions
 */
int query_rule_sums(void *hands, const struct query_rule_sums *query,
                    struct shape_rule_figures **ret_rows, size_t *ret_count);

#endif
