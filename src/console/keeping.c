/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small file, read whole and replaced whole. */

#include "console/keeping.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/home.h"

enum { FILE_MAX = KEEP_MAX * (KEEP_NAME_SIZE + 24) };

void keeping_load(struct ui *ui)
{
    char path[HOME_PATH_SIZE], *text;
    size_t length;

    if (home_path(HOME_STATE, "cclite/layout", path) < 0 ||
        file_read(path, FILE_MAX, &text, &length) < 0)
        return;
    keep_read(ui_keep_all(ui), text);
    free(text);
}

void keeping_save(struct ui *ui)
{
    const struct keep *keep = ui_keep_all(ui);
    char path[HOME_PATH_SIZE], *text = NULL;
    size_t length;
    FILE *file = keep->count > 0 ? open_memstream(&text, &length) : NULL;

    if (!file)
        return;
    int rc = keep_print(keep, file);
    if (fclose(file) == 0 && rc == 0 &&
        home_path(HOME_STATE, "cclite/layout", path) == 0)
        (void)home_replace(path, text); /* the old one stays: see the header */
    free(text);
}
