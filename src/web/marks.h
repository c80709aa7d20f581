/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows may be others now, after what has happened. */

#ifndef WEB_MARKS_H
#define WEB_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/state.h"
#include "wire/topic.h"

/*
 * Marking cannot fail: what is not noted one by one, because there is no room,
 * is noted as "all of them". A row marked in vain costs a comparison.
 */
enum { MARKS_PER_TOPIC = 128 };

struct mark {
    uint64_t id;
    bool is_forced; /* who may see it may have changed, though it has not */
};

struct marks {
    bool all_soon; /* what repeats a name of a document follows with the tick */
    bool names_soon; /* ... and who may know one may be others now */
    struct {
        bool all;
        bool all_forced;
        size_t count;
        struct mark marks[MARKS_PER_TOPIC];
    } topics[TOPIC_COUNT];
};

void mark_row(struct marks *marks, enum topic topic, uint64_t id);
void mark_all(struct marks *marks);

/** All rows that name what is a team's, or served by somebody: who was told a
 *  name, or a number in its place, is told the row again. */
void mark_names(struct marks *marks);

/** Marks what an event concerns: call it before the event is folded, and again
 *  after it, because a contact that leaves an agent concerns the agent, too. */
void mark_event(struct marks *marks, const struct state *floor,
                const struct event *event);

#endif
