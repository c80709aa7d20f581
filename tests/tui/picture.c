/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints into memory. */

#include "tests/tui/picture.h"

#include <stdio.h>
#include <string.h>

#include "tests/test.h"

static char picture[1024 * 1024];

const char *picture_of(const struct grid *grid)
{
    FILE *file = fmemopen(picture, sizeof(picture), "w");

    assert_non_null(file);
    assert_int_equal(grid_print(grid, file), 0);
    fclose(file);
    return picture;
}

const char *picture_row(const struct grid *grid, int row)
{
    char *line = picture;

    picture_of(grid);
    for (; row > 0; row--) {
        line = strchr(line, '\n');
        assert_non_null(line);
        line++;
    }
    line[strcspn(line, "\n")] = '\0';
    return line;
}
