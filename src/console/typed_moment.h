/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A moment in one field: 2026-12-24 08:00. */

#ifndef CONSOLE_TYPED_MOMENT_H
#define CONSOLE_TYPED_MOMENT_H

#include <stdint.h>

/*
 * A day and a time of the machine's zone, which is the one that lists show
 * moments in (console/word.h). The day may be typed as tui/date.h reads it;
 * without a time it is the day's beginning. No moment is an empty text.
 */
enum { TYPED_MOMENT_SIZE = 40 };

/** Writes a moment to the minute; 0 is "". */
void typed_moment_write(int64_t wall_us, char ret_text[TYPED_MOMENT_SIZE]);

/** Reads one; nothing but blanks is 0. @return 0, or -EINVAL: it is none */
int typed_moment_read(const char *text, int64_t *ret_wall_us);

#endif
