/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layers, their order, and where each box comes to stand. */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "tui/canvas_inside.h"

enum {
    SWEEPS = 8,
    GAP_COLUMNS = 6, /* between layers, and one for each arrow, up to: */
    GAP_ARROWS = 10,
    GAP_ROWS = 1,
};

/* The arrows of each box, those that leave it or those that enter it, in the
 * order of the scene. */
struct bundle {
    size_t arrows[CANVAS_ARROWS];
    size_t first[CANVAS_BOXES + 1]; /* of a box, in arrows */
};

struct arrangement {
    const struct canvas_scene *scene;
    struct bundle out, in;
    uint8_t is_back[CANVAS_ARROWS]; /* leads back to where one came from */
    uint8_t seen[CANVAS_BOXES];     /* 0 not yet, 1 on the way, 2 done */
    int layer[CANVAS_BOXES];
    int order[CANVAS_BOXES];        /* boxes, layer by layer */
    int place[CANVAS_BOXES];        /* of a box in its layer */
    int64_t pull[CANVAS_BOXES];     /* the neighbours' middle, in thousandths */
    size_t first[CANVAS_BOXES + 1]; /* of a layer, in order */
    int layers;
    int stack[CANVAS_BOXES];
    size_t next[CANVAS_BOXES]; /* its arrow to look at, of a box on the stack */
};

static int box_of(const struct canvas_arrow *arrow, bool is_out)
{
    return is_out ? arrow->from : arrow->to;
}

static void tie(const struct canvas_scene *scene, bool is_out,
                struct bundle *bundle)
{
    size_t place[CANVAS_BOXES];

    for (size_t n = 0; n < scene->arrow_count; n++)
        if (box_of(&scene->arrows[n], is_out) >= 0)
            bundle->first[box_of(&scene->arrows[n], is_out) + 1]++;
    for (size_t i = 0; i < scene->box_count; i++) {
        bundle->first[i + 1] += bundle->first[i];
        place[i] = bundle->first[i];
    }
    for (size_t n = 0; n < scene->arrow_count; n++)
        if (box_of(&scene->arrows[n], is_out) >= 0)
            bundle->arrows[place[box_of(&scene->arrows[n], is_out)]++] = n;
}

/* The n-th arrow of a box; NULL: there are no more. */
static const struct canvas_arrow *arrow_at(const struct arrangement *a, int box,
                                           bool is_out, size_t n,
                                           size_t *ret_arrow)
{
    const struct bundle *bundle = is_out ? &a->out : &a->in;
    size_t at = bundle->first[box] + n;

    if (at >= bundle->first[box + 1])
        return NULL;
    *ret_arrow = bundle->arrows[at];
    return &a->scene->arrows[*ret_arrow];
}

static bool is_plain(const struct arrangement *a, size_t arrow)
{
    const struct canvas_arrow *row = &a->scene->arrows[arrow];

    return row->to >= 0 && row->to != row->from && !a->is_back[arrow];
}

/* Goes on along the first arrow not looked at; false: there is none. */
static bool descend(struct arrangement *a, int *depth)
{
    int box = a->stack[*depth - 1];

    const struct canvas_arrow *arrow;
    size_t n;

    while ((arrow = arrow_at(a, box, true, a->next[box], &n)) != NULL) {
        a->next[box]++;
        if (arrow->to < 0)
            continue;
        if (a->seen[arrow->to] == 1)
            a->is_back[n] = 1;
        if (a->seen[arrow->to] != 0)
            continue;
        a->seen[arrow->to] = 1;
        a->stack[(*depth)++] = arrow->to;
        return true;
    }
    return false;
}

/* Arrows back are found by going down first (Tarjan 1972). What is finished
 * last stands first: an order in which plain arrows lead on. */
static void find_order(struct arrangement *a)
{
    size_t done = a->scene->box_count;

    for (size_t i = 0; i < a->scene->box_count; i++) {
        int depth = 0;

        if (a->seen[i] != 0)
            continue;
        a->seen[i] = 1;
        a->stack[depth++] = (int)i;
        while (depth > 0) {
            if (descend(a, &depth))
                continue;
            int box = a->stack[--depth];
            a->seen[box] = 2;
            a->order[--done] = box;
        }
    }
}

/* The longest way from a box that nothing leads to. */
static void find_layers(struct arrangement *a)
{
    for (size_t i = 0; i < a->scene->box_count; i++) {
        int box = a->order[i];
        const struct canvas_arrow *arrow;
        size_t n;

        for (size_t k = 0; (arrow = arrow_at(a, box, true, k, &n)); k++)
            if (is_plain(a, n) && a->layer[arrow->to] <= a->layer[box])
                a->layer[arrow->to] = a->layer[box] + 1;
        if (a->layer[box] >= a->layers)
            a->layers = a->layer[box] + 1;
    }
}

/* Boxes in the order of the scene, layer by layer. */
static void fill_layers(struct arrangement *a)
{
    size_t count = 0;

    for (int layer = 0; layer < a->layers; layer++) {
        a->first[layer] = count;
        for (size_t i = 0; i < a->scene->box_count; i++)
            if (a->layer[i] == layer) {
                a->place[i] = (int)(count - a->first[layer]);
                a->order[count++] = (int)i;
            }
    }
    a->first[a->layers] = count;
}

