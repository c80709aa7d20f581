/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays an arrow among boxes and other arrows. */

#include <errno.h>

#include "tui/canvas_inside.h"

enum {
    COST_FROM_ABOVE = 4,
    COST_FROM_BELOW = 8,
    MARGIN_ROWS = 6,
    MARGIN_COLUMNS = 12,
    WIDER = 4, /* times the margins, where there is no way otherwise */
};

/* Marks the part of a rectangle that is in the window. */
static void mark(uint8_t *cells, const struct canvas_view *window,
                 const struct stretch *part, uint8_t bits)
{
    int top = part->top < window->top ? window->top : part->top;
    int left = part->left < window->left ? window->left : part->left;

    for (int row = top; row <= part->bottom && row < window->top + window->rows;
         row++)
        for (int column = left;
             column <= part->right && column < window->left + window->columns;
             column++)
            cells[(row - window->top) * window->columns + column -
                  window->left] |= bits;
}

static void mark_cell(uint8_t *cells, const struct canvas_view *window, int row,
                      int column, uint8_t bits)
{
    mark(cells, window,
         &(struct stretch){
             .top = row, .left = column, .bottom = row, .right = column },
         bits);
}

static uint8_t bit_of_way(int way)
{
    return (uint8_t)(1 << way);
}

void way_mark(const struct way *way, const struct canvas_view *view,
              uint8_t *cells, uint8_t also)
{
    struct stretch part;
    const struct canvas_spot *end = &way->points[way->count - 1];

    for (size_t n = 0; way_stretch(way, n, &part); n++) {
        struct stretch inner = part;
        bool is_down = part.first == RAY_DOWN;

        mark_cell(cells, view, part.top, part.left,
                  (uint8_t)(part.first | also));
        mark_cell(cells, view, part.bottom, part.right,
                  (uint8_t)(part.last | also));
        inner.top += is_down;
        inner.bottom -= is_down;
        inner.left += !is_down;
        inner.right -= !is_down;
        mark(cells, view, &inner, (uint8_t)(part.first | part.last | also));
    }
    mark_cell(cells, view, way->points[0].row, way->points[0].column,
              (uint8_t)(RAY_LEFT | also));
    mark_cell(cells, view, end->row, end->column,
              (uint8_t)(bit_of_way(way->enters) | also));
}

static bool is_near(const struct canvas_view *window,
                    const struct canvas_box *box)
{
    return box->row + box->rows >= window->top &&
           box->row <= window->top + window->rows &&
           box->column + box->columns + 2 >= window->left &&
           box->column - 2 <= window->left + window->columns;
}

/* A box, its edges, and the cells where arrows enter it. */
static void mark_box(struct search *search, const struct canvas_view *window,
                     const struct canvas_box *box, bool is_own)
{
    int entry = canvas_entry(box);
    struct stretch all = { .top = box->row,
                           .left = box->column,
                           .bottom = box->row + box->rows - 1,
                           .right = box->column + box->columns - 1 };
    struct stretch edge = { .top = all.top - 1,
                            .left = all.left - 1,
                            .bottom = all.bottom + 1,
                            .right = all.right + 1 };
    struct stretch step = { .top = entry,
                            .left = all.left - 2,
                            .bottom = entry,
                            .right = all.left - 1 };

    mark(search->cells, window, &edge, CELL_BESIDE);
    mark(search->cells, window, &all, CELL_BOX);
    if (!is_own)
        mark(search->cells, window, &step, CELL_DOORSTEP);
}

static void mark_boxes(struct search *search, const struct canvas *canvas,
                       const struct canvas_view *window, size_t own)
{
    for (size_t i = 0; i < canvas->box_count; i++)
        if (is_near(window, &canvas->boxes[i]))
            mark_box(search, window, &canvas->boxes[i],
                     (int)i == canvas->arrows[own].to);
    for (size_t i = 0; i < canvas->arrow_count; i++) {
        const struct canvas_arrow *arrow = &canvas->arrows[i];
        const struct canvas_box *box = &canvas->boxes[arrow->from];
        int row = box->row + arrow->port, column = box->column + box->columns;

        if (i != own && is_near(window, box))
            mark(search->cells, window,
                 &(struct stretch){ .top = row,
                                    .left = column,
                                    .bottom = row,
                                    .right = column + 1 },
                 CELL_DOORSTEP);
    }
}

/* The cells next to lines of others are left free where it costs little. */
static void mark_foreign(struct search *search,
                         const struct canvas_view *window,
                         const struct way *way)
{
    struct stretch part;

    for (size_t n = 0; way_stretch(way, n, &part); n++) {
        part.top--;
        part.left--;
        part.bottom++;
        part.right++;
        mark(search->cells, window, &part, CELL_BESIDE);
    }
    way_mark(way, window, search->cells, 0);
}

/* Of one's own only that they are there: they are followed at no cost. */
static void mark_ways(struct search *search, const struct canvas *canvas,
                      const struct canvas_view *window, size_t own)
{
    struct stretch part;

    for (size_t i = 0; i < canvas->arrow_count; i++) {
        const struct way *way = &canvas->ways[i];

        if (i == own || way->state != WAY_FOUND)
            continue;
        if (canvas->arrows[i].to != canvas->arrows[own].to)
            mark_foreign(search, window, way);
        else
            for (size_t n = 0; way_stretch(way, n, &part); n++)
                mark(search->cells, window, &part, CELL_OWN);
    }
}

