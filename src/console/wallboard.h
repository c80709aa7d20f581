/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture on the wall: a few large figures, the queues, what is wrong. */

#ifndef CONSOLE_WALLBOARD_H
#define CONSOLE_WALLBOARD_H

#include "console/grade.h"

/*
 * A picture is made from figures alone, so that it is the same in a console,
 * on a screen nobody attends, and printed by `cclite wallboard --once`.
 *
 * Page 0 is of all queues together; with more than one queue, each has a page
 * of its own after it. The list below is the same on all: in the order given
 * while all have room, else the worst first.
 */

enum { WALLBOARD_QUEUES = 256 };

struct wallboard {
    const struct figures *queues;
    size_t queue_count; /* up to WALLBOARD_QUEUES */
    struct figures all; /* together, agents counted */
    struct limits limits;
    bool is_known;         /* false: figures are shown as unknown */
    size_t page;           /* below wallboard_pages() */
    int64_t next_page_s;   /* -1: it does not turn */
    int64_t wall_us;       /* now */
    const char *zone;      /* as of format_moment() */
    int shift;             /* columns to the right, against burnt-in screens */
    struct safe_text link; /* how the figures got here: "live" */
    enum look_role link_role;
};

/** How many pages so many queues have. */
size_t wallboard_pages(size_t queue_count);

/** Draws it over a whole surface. */
void wallboard_draw(const struct surface *surface,
                    const struct wallboard *board);

#endif
