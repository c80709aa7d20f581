/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the canvas share. Nobody else includes it. */

#ifndef TUI_CANVAS_INSIDE_H
#define TUI_CANVAS_INSIDE_H

#include "tui/canvas.h"
#include "tui/canvas_search.h"

enum {
    WAY_POINTS = 40,
    WAY_OUT = 0,   /* not laid yet */
    WAY_FOUND = 1, /* free of boxes */
    WAY_FORCED = 2 /* none was found: straight, behind boxes */
};

/* From the cell right of the port to the one before the box it enters. */
struct way {
    uint8_t state;
    uint8_t count;
    uint8_t enters; /* enum canvas_way: going so into the box */
    struct canvas_spot points[WAY_POINTS];
};

/* The arrow that is being laid: a frame may end before it has its way. */
struct laying {
    bool is_on;
    bool is_wide; /* in the wider window */
    bool is_lost; /* in neither there is anything to look for */
    size_t arrow;
    struct canvas_view window;
};

struct canvas {
    struct canvas_box boxes[CANVAS_BOXES];
    size_t box_count;
    struct canvas_arrow arrows[CANVAS_ARROWS];
    struct way ways[CANVAS_ARROWS];
    size_t arrow_count;
    struct canvas_arrow old_arrows[CANVAS_ARROWS]; /* while one is set */
    struct way old_ways[CANVAS_ARROWS];
    struct search search;
    struct laying laying;
    uint64_t searches;
    uint8_t *lines; /* of the view, while it is drawn */
    size_t line_room;
    struct grid *sheet; /* a box is drawn here first, then what is seen of it */
};

/* The row where arrows enter a box from the left. */
int canvas_entry(const struct canvas_box *box);

/* A part of a way: from a point to the next, both included. */
struct stretch {
    int top, left, bottom, right;
    uint8_t first, last; /* bits of the cells at top left and bottom right;
                            those in between have both */
};

/** The n-th part, which is one cell for a way that is one; false: no more. */
bool way_stretch(const struct way *way, size_t n, struct stretch *ret_stretch);

/** Puts the bits of a way's cells into a picture of a view, with a mark. */
void way_mark(const struct way *way, const struct canvas_view *view,
              uint8_t *cells, uint8_t mark);

/** Begins to look for the way of an arrow among those that are laid. */
void canvas_search_begin(struct canvas *canvas, size_t arrow);

/** Goes on with that; WAY_FORCED when there is none. effort: as of
 *  search_go_on(). @return whether it has its way now */
bool canvas_search(struct canvas *canvas, size_t *effort);

#endif
