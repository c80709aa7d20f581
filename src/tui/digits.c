/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digits of seven strokes, and digits of half blocks. */

#include "tui/chart.h"

#include <assert.h>
#include <string.h>

#include "lang/cells.h"

enum {
    LARGE_ROWS = 7,
    LARGE_CELLS = 7,
    LARGE_GAP = 2,
    SMALL_ROWS = 3,
    SMALL_CELLS = 4,
    SMALL_GAP = 1,
};

/* The strokes of a digit. */
enum {
    TOP = 1,
    UPPER_LEFT = 2,
    UPPER_RIGHT = 4,
    MIDDLE = 8,
    LOWER_LEFT = 16,
    LOWER_RIGHT = 32,
    BOTTOM = 64,
    RIGHT = UPPER_RIGHT | LOWER_RIGHT,
};

static const char known[] = "0123456789-:.,";

static const unsigned char strokes[] = {
    127 - MIDDLE,
    RIGHT,
    127 - UPPER_LEFT - LOWER_RIGHT,
    127 - UPPER_LEFT - LOWER_LEFT,
    UPPER_LEFT | MIDDLE | RIGHT,
    127 - UPPER_RIGHT - LOWER_LEFT,
    127 - UPPER_RIGHT,
    TOP | RIGHT,
    127,
    127 - LOWER_LEFT,
    MIDDLE,
};

/* In halves: full, upper, lower, and nothing. */
static const char *const small[][SMALL_ROWS] = {
    { "#^^#", "#  #", "#__#" }, { "_#  ", " #  ", "_#_ " },
    { "^^^#", "#^^^", "#___" }, { "^^^#", " ^^#", "___#" },
    { "#  #", "^^^#", "   #" }, { "#^^^", "^^^#", "___#" },
    { "#^^^", "#^^#", "#__#" }, { "^^^#", "   #", "   #" },
    { "#^^#", "#^^#", "#__#" }, { "#^^#", "^^^#", "___#" },
    { "    ", "^^^^", "    " }, { "_", " ", "^" },
    { " ", " ", "_" },          { " ", " ", "_" },
};

static int index_of(char digit)
{
    const char *at = strchr(known, digit);

    return digit && at ? (int)(at - known) : -1;
}

static bool is_point(char digit)
{
    return digit == ':' || digit == '.' || digit == ',';
}

static bool are_known(const char *words)
{
    for (; *words; words++)
        if (index_of(*words) < 0)
            return false;
    return true;
}

static int width_of(const char *words, int digit, int point, int gap)
{
    int width = 0;

    for (const char *at = words; *at; at++)
        width += (is_point(*at) ? point : digit) + gap;
    return width - gap;
}

static void fill(const struct surface *surface, struct place place,
                 struct look look)
{
    surface_repeat(surface, place, look, GLYPH_FILLED);
}

static void draw_large(const struct surface *surface, int column, char digit,
                       struct look look)
{
    if (is_point(digit)) {
        for (int row = 0; row < LARGE_ROWS; row++)
            if (digit == ':' ? row == 2 || row == 4 : row == LARGE_ROWS - 1)
                fill(surface, (struct place){ row, column, 2, false }, look);
        return;
    }

    int bits = strokes[index_of(digit)];
    for (int row = 0; row < LARGE_ROWS; row++) {
        int across = row == 0 ? TOP : row == 3 ? MIDDLE : row == 6 ? BOTTOM : 0;
        int left = row <= 3 ? UPPER_LEFT : 0,
            right = row <= 3 ? UPPER_RIGHT : 0;

        left |= row >= 3 ? LOWER_LEFT : 0;
        right |= row >= 3 ? LOWER_RIGHT : 0;
        if (bits & across)
            fill(surface, (struct place){ row, column, LARGE_CELLS, false },
                 look);
        if (bits & left)
            fill(surface, (struct place){ row, column, 2, false }, look);
        if (bits & right)
            fill(surface, (struct place){ row, column + 5, 2, false }, look);
    }
}

static void draw_small(const struct surface *surface, int column, char digit,
                       struct look look)
{
    const char *const *rows = small[index_of(digit)];

    for (int row = 0; row < SMALL_ROWS; row++)
        for (int i = 0; rows[row][i]; i++) {
            char half = rows[row][i];

            if (half != ' ')
                surface_glyph(surface, row, column + i, look,
                              half == '#'   ? GLYPH_FILLED
                              : half == '^' ? GLYPH_UPPER_HALF
                                            : GLYPH_LOWER_HALF);
        }
}

static void draw_all(const struct surface *surface, struct look look,
                     const char *words, bool is_large)
{
    int column = 0;

    for (; *words; words++) {
        if (is_large)
            draw_large(surface, column, *words, look);
        else
            draw_small(surface, column, *words, look);
        column += is_large ? (is_point(*words) ? 2 : LARGE_CELLS) + LARGE_GAP
                           : (is_point(*words) ? 1 : SMALL_CELLS) + SMALL_GAP;
    }
}

static struct surface middle(const struct surface *surface, int rows,
                             int columns)
{
    return surface_part(surface, (surface->rows - rows) / 2,
                        (surface->columns - columns) / 2, rows, columns);
}

void chart_digits(const struct surface *surface, struct look look,
                  const char *words)
{
    assert(surface && words);
    int large = width_of(words, LARGE_CELLS, 2, LARGE_GAP);
    int small_width = width_of(words, SMALL_CELLS, 1, SMALL_GAP);
    struct surface area;

    if (are_known(words) && *words && surface->rows >= LARGE_ROWS &&
        surface->columns >= large) {
        area = middle(surface, LARGE_ROWS, large);
        draw_all(&area, look, words, true);
    } else if (are_known(words) && *words && surface->rows >= SMALL_ROWS &&
               surface->columns >= small_width &&
               surface->style->tier != GLYPH_TIER_ASCII) {
        area = middle(surface, SMALL_ROWS, small_width);
        draw_all(&area, look, words, false);
    } else {
        area = middle(surface, 1, (int)cells_count(words));
        look.flags |= LOOK_BOLD;
        surface_words(&area, (struct place){ 0, 0, 0, false }, look, words);
    }
}