/* Where neighbours on one side pull a box to: their middle, by the row of the
 * port where an arrow comes from. Without neighbours it stays. */
static void find_pull(struct arrangement *a, int box, bool is_from)
{
    int64_t sum = 0, count = 0;
    const struct canvas_arrow *arrow;
    size_t n;

    for (size_t k = 0; (arrow = arrow_at(a, box, !is_from, k, &n)); k++) {
        int other = box_of(arrow, is_from);

        if (!is_plain(a, n))
            continue;
        sum +=
            1000 * (int64_t)a->place[other] + (is_from ? 10 * arrow->port : 0);
        count++;
    }
    a->pull[box] = count > 0 ? sum / count : 1000 * (int64_t)a->place[box];
}

/* Equal ones stay as they are. */
static void sort_layer(struct arrangement *a, int layer)
{
    size_t first = a->first[layer], end = a->first[layer + 1];

    for (size_t i = first + 1; i < end; i++) {
        int box = a->order[i];
        size_t k = i;

        for (; k > first && a->pull[a->order[k - 1]] > a->pull[box]; k--)
            a->order[k] = a->order[k - 1];
        a->order[k] = box;
    }
    for (size_t i = first; i < end; i++)
        a->place[a->order[i]] = (int)(i - first);
}

static void sweep(struct arrangement *a)
{
    for (int n = 0; n < SWEEPS; n++)
        for (int i = 0; i < a->layers; i++) {
            bool is_down = n % 2 == 0;
            int layer = is_down ? i : a->layers - 1 - i;

            for (size_t k = a->first[layer]; k < a->first[layer + 1]; k++)
                find_pull(a, a->order[k], is_down);
            sort_layer(a, layer);
        }
}

/* The row that would make arrows into a box straight; -1: none leads to it. */
static int wished_row(const struct arrangement *a,
                      const struct canvas_spot *spots, int box)
{
    int sum = 0, count = 0;
    const struct canvas_arrow *arrow;
    size_t n;

    for (size_t k = 0; (arrow = arrow_at(a, box, false, k, &n)); k++) {
        if (!is_plain(a, n))
            continue;
        sum += spots[arrow->from].row + arrow->port -
               (a->scene->boxes[box].rows > 1);
        count++;
    }
    return count > 0 ? sum / count : -1;
}

/* One below the other, none above its wish; then all up together by what they
 * are too low on average. */
static void stack_layer(const struct arrangement *a, int layer,
                        struct canvas_spot *spots)
{
    int free_row = 0, low = 0, count = 0, room = 0;

    for (size_t i = a->first[layer]; i < a->first[layer + 1]; i++) {
        int box = a->order[i];
        int wish = wished_row(a, spots, box);

        spots[box].row = wish > free_row ? wish : free_row;
        if (i == a->first[layer])
            room = spots[box].row;
        if (wish >= 0) {
            low += spots[box].row - wish;
            count++;
        }
        free_row = spots[box].row + a->scene->boxes[box].rows + GAP_ROWS;
    }
    int up = count > 0 ? low / count : 0;
    if (up > room)
        up = room;
    for (size_t i = a->first[layer]; i < a->first[layer + 1]; i++)
        spots[a->order[i]].row -= up;
}

static int columns_of(const struct arrangement *a, int layer)
{
    int columns = 0, arrows = 0;

    for (size_t i = a->first[layer]; i < a->first[layer + 1]; i++)
        if (a->scene->boxes[a->order[i]].columns > columns)
            columns = a->scene->boxes[a->order[i]].columns;
    for (size_t i = a->first[layer]; i < a->first[layer + 1]; i++) {
        const struct canvas_arrow *arrow;
        size_t n;

        for (size_t k = 0; (arrow = arrow_at(a, a->order[i], true, k, &n)); k++)
            arrows += arrow->to >= 0;
    }
    columns += GAP_COLUMNS + (arrows > GAP_ARROWS ? GAP_ARROWS : arrows);
    return columns + columns % CANVAS_GRID;
}

int canvas_arrange(const struct canvas_scene *scene,
                   struct canvas_spot *ret_spots)
{
    assert(scene && ret_spots);
    int column = CANVAS_GRID;

    if (scene->box_count > CANVAS_BOXES || scene->arrow_count > CANVAS_ARROWS)
        return -E2BIG;
    struct arrangement *a = calloc(1, sizeof(*a));
    if (!a)
        return -ENOMEM;
    a->scene = scene;
    tie(scene, true, &a->out);
    tie(scene, false, &a->in);
    find_order(a);
    find_layers(a);
    fill_layers(a);
    sweep(a);
    for (int layer = 0; layer < a->layers; layer++) {
        stack_layer(a, layer, ret_spots);
        for (size_t i = a->first[layer]; i < a->first[layer + 1]; i++)
            ret_spots[a->order[i]].column = column;
        column += columns_of(a, layer);
    }
    for (size_t i = 0; i < scene->box_count; i++)
        ret_spots[i].row += 1;
    free(a);
    return 0;
}
