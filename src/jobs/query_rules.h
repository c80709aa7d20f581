/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a rule was. */

#ifndef JOBS_QUERY_RULES_H
#define JOBS_QUERY_RULES_H

#include <stddef.h>
#include <stdint.h>

#include "core/event.h"

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
