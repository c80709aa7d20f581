/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Breaks lines. */

#include "tui/prose.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "lang/cells.h"

/* Bytes of the words that have room; all of them in the last row. */
static size_t line_length(const char *words, int cells, bool is_last)
{
    size_t fits = cells_cut(words, (size_t)cells);
    size_t length = fits;

    if (is_last || !words[fits])
        return strlen(words);
    while (length > 0 && words[length] != ' ')
        length--;
    return length > 0 ? length : fits;
}

int prose_draw(const struct surface *surface, struct look look,
               const char *words)
{
    assert(surface && words);
    int row = 0;

    while (row < surface->rows && *words && surface->columns > 0) {
        char line[SAFE_TEXT_SIZE];
        size_t length =
            line_length(words, surface->columns, row == surface->rows - 1);

        if (length >= sizeof(line))
            length = sizeof(line) - 1;
        snprintf(line, sizeof(line), "%.*s", (int)length, words);
        surface_words(surface, (struct place){ row++, 0, 0, false }, look,
                      line);
        words += length;
        words += *words == ' ';
    }
    return row;
}

int prose_rows(const char *words, int columns)
{
    assert(words && columns > 0);
    int rows = 0;

    while (*words) {
        size_t length = line_length(words, columns, false);

        words += length > 0 ? length : strlen(words);
        words += *words == ' ';
        rows++;
    }
    return rows;
}
