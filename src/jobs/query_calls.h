/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calls of a time, as routing rules are asked about them. */

#ifndef JOBS_QUERY_CALLS_H
#define JOBS_QUERY_CALLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/record.h"

enum {
    QUERY_MAX_CALLS = 5000,
    QUERY_CALLS_RULES = 800000, /* calls times rules that each is asked by */
    QUERY_CALLS_BEFORE = 16,    /* of the same caller, that are looked at */
};

struct past_call {
    struct phone_number caller; /* "": withheld, or erased */
    struct phone_number called;
    uint64_t trunk_id;
    int64_t arrived_wall_us;
    int64_t draw; /* its lot */

    /* How it fared. */
    uint64_t queue_id;  /* the last one it waited in; 0: none, or not ended */
    bool in_time;       /* answered within that queue's service level's time */
    bool short_abandon; /* hung up before that counted */

    /* Of its caller, by then; only where that was wanted. */
    int64_t calls;
    int64_t called_ago_us;
    uint64_t last_queue_id;
    uint64_t last_agent_id;
};

struct query_calls {
    int64_t from_wall_us;
    int64_t before_wall_us; /* excluded */
    bool wants_past;        /* a query more for each of them */
    size_t rules;           /* that they will be asked about */
};

/** So many calls are found where there are so many rules, at most: who asks
 *  them all at once lets others wait meanwhile. At least 1 up to
 *  QUERY_CALLS_RULES. */
size_t query_calls_most(size_t rules);

/**
 * Finds the calls to numbers that an entry serves, newest first, up to
 * query_calls_most(): those that routing rules are asked about. Each costs a
 * query by index.
 *
 * @param hands        as of query.h
 * @param ret_calls    on success, to be freed with free()
 * @param ret_is_more  whether there were more
 *
 * @return 0 or negative errno
 */
int query_calls(void *hands, const struct query_calls *query,
                struct past_call **ret_calls, size_t *ret_count,
                bool *ret_is_more);

#endif
