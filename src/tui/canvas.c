/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenes, and what of the one before stays. */

#include "tui/canvas.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tui/canvas_inside.h"

int canvas_new(struct canvas **ret_canvas)
{
    assert(ret_canvas);
    struct canvas *canvas = calloc(1, sizeof(*canvas));

    if (!canvas)
        return -ENOMEM;
    *ret_canvas = canvas;
    return 0;
}

struct canvas *canvas_free(struct canvas *canvas)
{
    if (!canvas)
        return NULL;
    search_done(&canvas->search);
    grid_free(canvas->sheet);
    free(canvas->lines);
    free(canvas);
    return NULL;
}

int canvas_entry(const struct canvas_box *box)
{
    return box->row + (box->rows > 1 ? 1 : 0);
}

static bool is_same_place(const struct canvas_box *a,
                          const struct canvas_box *b)
{
    return a->row == b->row && a->column == b->column && a->rows == b->rows &&
           a->columns == b->columns;
}

static int within(int value, int most)
{
    return value < 0 ? 0 : value > most ? most : value;
}

static struct canvas_box brought_in(struct canvas_box box)
{
    box.rows = within(box.rows, CANVAS_BOX_ROWS);
    box.columns = within(box.columns, CANVAS_BOX_COLUMNS);
    box.row = within(box.row, CANVAS_ROWS - box.rows);
    box.column = within(box.column, CANVAS_COLUMNS - box.columns);
    return box;
}

/* The boxes of two scenes: where each is in the other, and which moved. */
struct comparison {
    int before[CANVAS_BOXES]; /* index in the scene before; -1: it is new */
    bool is_other[CANVAS_BOXES];
};

static void compare(const struct canvas *canvas, const struct canvas_box *boxes,
                    size_t count, struct comparison *ret_comparison)
{
    for (size_t i = 0; i < count; i++) {
        int before = canvas_find(canvas, boxes[i].id);

        ret_comparison->before[i] = before;
        ret_comparison->is_other[i] =
            before < 0 || !is_same_place(&canvas->boxes[before], &boxes[i]);
    }
}

/* The arrow that was this one; looked for from a place on, for most follow each
 * other in both. */
static size_t arrow_before(const struct canvas *canvas, size_t count,
                           const struct comparison *comparison,
                           const struct canvas_arrow *arrow, size_t from)
{
    for (size_t i = 0; i < count; i++) {
        size_t n = (from + i) % count;
        const struct canvas_arrow *old = &canvas->old_arrows[n];

        if (old->port == arrow->port &&
            old->from == comparison->before[arrow->from] &&
            old->to == comparison->before[arrow->to])
            return n;
    }
    return SIZE_MAX;
}

bool way_stretch(const struct way *way, size_t n, struct stretch *ret_stretch)
{
    if (n + 1 >= way->count && (n > 0 || way->count != 1))
        return false;
    struct canvas_spot from = way->points[n];
    struct canvas_spot to = way->count == 1 ? from : way->points[n + 1];

    *ret_stretch = (struct stretch){
        .top = from.row < to.row ? from.row : to.row,
        .left = from.column < to.column ? from.column : to.column,
        .bottom = from.row < to.row ? to.row : from.row,
        .right = from.column < to.column ? to.column : from.column,
        .first = from.row != to.row         ? RAY_DOWN
                 : from.column != to.column ? RAY_RIGHT
                                            : 0,
        .last = from.row != to.row         ? RAY_UP
                : from.column != to.column ? RAY_LEFT
                                           : 0,
    };
    return true;
}

/* A box that came or moved is in the way, or right beside it. */
static bool is_crossed(const struct way *way, const struct canvas_box *box)
{
    struct stretch part;

    for (size_t n = 0; way_stretch(way, n, &part); n++)
        if (part.bottom >= box->row && part.top < box->row + box->rows &&
            part.right >= box->column && part.left < box->column + box->columns)
            return true;
    return false;
}

static bool is_touched(const struct canvas *canvas,
                       const struct comparison *comparison,
                       const struct canvas_arrow *arrow, const struct way *way)
{
    if (comparison->is_other[arrow->from] || comparison->is_other[arrow->to])
        return true;
    /* What found no way goes through boxes anyway. */
    for (size_t i = 0; way->state == WAY_FOUND && i < canvas->box_count; i++)
        if (comparison->is_other[i] && is_crossed(way, &canvas->boxes[i]))
            return true;
    return false;
}

/* Ways that stay, go along; the others are laid when they are looked at. */
static void keep_ways(struct canvas *canvas, size_t old_count,
                      const struct comparison *comparison)
{
    size_t next = 0;

    for (size_t i = 0; i < canvas->arrow_count; i++) {
        const struct canvas_arrow *arrow = &canvas->arrows[i];

        canvas->ways[i].state = WAY_OUT;
        if (arrow->to < 0)
            continue;
        size_t before =
            arrow_before(canvas, old_count, comparison, arrow, next);
        if (before == SIZE_MAX)
            continue;
        next = before + 1;
        const struct way *way = &canvas->old_ways[before];
        if (way->state == WAY_OUT)
            continue;
        if (!is_touched(canvas, comparison, arrow, way))
            canvas->ways[i] = *way;
    }
}

static bool is_possible(const struct canvas_scene *scene)
{
    if (scene->box_count > CANVAS_BOXES || scene->arrow_count > CANVAS_ARROWS)
        return false;
    for (size_t i = 0; i < scene->arrow_count; i++) {
        const struct canvas_arrow *arrow = &scene->arrows[i];

        assert(arrow->from >= 0 && (size_t)arrow->from < scene->box_count);
        assert(arrow->to == CANVAS_NOWHERE || arrow->to == CANVAS_END ||
               (arrow->to >= 0 && (size_t)arrow->to < scene->box_count));
    }
    return true;
}

int canvas_set(struct canvas *canvas, const struct canvas_scene *scene)
{
    assert(canvas && scene);
    struct canvas_box boxes[CANVAS_BOXES];
    struct comparison comparison;
    size_t old_count = canvas->arrow_count;

    if (!is_possible(scene))
        return -E2BIG;
    for (size_t i = 0; i < scene->box_count; i++)
        boxes[i] = brought_in(scene->boxes[i]);
    compare(canvas, boxes, scene->box_count, &comparison);
    memcpy(canvas->old_arrows, canvas->arrows,
           old_count * sizeof(canvas->arrows[0]));
    memcpy(canvas->old_ways, canvas->ways, old_count * sizeof(canvas->ways[0]));
    canvas->box_count = scene->box_count;
    memcpy(canvas->boxes, boxes, scene->box_count * sizeof(boxes[0]));
    canvas->arrow_count = scene->arrow_count;
    if (scene->arrow_count > 0)
        memcpy(canvas->arrows, scene->arrows,
               scene->arrow_count * sizeof(canvas->arrows[0]));
    keep_ways(canvas, old_count, &comparison);
    canvas->laying.is_on = false;
    return 0;
}

size_t canvas_count(const struct canvas *canvas)
{
    return canvas->box_count;
}

const struct canvas_box *canvas_box(const struct canvas *canvas, size_t index)
{
    assert(index < canvas->box_count);
    return &canvas->boxes[index];
}

int canvas_find(const struct canvas *canvas, int id)
{
    for (size_t i = 0; i < canvas->box_count; i++)
        if (canvas->boxes[i].id == id)
            return (int)i;
    return -ENOENT;
}

uint64_t canvas_searches(const struct canvas *canvas)
{
    return canvas->searches;
}
