/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line at a time, coloured by its sign. */

#include "console/difference.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { LINE_BYTES = 256 };

static struct look look_of(char sign)
{
    return sign == '+'   ? LOOK(OK, 0)
           : sign == '-' ? LOOK(CRIT, 0)
                         : LOOK(DIM, 0);
}

static void draw_line(const struct surface *surface, int row, const char *line,
                      size_t length)
{
    struct safe_text text;
    char part[LINE_BYTES];
    int most = length < sizeof(part) ? (int)length : (int)sizeof(part) - 1;

    (void)snprintf(part, sizeof(part), "%.*s", most, line);
    safe_text_copy(&text, part);
    surface_text(surface, (struct place){ row, 1, 0, false }, look_of(line[0]),
                 &text);
}

void difference_draw(const struct surface *surface, const char *text, int *top)
{
    int skipped = 0, row = 0;

    assert(surface && text && top);
    for (const char *line = text; *line && row < surface->rows; skipped++) {
        size_t length = strcspn(line, "\n");

        if (skipped >= *top)
            draw_line(surface, row++, line, length);
        line += length + (line[length] == '\n');
    }
    if (row == 0 && *top > 0)
        *top = skipped > 0 ? skipped - 1 : 0;
}
