/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody wants of a console. */

#ifndef CONSOLE_CONSOLE_WISHES_H
#define CONSOLE_CONSOLE_WISHES_H

#include <stdbool.h>
#include <stdint.h>

#include "client/endpoint.h"
#include "console/preference.h"
#include "lang/lang.h"

struct key_set;
struct wallboard_wishes;

/* What the command line says. A plain struct; texts are borrowed. */
struct console_wishes {
    struct endpoint endpoint;
    const struct endpoint *others; /* more ways to it, as session_settings */
    int other_count;
    const char *ca_file;
    long timeout_ms;
    enum language language;
    const char *screen; /* as screen_find(); or NULL */
    struct preferences preferences;
    const struct key_set *keys; /* lives as long; NULL: as in the tables */
    const char *complaints[2];  /* what is to be said at the start; or NULL */
    const struct wallboard_wishes *board; /* a wallboard; NULL: a console */
    int64_t now_wall_us; /* both clocks stand at this moment; 0: they go */
};

#endif
