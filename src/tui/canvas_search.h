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

/*
 * A search may take many cells, so it can be left and gone on with: begun, given
 * its goals, started, and gone on with until it is over. States of the window
 * before are known by their round, and need not be cleared.
 */
struct search {
    int rows, columns;
    uint8_t *cells;
    struct state *states; /* four to a cell */
    size_t room;          /* cells */
    uint8_t round;        /* of this window; never 0 */
    int buckets[SEARCH_BUCKETS];
    size_t queued;
    int first; /* the state it starts from */
    int now;   /* the value of the bucket in hand */
    struct goal goals[SEARCH_GOALS];
    int goal_count;
};

/** Makes room for a window, all of it free, without goals. @return 0,
 *  -ENOMEM, or -E2BIG: it has more than SEARCH_CELLS */
int search_begin(struct search *search, int rows, int columns);

/** Adds a goal; one outside the window, or on a box or line, is none. */
void search_goal(struct search *search, const struct goal *goal);

/**
 * Starts to look for a way from a cell, entered to the right.
 *
 * @return 0, or -ENOENT: there is none, for the cell or all goals are taken
 */
int search_start(struct search *search, struct canvas_spot start);

/**
 * Goes on looking.
 *
 * @param effort  so many states at most are looked at; what was is taken off
 *
 * @return the state of the goal that was found, -EAGAIN: not yet, or -ENOENT
 */
int search_go_on(struct search *search, size_t *effort);

/**
 * Tells the way to the state that was found.
 *
 * @param ret_spots  where it begins, bends and ends
 * @param max        room for them
 * @param ret_way    the direction it ends in
 *
 * @return how many spots, or -ENOENT: there are more bends
 */
int search_way(const struct search *search, int at,
               struct canvas_spot *ret_spots, int max, int *ret_way);

/** Releases the room. */
void search_done(struct search *search);

#endif
