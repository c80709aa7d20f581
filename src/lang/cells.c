/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widths, as the Unicode database has them. */

#include "lang/cells.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include <unicode/uchar.h>

#include "base/text.h"

size_t cells_of_point(int32_t point)
{
    if (point < 0x300) /* and TEXT_BROKEN: no mark, nothing wide */
        return 1;

    int8_t type = u_charType(point);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK)
        return 0;

    int32_t width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);

    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool cells_are_sure(int32_t point)
{
    if (point < 0x300)
        return true;
    if ((point >= 0x1160 && point <= 0x11FF) ||
        (point >= 0xD7B0 && point <= 0xD7FF))
        return false;

    int8_t type = u_charType(point);

    return type != U_FORMAT_CHAR && type != U_UNASSIGNED;
}

/* Goes on while the cells do; the bytes gone over. */
static size_t walk(const char *text, size_t max_cells, size_t *ret_cells)
{
    size_t left = strlen(text), gone = 0, cells = 0;

    while (left > gone) {
        size_t used;
        size_t width =
            cells_of_point(text_decode(text + gone, left - gone, &used));

        if (cells + width > max_cells)
            break;
        cells += width;
        gone += used;
    }

    *ret_cells = cells;
    return gone;
}

size_t cells_count(const char *text)
{
    assert(text);

    size_t cells;

    walk(text, SIZE_MAX / 2, &cells);
    return cells;
}

size_t cells_cut(const char *text, size_t cells)
{
    assert(text);

    size_t taken;

    return walk(text, cells, &taken);
}
