/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A* over the cells of a window and the direction they are entered in. */

#ifndef TUI_CANVAS_SEARCH_H
#define TUI_CANVAS_SEARCH_H

#include <stddef.h>
#include <stdint.h>

#include "tui/canvas_line.h"

/* Of a cell: the lines of others in the low bits, then: */
enum {
    CELL_LINES = 15,
    CELL_OWN = 16, /* a line that leads to the same box */
    CELL_BOX = 32,
    CELL_BESIDE = 64,    /* along a box */
    CELL_DOORSTEP = 128, /* where another arrow leaves or enters a box */
};

enum {
    SEARCH_WAYS = 4, /* enum canvas_way */
    SEARCH_GOALS = 3,
    SEARCH_CELLS = 65536, /* of a window, at most */
    SEARCH_BUCKETS = 128, /* more than any one step costs */
};

/* The cell before a box, the direction into it, and what this one costs more
 * than the others. */
struct goal {
    struct canvas_spot spot; /* of the window */
    int way;
    int extra;
};

struct state;

struct search {
    int rows, columns;
    uint8_t *cells;
    struct state *states; /* four to a cell */
    size_t room;          /* cells */
    int buckets[SEARCH_BUCKETS];
    size_t queued;
    struct goal goals[SEARCH_GOALS];
    int goal_count;
};

/** Makes room for a window, all of it free, without goals. @return 0,
 *  -ENOMEM, or -E2BIG: it has more than SEARCH_CELLS */
int search_begin(struct search *search, int rows, int columns);

/** Adds a goal; one outside the window, or on a box or line, is none. */
void search_goal(struct search *search, const struct goal *goal);

/**
 * Looks for the way from a cell, entered to the right, to a goal.
 *
 * @param ret_spots  where it begins, bends and ends
 * @param max        room for them
 * @param ret_way    the direction it ends in
 *
 * @return how many spots, or -ENOENT: there is no way, or one with more bends
 */
int search_run(struct search *search, struct canvas_spot start,
               struct canvas_spot *ret_spots, int max, int *ret_way);

/** Releases the room. */
void search_done(struct search *search);

#endif
