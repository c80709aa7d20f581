/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Buckets of equal promise, and what ways cost. */

#include "tui/canvas_search.h"

#include <assert.h>
#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* In halves of a cell. */
enum {
    COST_STEP = 2,
    COST_BEND = 6,
    COST_CROSSING = 8,
    COST_BESIDE = 1,
    COST_DOORSTEP = 48,
};

/* A state is a cell and a direction: 4 * cell + way. */
struct state {
    int cost;
    int next, last; /* in its bucket; -1 */
    int8_t came;    /* the direction before */
    uint8_t bucket;
    bool is_done;
    uint8_t round; /* of another one it says nothing */
};

static const int row_of_way[SEARCH_WAYS] = { -1, 0, 1, 0 };
static const int column_of_way[SEARCH_WAYS] = { 0, 1, 0, -1 };

void search_done(struct search *search)
{
    free(search->cells);
    free(search->states);
    *search = (struct search){ 0 };
}

static int make_room(struct search *search, size_t cells)
{
    if (search->room >= cells)
        return 0;
    search_done(search);
    search->cells = malloc(cells);
    search->states = calloc(cells * SEARCH_WAYS, sizeof(*search->states));
    if (!search->cells || !search->states) {
        search_done(search);
        return -ENOMEM;
    }
    search->room = cells;
    return 0;
}

/* Once in a while a number comes again: then they are cleared. */
static void begin_round(struct search *search)
{
    if (++search->round != 0)
        return;
    memset(search->states, 0,
           search->room * SEARCH_WAYS * sizeof(*search->states));
    search->round = 1;
}

int search_begin(struct search *search, int rows, int columns)
{
    assert(search && rows > 0 && columns > 0);
    size_t cells = (size_t)rows * (size_t)columns;

    if (cells > SEARCH_CELLS)
        return -E2BIG;
    int rc = make_room(search, cells);
    if (rc < 0)
        return rc;
    search->rows = rows;
    search->columns = columns;
    search->goal_count = 0;
    memset(search->cells, 0, cells);
    begin_round(search);
    return 0;
}

static bool is_inside(const struct search *search, int row, int column)
{
    return row >= 0 && row < search->rows && column >= 0 &&
           column < search->columns;
}

void search_goal(struct search *search, const struct goal *goal)
{
    assert(search->goal_count < SEARCH_GOALS);
    int row = goal->spot.row, column = goal->spot.column;

    if (is_inside(search, row, column) &&
        !(search->cells[row * search->columns + column] &
          (CELL_BOX | CELL_LINES)))
        search->goals[search->goal_count++] = *goal;
}

static struct state *state_at(const struct search *search, int at)
{
    struct state *state = &search->states[at];

    if (state->round != search->round)
        *state = (struct state){ .cost = INT_MAX, .round = search->round };
    return state;
}

/* The queue: a ring of lists. */

static void take_out(struct search *search, int at)
{
    struct state *state = &search->states[at];

    if (state->last >= 0)
        search->states[state->last].next = state->next;
    else
        search->buckets[state->bucket] = state->next;
    if (state->next >= 0)
        search->states[state->next].last = state->last;
    search->queued--;
}

/* No more than what is left to the nearest goal. */
static int promise(const struct search *search, int row, int column)
{
    int least = INT_MAX;

    for (int i = 0; i < search->goal_count; i++) {
        const struct goal *goal = &search->goals[i];
        int left =
            (abs(goal->spot.row - row) + abs(goal->spot.column - column)) *
                COST_STEP +
            goal->extra;

        if (left < least)
            least = left;
    }
    return least;
}

/* By cost and promise, never behind the bucket in hand: the free way along a
 * line of one's own would ask for that. */
static void put_in(struct search *search, int at, int value)
{
    struct state *state = &search->states[at];
    int now = search->now;

    state->bucket = (uint8_t)((value < now ? now : value) % SEARCH_BUCKETS);
    state->last = -1;
    state->next = search->buckets[state->bucket];
    if (state->next >= 0)
        search->states[state->next].last = at;
    search->buckets[state->bucket] = at;
    search->queued++;
}

/* What entering a cell costs; -1: it cannot be entered so. Lines of others are
 * crossed straight or not at all. */
static int cost_of(uint8_t cell, int way)
{
    bool is_across = way == CANVAS_RIGHT || way == CANVAS_LEFT;
    int lines = cell & CELL_LINES;
    int cost = cell & CELL_OWN ? 0 : COST_STEP;

    if (cell & CELL_BOX)
        return -1;
    if (lines &&
        lines != (is_across ? RAY_UP | RAY_DOWN : RAY_LEFT | RAY_RIGHT))
        return -1;
    if (lines)
        cost += COST_CROSSING;
    if (cell & CELL_BESIDE)
        cost += COST_BESIDE;
    if (cell & CELL_DOORSTEP)
        cost += COST_DOORSTEP;
    return cost;
}

