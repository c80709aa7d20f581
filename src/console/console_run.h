/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The console in the terminal of this process. */

#ifndef CONSOLE_CONSOLE_RUN_H
#define CONSOLE_CONSOLE_RUN_H

#include <stdbool.h>
#include <stdint.h>

#include "client/endpoint.h"
#include "console/preference.h"
#include "lang/lang.h"

struct wallboard_wishes;

/* What the command line says. A plain struct; texts are borrowed. */
struct console_wishes {
    struct endpoint endpoint;
    const char *ca_file;
    long timeout_ms;
    enum language language;
    const char *screen; /* as screen_find(); or NULL */
    struct preferences preferences;
    const struct wallboard_wishes *board; /* a wallboard; NULL: a console */
    int64_t now_wall_us; /* both clocks stand at this moment; 0: they go */
};

/**
 * Runs until somebody leaves, or the terminal goes away. Whoever is not signed
 * in is asked for a name and a password.
 *
 * @return 0, or
 *     -ENOENT   there is no such screen
 *     -ENOTTY   there is no terminal, or it cannot address its cursor
 *     -ENOMEM, or what the system says
 */
int console_run(const struct console_wishes *wishes);

#endif
