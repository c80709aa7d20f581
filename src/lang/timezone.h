/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the clocks of a place are put forward and back. */

#ifndef LANG_TIMEZONE_H
#define LANG_TIMEZONE_H

#include <stddef.h>
#include <stdint.h>

/* From a moment on, local time is UTC plus an offset. */
struct timezone_shift {
    int64_t from_us; /* since 1970 */
    int64_t offset_us;
};

/**
 * Lists a time zone's changes, the offset at the beginning as the first.
 *
 * @param name   of the IANA database, as "Europe/Prague"; "": this machine's
 * @param until_us  later changes are left out
 * @param room   of ret_shifts; at least 1. What does not fit is left out
 *
 * @return how many, or -EINVAL: there is no such zone; or another errno
 */
int timezone_read(const char *name, int64_t from_us, int64_t until_us,
                  struct timezone_shift *ret_shifts, size_t room);

#endif
