/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The distance to the limit. */

#include "base/descriptor.h"

#include <sys/resource.h>

enum { STEP = 16, STEPS = 32 };

bool descriptor_is_last(int fd, enum descriptor_use use)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) < 0 || limit.rlim_cur == RLIM_INFINITY)
        return false;

    rlim_t step = limit.rlim_cur / STEPS + 1;

    if (step > STEP)
        step = STEP;
    return fd >= 0 && (rlim_t)fd + step * (rlim_t)use >= limit.rlim_cur;
}