static const struct goal *goal_at(const struct search *search, int row,
                                  int column, int way)
{
    for (int i = 0; i < search->goal_count; i++) {
        const struct goal *goal = &search->goals[i];

        if (goal->spot.row == row && goal->spot.column == column &&
            goal->way == way)
            return goal;
    }
    return NULL;
}

static void go_from(struct search *search, int at, int way)
{
    int cell = at / SEARCH_WAYS, came = at % SEARCH_WAYS;
    int row = cell / search->columns + row_of_way[way];
    int column = cell % search->columns + column_of_way[way];

    if (!is_inside(search, row, column) || way == (came + 2) % SEARCH_WAYS ||
        (way != came && search->cells[cell] & CELL_LINES))
        return;
    int next = row * search->columns + column;
    int step = cost_of(search->cells[next], way);
    if (step < 0)
        return;

    struct state *state = state_at(search, next * SEARCH_WAYS + way);
    const struct goal *goal = goal_at(search, row, column, way);
    int cost = search->states[at].cost + step + (way != came ? COST_BEND : 0) +
               (goal ? goal->extra : 0);
    if (state->is_done || cost >= state->cost)
        return;
    if (state->cost != INT_MAX)
        take_out(search, next * SEARCH_WAYS + way);
    state->cost = cost;
    state->came = (int8_t)came;
    put_in(search, next * SEARCH_WAYS + way,
           cost + promise(search, row, column));
}

static bool is_goal(const struct search *search, int at)
{
    int cell = at / SEARCH_WAYS;

    return goal_at(search, cell / search->columns, cell % search->columns,
                   at % SEARCH_WAYS) != NULL;
}

int search_start(struct search *search, struct canvas_spot start)
{
    assert(search);
    if (search->goal_count == 0 || !is_inside(search, start.row, start.column))
        return -ENOENT;
    int cell = start.row * search->columns + start.column;

    if (search->cells[cell] & CELL_BOX)
        return -ENOENT;
    search->first = cell * SEARCH_WAYS + CANVAS_RIGHT;
    search->now = promise(search, start.row, start.column);
    for (int i = 0; i < SEARCH_BUCKETS; i++)
        search->buckets[i] = -1;
    search->queued = 0;
    state_at(search, search->first)->cost = 0;
    put_in(search, search->first, search->now);
    return 0;
}

int search_go_on(struct search *search, size_t *effort)
{
    assert(search && effort);
    while (search->queued > 0) {
        int at = search->buckets[search->now % SEARCH_BUCKETS];

        if (at < 0) {
            search->now++;
            continue;
        }
        if (*effort == 0)
            return -EAGAIN;
        --*effort;
        take_out(search, at);
        search->states[at].is_done = true;
        if (is_goal(search, at))
            return at;
        for (int way = 0; way < SEARCH_WAYS; way++)
            go_from(search, at, way);
    }
    return -ENOENT;
}

static void turn_round(struct canvas_spot *spots, int count)
{
    for (int i = 0; i < count / 2; i++) {
        struct canvas_spot spot = spots[i];

        spots[i] = spots[count - 1 - i];
        spots[count - 1 - i] = spot;
    }
}

static struct canvas_spot spot_of(const struct search *search, int at)
{
    int cell = at / SEARCH_WAYS;

    return (struct canvas_spot){ cell / search->columns,
                                 cell % search->columns };
}

/* Back to the cell where it turned into the direction it has here. */
static int turn_before(const struct search *search, int at, int first)
{
    int way = at % SEARCH_WAYS;
    struct canvas_spot spot = spot_of(search, at);

    do {
        int came = search->states[at].came;

        spot.row -= row_of_way[way];
        spot.column -= column_of_way[way];
        at = (spot.row * search->columns + spot.column) * SEARCH_WAYS + came;
    } while (at % SEARCH_WAYS == way && at != first);
    return at;
}

int search_way(const struct search *search, int at,
               struct canvas_spot *ret_spots, int max, int *ret_way)
{
    assert(search && ret_spots && ret_way && max > 1);
    int count = 0, way = at % SEARCH_WAYS;

    while (count < max) {
        ret_spots[count++] = spot_of(search, at);
        if (at == search->first) {
            turn_round(ret_spots, count);
            *ret_way = way;
            return count;
        }
        at = turn_before(search, at, search->first);
    }
    return -ENOENT;
}
