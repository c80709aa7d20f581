/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and writes the pictures. */

#include "tests/console/golden.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/test.h"
#include "tests/tui/picture.h"

static char expected[256 * 1024];

static void golden_write(const char *path, const char *picture)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fputs(picture, file);
    assert_int_equal(fclose(file), 0);
}

static void golden_read(const char *path)
{
    FILE *file = fopen(path, "r");

    expected[0] = '\0';
    if (!file)
        return;
    size_t length = fread(expected, 1, sizeof(expected) - 1, file);
    expected[length] = '\0';
    fclose(file);
}

void golden_compare(const struct grid *grid, const char *name)
{
    const char *picture = picture_of(grid);
    const char *top = getenv("top_srcdir");
    char path[4096];

    snprintf(path, sizeof(path), "%s/tests/console/golden/%s.txt",
             top ? top : ".", name);
    if (getenv("CCLITE_GOLDEN_WRITE"))
        golden_write(path, picture);
    golden_read(path);
    if (strcmp(picture, expected) != 0)
        print_error("%s: expected\n%sbut it is\n%s", path, expected, picture);
    assert_true(strcmp(picture, expected) == 0);
}
