/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screens are called. */

#ifndef CONSOLE_SCREEN_NAME_H
#define CONSOLE_SCREEN_NAME_H

enum screen {
#define SCREEN(CODE, name, go, permission, opens) SCREEN_##CODE,
#include "console/screen.def"
    SCREEN_COUNT,
};

/** Finds a screen by what is typed for it; -ENOENT. */
int screen_find(const char *name);

/** What is typed for it. */
const char *screen_name(enum screen screen);

#endif
