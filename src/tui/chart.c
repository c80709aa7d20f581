/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars, columns and tabs. */

#include "tui/chart.h"

#include <assert.h>

#include "base/mark.h"
#include "lang/cells.h"
#include "lang/format.h"

void chart_bar(const struct surface *surface, struct place place,
               struct look look, int permille)
{
    assert(surface);
    int share = permille < 0 ? 0 : permille > 1000 ? 1000 : permille;
    int filled = (place.cells * share + 500) / 1000;

    for (int i = 0; i < place.cells; i++)
        surface_glyph(surface, place.row, place.column + i,
                      i < filled ? look : LOOK(LINE, 0),
                      i < filled ? GLYPH_FILLED : GLYPH_EMPTY);
}

static int64_t top_of(const struct series *series)
{
    int64_t top = series->top;

    for (size_t i = 0; series->top == 0 && i < series->count; i++)
        if (series->values[i] > top)
            top = series->values[i];
    return top > 0 ? top : 1;
}

/* The height of a value in eighths of so many cells. */
static int eighths(int64_t value, int64_t top, int rows)
{
    if (value == CHART_UNKNOWN || value <= 0)
        return 0;
    if (value >= top)
        return rows * GLYPH_LEVELS;

    double share = (double)value / (double)top;
    int height = (int)(share * rows * GLYPH_LEVELS + 0.5);
    return height > 0 ? height : 1;
}

void chart_spark(const struct surface *surface, struct place place,
                 struct look look, const struct series *series)
{
    assert(surface && series);
    size_t cells = place.cells > 0 ? (size_t)place.cells : 0;
    size_t from = series->count > cells ? series->count - cells : 0;
    int64_t top = top_of(series);

    for (size_t i = from; i < series->count; i++) {
        int64_t value = series->values[i];
        int height = eighths(value, top, 1);

        if (value != CHART_UNKNOWN)
            surface_glyph(surface, place.row, place.column + (int)(i - from),
                          look, glyph_level(height - 1));
    }
}

static void draw_column(const struct surface *surface, int column,
                        struct look look, int height)
{
    for (int row = surface->rows - 1; row >= 0 && height > 0; row--) {
        int here = height > GLYPH_LEVELS ? GLYPH_LEVELS : height;

        surface_glyph(surface, row, column, look, glyph_level(here - 1));
        height -= GLYPH_LEVELS;
    }
}

void chart_columns(const struct surface *surface, struct look look,
                   const struct series *series)
{
    assert(surface && series);
    if (series->count == 0 || surface->columns < 1)
        return;

    size_t room = (size_t)surface->columns;
    size_t from = series->count > room ? series->count - room : 0;
    int width = (int)(room / (series->count - from));
    int64_t top = top_of(series);

    for (size_t i = from; i < series->count; i++)
        for (int part = 0; part < width; part++)
            draw_column(surface, (int)(i - from) * width + part, look,
                        eighths(series->values[i], top, surface->rows));
}

void chart_progress(const struct surface *surface, int row,
                    const struct progress *progress)
{
    enum { NAME = 24, BAR = 30 };
    struct safe_text text;
    char left[FORMAT_SIZE] = "";

    assert(surface && progress);
    surface_text(surface, (struct place){ row, 1, NAME, false }, LOOK(TEXT, 0),
                 &progress->name);
    chart_bar(surface, (struct place){ row, NAME + 2, BAR, false },
              LOOK(RUN, 0), progress->permille);
    if (progress->left_s >= 0)
        format_duration(progress->left_s * 1000000, left, sizeof(left));
    safe_text_format(
        &text, "%d %%  %s%s%s", progress->permille / 10, left,
        progress->can_cancel ? "  " : "",
        progress->can_cancel ? surface_say(surface, N_("Ctrl-C cancels")) : "");
    surface_text(surface, (struct place){ row, NAME + BAR + 4, 0, false },
                 LOOK(TEXT, 0), &text);
}

enum { TAB_GAP = 3, TAB_MORE = 2 };

static int tab_cells(const struct surface *surface, const char *msgid)
{
    return (int)cells_count(surface_say(surface, msgid));
}

/* The first one of those that are shown: the open one is in sight. */
static int first_tab(const struct surface *surface, const char *const *msgids,
                     int count, int selected)
{
    int first = 0;

    for (; first < selected; first++) {
        int end = 1 + (first > 0 ? TAB_MORE : 0) - TAB_GAP;

        for (int i = first; i <= selected; i++)
            end += TAB_GAP + tab_cells(surface, msgids[i]);
        if (end + (selected < count - 1 ? TAB_GAP + 1 : 0) <= surface->columns)
            break;
    }
    return first;
}

static int draw_gap(const struct surface *surface, int row, int column)
{
    surface_glyph(surface, row, column + 1, LOOK(LINE, 0), GLYPH_DOWN_LINE);
    return column + TAB_GAP;
}

void chart_tabs(const struct surface *surface, int row,
                const char *const *msgids, int count, int selected)
{
    assert(surface && msgids);
    int first = first_tab(surface, msgids, count, selected), column = 1;

    if (first > 0) {
        surface_glyph(surface, row, column, LOOK(DIM, 0), GLYPH_MORE);
        column += TAB_MORE;
    }
    for (int i = first; i < count; i++) {
        int cells = tab_cells(surface, msgids[i]);
        int after = i < count - 1 ? TAB_GAP + 1 : 0;

        if (i > first)
            column = draw_gap(surface, row, column);
        if (i > first && column + cells + after > surface->columns) {
            surface_glyph(surface, row, column, LOOK(DIM, 0), GLYPH_MORE);
            return;
        }
        column += surface_label(
            surface, (struct place){ row, column, 0, false },
            i == selected ? LOOK(TITLE, LOOK_UNDERLINE) : LOOK(TEXT, 0),
            msgids[i]);
    }
}
