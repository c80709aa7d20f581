/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things are on the plane, and which of them are looked at. */

#include "tui/canvas.h"

#include <assert.h>
#include <errno.h>
#include <limits.h>

#include "tui/canvas_inside.h"

void canvas_extent(const struct canvas *canvas, int *ret_rows, int *ret_columns)
{
    int rows = 0, columns = 0;

    for (size_t i = 0; i < canvas->box_count; i++) {
        const struct canvas_box *box = &canvas->boxes[i];

        if (box->row + box->rows > rows)
            rows = box->row + box->rows;
        if (box->column + box->columns > columns)
            columns = box->column + box->columns;
    }
    *ret_rows = rows;
    *ret_columns = columns;
}

/* A row is about as high as two columns are wide; what lies off the line counts
 * double, and what lies more off than on it is not in the direction. */
static int distance(const struct canvas_box *from, const struct canvas_box *to,
                    enum canvas_way way)
{
    int down = 2 * to->row + to->rows - 2 * from->row - from->rows;
    int right =
        (2 * to->column + to->columns - 2 * from->column - from->columns) / 2;
    int on = way == CANVAS_UP      ? -down
             : way == CANVAS_DOWN  ? down
             : way == CANVAS_RIGHT ? right
                                   : -right;
    int off = way == CANVAS_UP || way == CANVAS_DOWN ? right : down;

    if (off < 0)
        off = -off;
    return on <= 0 || off > 3 * on ? INT_MAX : on + 2 * off;
}

int canvas_neighbour(const struct canvas *canvas, size_t index,
                     enum canvas_way way)
{
    assert(index < canvas->box_count);
    int best = INT_MAX, found = -ENOENT;

    for (size_t i = 0; i < canvas->box_count; i++) {
        int far = i == index
                      ? INT_MAX
                      : distance(&canvas->boxes[index], &canvas->boxes[i], way);

        if (far < best) {
            best = far;
            found = (int)i;
        }
    }
    return found;
}

int canvas_hit(const struct canvas *canvas, int row, int column)
{
    for (size_t i = canvas->box_count; i-- > 0;) {
        const struct canvas_box *box = &canvas->boxes[i];

        if (row >= box->row && row < box->row + box->rows &&
            column >= box->column && column < box->column + box->columns)
            return (int)i;
    }
    return -ENOENT;
}

/* As little as needed; of what is longer than the room, the beginning. */
static int moved(int at, int room, int from, int length, int margin)
{
    if (from + length + margin > at + room)
        at = from + length + margin - room;
    if (from - margin < at)
        at = from - margin;
    return at < 0 ? 0 : at;
}

void canvas_reveal(const struct canvas *canvas, size_t index,
                   struct canvas_view *view)
{
    const struct canvas_box *box = canvas_box(canvas, index);

    view->top = moved(view->top, view->rows, box->row, box->rows, 1);
    view->left = moved(view->left, view->columns, box->column, box->columns, 3);
}

/* An arrow is seen where its boxes or anything between them is. */
static bool may_be_seen(const struct canvas *canvas,
                        const struct canvas_arrow *arrow,
                        const struct canvas_view *view)
{
    const struct canvas_box *a = &canvas->boxes[arrow->from];
    const struct canvas_box *b = &canvas->boxes[arrow->to];
    int top = a->row < b->row ? a->row : b->row;
    int left = a->column < b->column ? a->column : b->column;
    int bottom = a->row + a->rows > b->row + b->rows ? a->row + a->rows
                                                     : b->row + b->rows;
    int right = a->column + a->columns > b->column + b->columns
                    ? a->column + a->columns
                    : b->column + b->columns;

    return top < view->top + view->rows && bottom >= view->top &&
           left < view->left + view->columns && right >= view->left;
}

static bool is_wanted(const struct canvas *canvas, size_t arrow,
                      const struct canvas_view *view)
{
    return canvas->arrows[arrow].to >= 0 &&
           canvas->ways[arrow].state == WAY_OUT &&
           may_be_seen(canvas, &canvas->arrows[arrow], view);
}

/* What a search is prepared with counts, too. */
static void begin(struct canvas *canvas, size_t arrow, size_t *effort)
{
    canvas_search_begin(canvas, arrow);

    const struct canvas_view *window = &canvas->laying.window;
    size_t spent = (size_t)window->rows * (size_t)window->columns / 16;

    *effort -= spent < *effort ? spent : *effort;
}

/* Whatever else was being laid is begun anew when its turn comes. */
static bool lay(struct canvas *canvas, size_t arrow, size_t *effort)
{
    if (*effort == 0)
        return false;
    if (!canvas->laying.is_on || canvas->laying.arrow != arrow)
        begin(canvas, arrow, effort);
    return canvas_search(canvas, effort);
}

size_t canvas_lay(struct canvas *canvas, const struct canvas_view *view,
                  size_t effort)
{
    assert(canvas && view);
    size_t left = 0;

    for (size_t i = 0; i < canvas->arrow_count; i++)
        if (is_wanted(canvas, i, view) && !lay(canvas, i, &effort))
            left++;
    return left;
}

static size_t crossings_of(const struct way *a, const struct way *b)
{
    struct stretch one, two;
    size_t count = 0;

    for (size_t n = 0; way_stretch(a, n, &one); n++)
        for (size_t m = 0; way_stretch(b, m, &two); m++)
            count += (one.top == one.bottom) != (two.top == two.bottom) &&
                     one.top <= two.bottom && two.top <= one.bottom &&
                     one.left <= two.right && two.left <= one.right;
    return count;
}

void canvas_blemishes(const struct canvas *canvas, size_t *ret_crossings,
                      size_t *ret_forced)
{
    size_t crossings = 0, forced = 0;

    for (size_t i = 0; i < canvas->arrow_count; i++) {
        forced += canvas->ways[i].state == WAY_FORCED;
        for (size_t k = 0; k < i; k++)
            if (canvas->arrows[i].to != canvas->arrows[k].to &&
                canvas->ways[i].state == WAY_FOUND &&
                canvas->ways[k].state == WAY_FOUND)
                crossings += crossings_of(&canvas->ways[i], &canvas->ways[k]);
    }
    *ret_crossings = crossings;
    *ret_forced = forced;
}
