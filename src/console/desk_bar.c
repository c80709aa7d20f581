/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filled cells for what is left, empty ones for what has gone. */

#include "console/desk_bar.h"

void desk_bar_draw(const struct surface *surface, struct place place,
                   int64_t left_us, int64_t whole_us)
{
    if (left_us < 0 || place.cells <= 0)
        return;
    if (whole_us < left_us || whole_us <= 0)
        whole_us = left_us > 0 ? left_us : 1;

    int filled = (int)(left_us * place.cells / whole_us);
    struct look look = left_us * 4 < whole_us ? LOOK(CRIT, 0) : LOOK(BUSY, 0);
    struct place rest = { place.row, place.column + filled,
                          place.cells - filled, false };
    struct place full = { place.row, place.column, filled, false };
    if (filled > 0)
        surface_repeat(surface, full, look, GLYPH_FILLED);
    if (rest.cells > 0)
        surface_repeat(surface, rest, LOOK(DIM, 0), GLYPH_EMPTY);
}
