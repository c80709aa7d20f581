/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Peaks of two sides, and what happened when. */

#include "tui/chart.h"

#include <assert.h>

#include "lang/cells.h"

static int sides_of(const struct wave *wave)
{
    return wave->names[1] ? 2 : 1;
}

/* Room for the longer name. */
static int name_cells(const struct surface *surface, const struct wave *wave)
{
    int widest = 0;

    for (int side = 0; side < sides_of(wave); side++) {
        int cells = (int)cells_count(surface_say(surface, wave->names[side]));

        if (cells > widest)
            widest = cells;
    }
    return widest;
}

/* The loudest of the peaks that fall into a cell. */
static uint8_t loudest(const struct wave *wave, int side, int cell, int cells)
{
    size_t from = wave->count * (size_t)cell / (size_t)cells;
    size_t to = wave->count * ((size_t)cell + 1) / (size_t)cells;
    uint8_t peak = 0;

    for (size_t i = from; i < wave->count && (i < to || i == from); i++)
        if (wave->peaks[side][i] > peak)
            peak = wave->peaks[side][i];
    return peak;
}

static int cell_of(const struct wave *wave, size_t at, int cells)
{
    size_t cell = wave->count > 0 ? at * (size_t)cells / wave->count : 0;

    return cell < (size_t)cells ? (int)cell : cells - 1;
}

static void draw_side(const struct surface *surface, const struct wave *wave,
                      int side)
{
    int now = wave->has_position
                  ? cell_of(wave, wave->position, surface->columns)
                  : surface->columns;

    for (int cell = 0; cell < surface->columns && wave->count > 0; cell++) {
        int level = loudest(wave, side, cell, surface->columns) / 32;

        surface_glyph(surface, side, cell,
                      cell == now  ? LOOK(RUN, LOOK_REVERSE)
                      : cell < now ? LOOK(RUN, 0)
                                   : LOOK(TEXT, 0),
                      glyph_level(level));
    }
}

void chart_wave(const struct surface *surface, const struct wave *wave)
{
    assert(surface && wave);
    int names = name_cells(surface, wave);
    struct surface cells = surface_part(surface, 0, names + 2, WAVE_ROWS,
                                        surface->columns - names - 3);

    if (cells.columns < 1)
        return;
    for (int side = 0; side < sides_of(wave); side++) {
        surface_label(surface, (struct place){ side, 1, names, false },
                      LOOK(DIM, 0), wave->names[side]);
        draw_side(&cells, wave, side);
    }
    for (int i = 0; i < wave->mark_count; i++) {
        int column = cell_of(wave, wave->marks[i].at, cells.columns);
        int used = surface_glyph(&cells, sides_of(wave), column, LOOK(WARN, 0),
                                 wave->marks[i].glyph);

        if (column + used + 1 < cells.columns)
            surface_text(
                &cells,
                (struct place){ sides_of(wave), column + used + 1, 0, false },
                LOOK(DIM, 0), &wave->marks[i].text);
    }
}
