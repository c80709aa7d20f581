/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing the rows up to what has happened. */

#ifndef WEB_WATCH_H
#define WEB_WATCH_H

#include "web/marks.h"
#include "web/rows.h"

struct history;
struct web;

/* Of the web thread. */
struct watch {
    struct rows *rows;
    struct marks marks;
    struct history *history;
    struct history *arrivals; /* in queues */
    int64_t day;              /* since 1970 */
    int64_t step;             /* of the history */
};

/** @return 0 or -ENOMEM */
int watch_new(const struct state *floor, struct watch **ret_watch);
struct watch *watch_free(struct watch *watch); /* NULL always */

/** Folds an event for which room is reserved, and notes what it concerns. */
void watch_fold(struct web *web, const struct event *event);

/** Makes the rows that may be others. Without memory it is done later, and what
 *  nobody watches with the next tick. */
void watch_settle(struct web *web);

/** The same for one topic, for somebody who begins to watch it. */
void watch_settle_topic(struct web *web, enum topic topic);

/** Once a second: what changes without events. */
void watch_tick(struct web *web);

#endif