static void set_goals(struct search *search, const struct canvas_view *window,
                      const struct canvas_box *to)
{
    int middle = to->column + to->columns / 2 - window->left;
    int row = to->row - window->top;

    search_goal(search, &(struct goal){ { canvas_entry(to) - window->top,
                                          to->column - 1 - window->left },
                                        CANVAS_RIGHT,
                                        0 });
    search_goal(
        search,
        &(struct goal){ { row - 1, middle }, CANVAS_DOWN, COST_FROM_ABOVE });
    search_goal(search, &(struct goal){ { row + to->rows, middle },
                                        CANVAS_UP,
                                        COST_FROM_BELOW });
}

/* Both boxes and some room around them. */
static struct canvas_view window_of(const struct canvas_box *a,
                                    const struct canvas_box *b, int wider)
{
    int rows = MARGIN_ROWS * wider, columns = MARGIN_COLUMNS * wider;
    int top = (a->row < b->row ? a->row : b->row) - rows;
    int left = (a->column < b->column ? a->column : b->column) - columns;
    int bottom = a->row + a->rows > b->row + b->rows ? a->row + a->rows
                                                     : b->row + b->rows;
    int right = a->column + a->columns > b->column + b->columns
                    ? a->column + a->columns
                    : b->column + b->columns;

    top = top < 0 ? 0 : top;
    left = left < 0 ? 0 : left;
    return (struct canvas_view){ top, left, bottom + rows - top,
                                 right + columns - left };
}

/* Everything that is in the way of the one that is searched. @return 0, or
 * below: there is no way in this window */
static int begin_in(struct canvas *canvas, int wider)
{
    struct search *search = &canvas->search;
    struct laying *laying = &canvas->laying;
    const struct canvas_arrow *arrow = &canvas->arrows[laying->arrow];
    const struct canvas_box *from = &canvas->boxes[arrow->from];
    const struct canvas_box *to = &canvas->boxes[arrow->to];
    const struct canvas_view window = window_of(from, to, wider);

    laying->window = window;
    laying->is_wide = wider > 1;
    int rc = search_begin(search, window.rows, window.columns);
    if (rc < 0)
        return rc;
    mark_boxes(search, canvas, &window, laying->arrow);
    mark_ways(search, canvas, &window, laying->arrow);
    set_goals(search, &window, to);
    return search_start(
        search,
        (struct canvas_spot){ from->row + arrow->port - window.top,
                              from->column + from->columns - window.left });
}

/* @return false: it has too many bends */
static bool take_way(const struct canvas *canvas, int at, struct way *ret_way)
{
    const struct canvas_view *window = &canvas->laying.window;
    int enters;
    int count =
        search_way(&canvas->search, at, ret_way->points, WAY_POINTS, &enters);

    if (count < 0)
        return false;
    for (int i = 0; i < count; i++) {
        ret_way->points[i].row += window->top;
        ret_way->points[i].column += window->left;
    }
    ret_way->state = WAY_FOUND;
    ret_way->count = (uint8_t)count;
    ret_way->enters = (uint8_t)enters;
    return true;
}

/* Out to the right, down or up, and in from the left, whatever is there. */
static void force(const struct canvas *canvas, size_t own, struct way *ret_way)
{
    const struct canvas_arrow *arrow = &canvas->arrows[own];
    const struct canvas_box *from = &canvas->boxes[arrow->from];
    const struct canvas_box *to = &canvas->boxes[arrow->to];
    int row = from->row + arrow->port, entry = canvas_entry(to);
    int column = from->column + from->columns;

    *ret_way = (struct way){
        .state = WAY_FORCED,
        .count = 4,
        .enters = CANVAS_RIGHT,
        .points = { { row, column },
                    { row, column + 1 },
                    { entry, column + 1 },
                    { entry, to->column - 1 } },
    };
}

void canvas_search_begin(struct canvas *canvas, size_t own)
{
    canvas->searches++;
    canvas->laying = (struct laying){ .arrow = own, .is_on = true };
    if (begin_in(canvas, 1) < 0 && begin_in(canvas, WIDER) < 0)
        canvas->laying.is_lost = true;
}

/* Where there is none in the window, a wider one is looked through.
 * @return 0, -EAGAIN, or -ENOENT */
static int find_way(struct canvas *canvas, size_t *effort)
{
    struct laying *laying = &canvas->laying;

    while (!laying->is_lost) {
        int at = search_go_on(&canvas->search, effort);

        if (at == -EAGAIN)
            return at;
        if (at >= 0 && take_way(canvas, at, &canvas->ways[laying->arrow]))
            return 0;
        laying->is_lost = laying->is_wide || begin_in(canvas, WIDER) < 0;
    }
    return -ENOENT;
}

bool canvas_search(struct canvas *canvas, size_t *effort)
{
    struct laying *laying = &canvas->laying;
    int rc = find_way(canvas, effort);

    if (rc == -EAGAIN)
        return false;
    if (rc < 0)
        force(canvas, laying->arrow, &canvas->ways[laying->arrow]);
    laying->is_on = false;
    return true;
}
