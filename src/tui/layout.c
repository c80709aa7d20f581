/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First what is needed, then what is liked, then what is left. */

#include "tui/layout.h"

#include <assert.h>

static int gaps(const struct box *boxes, int count, int gap)
{
    int shown = 0;

    for (int i = 0; i < count; i++)
        shown += boxes[i].cells > 0;
    return shown > 1 ? (shown - 1) * gap : 0;
}

static int used(const struct box *boxes, int count, int gap)
{
    int sum = gaps(boxes, count, gap);

    for (int i = 0; i < count; i++)
        sum += boxes[i].cells;
    return sum;
}

static struct box *next_dropped(struct box *boxes, int count)
{
    struct box *worst = NULL;

    for (int i = 0; i < count; i++)
        if (boxes[i].cells > 0 && boxes[i].drop > 0 &&
            (!worst || boxes[i].drop >= worst->drop))
            worst = &boxes[i];
    return worst;
}

static void shrink(struct box *boxes, int count, int length, int gap)
{
    struct box *worst;

    while (used(boxes, count, gap) > length &&
           (worst = next_dropped(boxes, count)) != NULL)
        worst->cells = 0;
    for (int i = count - 1; i >= 0; i--) {
        int over = used(boxes, count, gap) - length;

        if (over > 0 && boxes[i].cells > 0)
            boxes[i].cells = over < boxes[i].cells ? boxes[i].cells - over : 0;
    }
}

/* Up to their wishes, evenly: a cell each in turn, so that none starves. */
static void grow(struct box *boxes, int count, int left)
{
    int given = 1;

    while (left > 0 && given > 0) {
        given = 0;
        for (int i = 0; i < count && left > 0; i++)
            if (boxes[i].cells > 0 && boxes[i].cells < boxes[i].want) {
                boxes[i].cells++;
                left--;
                given++;
            }
    }
}

static int room_of(const struct box *box)
{
    if (box->cells == 0 || box->weight == 0)
        return 0;
    if (box->max == 0)
        return GRID_MAX;
    return box->max > box->cells ? box->max - box->cells : 0;
}

static void spread(struct box *boxes, int count, int left)
{
    while (left > 0) {
        int weights = 0, given = 0, before = left;

        for (int i = 0; i < count; i++)
            weights += room_of(&boxes[i]) > 0 ? boxes[i].weight : 0;
        if (weights == 0)
            return;
        for (int i = 0; i < count && left > 0; i++) {
            int room = room_of(&boxes[i]);
            int share = before * boxes[i].weight / weights;

            if (room == 0)
                continue;
            if (share == 0)
                share = 1;
            if (share > room)
                share = room;
            if (share > left)
                share = left;
            boxes[i].cells += share;
            left -= share;
            given += share;
        }
        if (given == 0)
            return;
    }
}

void layout_share(struct box *boxes, int count, int length, int gap)
{
    assert(boxes && count >= 0 && count <= LAYOUT_BOXES);
    int at = 0;

    for (int i = 0; i < count; i++)
        boxes[i].cells = boxes[i].min;
    shrink(boxes, count, length, gap);
    grow(boxes, count, length - used(boxes, count, gap));
    spread(boxes, count, length - used(boxes, count, gap));
    for (int i = 0; i < count; i++) {
        boxes[i].at = at;
        if (boxes[i].cells > 0)
            at += boxes[i].cells + gap;
    }
}

struct surface layout_across(const struct surface *surface,
                             const struct box *box)
{
    return surface_part(surface, 0, box->at, surface->rows, box->cells);
}

struct surface layout_down(const struct surface *surface, const struct box *box)
{
    return surface_part(surface, box->at, 0, box->cells, surface->columns);
}
