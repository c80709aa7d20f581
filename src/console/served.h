/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an agent serves a queue, read from rows and sent whole. */

#ifndef CONSOLE_SERVED_H
#define CONSOLE_SERVED_H

#include <stdbool.h>
#include <stdint.h>

struct replica;
struct json_t;

/* Zeroed: not at all. All of it is sent, also by who changes one part: what was
   seen is meant. */
struct served {
    int64_t priority; /* 1 is first, 100 last; 0: does not serve it */
    int64_t delay_ms; /* how long the oldest contact has waited before */
    int64_t until_us; /* wall clock; 0: for good */
    bool by_team;     /* as a member of a team that serves it */
};

/** How the agent serves the queue, by the rows of assignments that are here;
 *  not at all while there are none. NULL: no rows. Looks at each of them. */
struct served served_of(const struct replica *rows, uint64_t agent_id,
                        uint64_t queue_id);

/** Adds priority, delay and end to the body of an assignment. */
void served_put(const struct served *served, struct json_t *body);

#endif
