/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the rows of a session to the figures of a wallboard. */

#ifndef CONSOLE_WALLBOARD_GATHER_H
#define CONSOLE_WALLBOARD_GATHER_H

#include "client/session.h"
#include "console/wallboard.h"

/* The topics it needs, for those who watch or hold them. */
enum { WALLBOARD_TOPICS = 3 };
extern const enum topic wallboard_topics[WALLBOARD_TOPICS];

/* Which queues somebody wants to see, by their names. */
struct wallboard_choice {
    const char *const *names; /* as far as the first NULL; NULL: all */
};

/** Whether all the rows that the person may see have come, or will not come. */
bool wallboard_is_complete(const struct replica *rows);

/**
 * Fills queues, queue_count, all and is_known of a board. Agents are counted
 * once, those who serve a queue of the board; whoever may see themselves only
 * is told of no agents in the sum.
 *
 * @param is_agent    the person who watches sees no other agents
 * @param ret_queues  room for WALLBOARD_QUEUES; the board borrows it. Queues
 *                    beyond are left out
 */
void wallboard_gather(const struct replica *rows,
                      const struct wallboard_choice *choice, bool is_agent,
                      int64_t now_us, enum language language,
                      struct figures ret_queues[WALLBOARD_QUEUES],
                      struct wallboard *board);

/** Fills link and link_role: "live", or how old the figures are, or since when
 *  it is not and why. */
void wallboard_tell_link(const struct session *session, int64_t now_us,
                         const struct style *style, struct wallboard *board);

#endif
