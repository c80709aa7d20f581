/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small things that screens remember: columns left out, where a split is. */

#ifndef TUI_KEEP_H
#define TUI_KEEP_H

#include <stdint.h>
#include <stdio.h>

/*
 * Screens come and go; what somebody has arranged stays, by a name, in the
 * interface (ui_keep()), and a program may write it into a file. Values are
 * whole numbers; data has no way in.
 */
enum {
    KEEP_MAX = 64, /* the one that was set longest ago gives way */
    KEEP_NAME_SIZE = 48,
};

/* All zero: nothing is kept. */
struct keep {
    int count;
    struct {
        char name[KEEP_NAME_SIZE];
        int64_t value;
    } things[KEEP_MAX]; /* in the order in which they were set */
};

/** Keeps a value; a name too long is cut. */
void keep_set(struct keep *keep, const char *name, int64_t value);

/** What is kept under a name, or else the preset. */
int64_t keep_get(const struct keep *keep, const char *name, int64_t preset);

/** Writes "NAME VALUE" lines. @return 0 or -EIO */
int keep_print(const struct keep *keep, FILE *file);

/** Reads such lines; what is no such line is left out. */
void keep_read(struct keep *keep, const char *text);

#endif
