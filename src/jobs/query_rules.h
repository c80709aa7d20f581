/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of the calls that each rule led. */

#ifndef JOBS_QUERY_RULES_H
#define JOBS_QUERY_RULES_H

#include <stddef.h>
#include <stdint.h>

#include "core/event.h"
#include "wire/shape.h"

enum { QUERY_MAX_RULE_SUMS = 10000 };

/**
 * Sums up the contacts that came in a time, by rule and destination.
 *
 * @param hands     as of query.h
 * @param ret_rows  on success, to be freed with free(); names are ""
 *
 * @return 0 or negative errno; -E2BIG above QUERY_MAX_RULE_SUMS
 */
int query_rule_sums(void *hands, int64_t from_wall_us, int64_t before_wall_us,
                    struct shape_rule_figures **ret_rows, size_t *ret_count);

enum { QUERY_MAX_RULE_VERSIONS = 100 };

/**
 * Finds the versions of a rule, newest first: the last QUERY_MAX_RULE_VERSIONS.
 *
 * @param ret_rows  on success, to be freed with free()
 *
 * @return 0 or negative errno
 */
int query_rule_versions(void *hands, uint64_t rule_id,
                        struct event_rule_set **ret_rows, size_t *ret_count);

#endif
