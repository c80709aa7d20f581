/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which trunks dial outside numbers, and in which order. */

#ifndef CALLS_LINE_OUT_H
#define CALLS_LINE_OUT_H

#include <stddef.h>
#include <stdint.h>

#include "core/event.h"

enum {
    LINE_OUT_MAX = 256, /* trunks */
};

/* One trunk as it is configured now. */
struct line_out_trunk {
    uint64_t id;
    int64_t preference;
    struct event_trunk_set document;
};

/* Kept sorted by (preference, id). Zeroed memory is an empty list. */
struct line_out {
    struct line_out_trunk trunks[LINE_OUT_MAX];
    size_t count;
};

/** Adds, changes or, when it does not dial out, removes a trunk.
 *  @return 0 or -ENOSPC */
int line_out_set(struct line_out *line_out,
                 const struct event_trunk_set *trunk);
/** Finds a trunk. Borrowed until the next change. @return it, or NULL */
const struct event_trunk_set *line_out_find(const struct line_out *line_out,
                                            uint64_t trunk_id);
void line_out_remove(struct line_out *line_out, uint64_t trunk_id);

#endif
