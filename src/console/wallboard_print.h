/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wallboard as plain text, for pipes, mails and files. */

#ifndef CONSOLE_WALLBOARD_PRINT_H
#define CONSOLE_WALLBOARD_PRINT_H

#include <stdio.h>

#include "client/session.h"
#include "console/grade.h"

enum { WALLBOARD_PRINT_MAX = GRID_MAX }; /* rows, and columns */

/* What is printed. A plain struct. */
struct wallboard_wishes {
    const char *const *names; /* queues, as far as the first NULL; NULL: all */
    struct limits limits;
    int rows, columns;
    enum language language;
    int64_t now_us, wall_us;
    int page_s;        /* of a screen: how long a page stays; 0: for ever */
    bool is_read_only; /* of a screen */
};

/**
 * Prints one picture without escapes, in ASCII where the locale of the
 * environment is not UTF-8. What cannot be written shows in the file's state.
 *
 * @return 0, -ENOENT: none of the named queues is there, or -ENOMEM
 */
int wallboard_print(const struct session *session,
                    const struct wallboard_wishes *wishes, FILE *file);

#endif
