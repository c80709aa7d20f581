/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves, and writes characters; attributes are in pen_paint.c. */

#include "tui/pen.h"

#include <assert.h>
#include <limits.h>
#include <string.h>
#include <wchar.h>

#include "tui/pen_inside.h"

enum { DOWN_MOST = 4 }; /* line feeds, before an address is shorter */

void draft_add(struct draft *draft, const char *bytes, size_t length)
{
    if (length > sizeof(draft->bytes) - draft->length)
        length = sizeof(draft->bytes) - draft->length;
    memcpy(draft->bytes + draft->length, bytes, length);
    draft->length += length;
}

void draft_repeat(struct draft *draft, char byte, int times)
{
    while (times-- > 0)
        draft_add(draft, &byte, 1);
}

/* What is empty is no way at all. */
static void choose(struct draft *best, const struct draft *other)
{
    if (other->length > 0 &&
        (best->length == 0 || other->length < best->length))
        *best = *other;
}

static struct draft formatted(const char *string, int first, int second)
{
    struct draft draft;

    draft.length = terminfo_format(string, first, second, draft.bytes);
    return draft;
}

void pen_init(struct pen *pen, const struct terminfo *info,
              struct outlet *outlet)
{
    assert(pen && info && outlet);
    *pen = (struct pen){ .info = info, .outlet = outlet };
    pen_forget(pen);
}

void pen_forget(struct pen *pen)
{
    pen->row = pen->column = -1;
    pen->has_paint = false;
}

void pen_say(struct pen *pen, const char *string)
{
    struct draft draft = formatted(string, 0, 0);

    outlet_add(pen->outlet, draft.bytes, draft.length);
}

void pen_clear(struct pen *pen, int rows, int columns)
{
    pen_plain(pen);
    pen_say(pen, pen->info->clear);
    pen->rows = rows;
    pen->columns = columns;
    pen->row = pen->column = 0;
}

/* Within a row; false: there is no way. */
static bool add_sideways(const struct pen *pen, struct draft *draft, int from,
                         int to)
{
    const struct terminfo *info = pen->info;
    struct draft best = { .length = 0 }, other;

    if (from == to)
        return true;
    other = formatted(info->hpa, to, 0);
    choose(&best, &other);
    if (to > from) {
        other = formatted(info->cuf, to - from, 0);
        choose(&best, &other);
        if (to == from + 1) {
            other = formatted(info->cuf1, 0, 0);
            choose(&best, &other);
        }
    } else {
        other = formatted(info->cub, from - to, 0);
        choose(&best, &other);
        if (info->has_lines && from - to < DOWN_MOST) {
            other.length = 0;
            draft_repeat(&other, '\b', from - to);
            choose(&best, &other);
        }
    }
    draft_add(draft, best.bytes, best.length);
    return best.length > 0;
}

/* Down from where it stands, or from the row's beginning. */
static void choose_lines(const struct pen *pen, struct draft *best, int row,
                         int column, bool returns)
{
    struct draft draft = { .length = 0 };
    int down = row - pen->row;

    if (down < 0 || down > DOWN_MOST || (!returns && pen->column < 0) ||
        (!pen->info->has_lines && (returns || down > 0)))
        return;
    draft_repeat(&draft, '\r', returns);
    draft_repeat(&draft, '\n', down);
    if (add_sideways(pen, &draft, returns ? 0 : pen->column, column))
        choose(best, &draft);
}

static struct draft plan_move(const struct pen *pen, int row, int column)
{
    struct draft best = formatted(pen->info->cup, row, column), other;

    if (pen->row < 0)
        return best;
    choose_lines(pen, &best, row, column, false);
    choose_lines(pen, &best, row, column, true);
    if (column == pen->column) {
        other = formatted(pen->info->vpa, row, 0);
        choose(&best, &other);
    }
    return best;
}

size_t pen_move_cost(const struct pen *pen, int row, int column)
{
    if (pen->row == row && pen->column == column)
        return 0;
    return plan_move(pen, row, column).length;
}

void pen_move(struct pen *pen, int row, int column)
{
    if (pen->row == row && pen->column == column)
        return;
    struct draft draft = plan_move(pen, row, column);

    outlet_add(pen->outlet, draft.bytes, draft.length);
    pen->row = row;
    pen->column = column;
}

static size_t encode(const struct ink *ink, char *ret_bytes)
{
    mbstate_t state = { 0 };
    size_t length = 0;

    for (int i = 0; i < CELL_POINTS && ink->points[i] != 0; i++) {
        size_t more =
            wcrtomb(ret_bytes + length, (wchar_t)ink->points[i], &state);

        if (more == (size_t)-1)
            ret_bytes[length++] = '?';
        else
            length += more;
    }
    return length;
}

size_t pen_ink_cost(const struct ink *ink)
{
    char bytes[CELL_POINTS * MB_LEN_MAX];

    return encode(ink, bytes);
}

/* Others may see another width in what is wide or has marks: what follows is
 * addressed, so that one wrong guess shifts nothing. */
static bool is_sure(const struct ink *ink)
{
    return ink->width == 1 && ink->points[1] == 0;
}

static void advance(struct pen *pen, const struct ink *ink, int cells)
{
    bool is_at_edge = pen->column + cells >= pen->columns;

    if (!is_sure(ink) || (is_at_edge && !pen->info->hangs))
        pen->row = pen->column = -1;
    else if (is_at_edge)
        pen->column = -1; /* terminals differ in how to leave from there */
    else
        pen->column += cells;
}

void pen_write(struct pen *pen, const struct ink *ink, int times)
{
    char bytes[CELL_POINTS * MB_LEN_MAX];
    size_t length = encode(ink, bytes);
    struct draft again;

    pen_take_paint(pen, ink);
    again.length = (size_t)snprintf(again.bytes, sizeof(again.bytes),
                                    "\033[%db", times - 1);
    outlet_add(pen->outlet, bytes, length);
    if (pen->info->has_repeat && is_sure(ink) &&
        again.length < length * (size_t)(times - 1))
        outlet_add(pen->outlet, again.bytes, again.length);
    else
        for (int i = 1; i < times; i++)
            outlet_add(pen->outlet, bytes, length);
    advance(pen, ink, times * ink->width);
}
