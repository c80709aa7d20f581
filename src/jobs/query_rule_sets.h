/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of the set of routing rules, for workers. */

#ifndef JOBS_QUERY_RULE_SETS_H
#define JOBS_QUERY_RULE_SETS_H

#include <stddef.h>
#include <stdint.h>

#include "core/event.h"

enum { QUERY_MAX_RULE_SETS = 1000 }; /* the last ones are told */

/* What made a version: see rule_replay.h. */
struct rule_set_version {
    int64_t version; /* 1, 2, 3, ... */
    int64_t at_us;
    uint64_t by;
    int64_t rules;    /* so many there are in it */
    int64_t changed;  /* ... and so many it made others, or ended */
    bool published;   /* it was the draft */
    struct name name; /* of the rule, where there was one; "": it was removed */
};

struct rule_set_history {
    struct rule_set_version *rows; /* newest first */
    size_t count;
    struct event_rule_set *rules; /* of the version that was asked for, by id */
    int64_t *last_versions;       /* that each of these ever had, by now */
    size_t rule_count;
};

/**
 * Finds them, and the rules of one of them. Reads all events of rules.
 *
 * @param version      0: the last one
 * @param ret_history  on success, to be released
 *
 * @return 0, -ENOENT: there is no such version, or another negative errno
 */
int query_rule_sets(void *hands, int64_t version,
                    struct rule_set_history *ret_history);

void rule_set_history_done(struct rule_set_history *history);

#endif
