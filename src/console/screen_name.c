/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names alone: the shell's completion wants them without the screens. */

#include "console/screen_name.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

static const char *const names[] = {
#define SCREEN(CODE, name, go, permission, opens) [SCREEN_##CODE] = name,
#include "console/screen.def"
};

int screen_find(const char *name)
{
    assert(name);

    for (int i = 0; i < SCREEN_COUNT; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return -ENOENT;
}

const char *screen_name(enum screen screen)
{
    assert(screen < SCREEN_COUNT);

    return names[screen];
}
