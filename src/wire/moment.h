/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moments as people write them in filters, and as they are told. */

#ifndef WIRE_MOMENT_H
#define WIRE_MOMENT_H

#include <stdint.h>

enum { MOMENT_SIZE = 40 };

/**
 * Reads a date, or a date and a time of day, as RFC 3339 has them: 2026-11-22,
 * 2026-11-22T14:02, 2026-11-22T14:02:07, each with a Z or without it, which is
 * UTC, or with an offset from it: 2026-11-22T15:02+01:00. Leap seconds are none.
 *
 * @return 0, or -EINVAL: it is none, or before 1970
 */
int moment_parse(const char *text, int64_t *ret_wall_us);

/**
 * Writes a moment as 2026-11-22T14:02:07Z; one that is not of a whole second,
 * or that this form has no room for, in microseconds since 1970.
 */
void moment_print(int64_t wall_us, char ret_text[MOMENT_SIZE]);

#endif
