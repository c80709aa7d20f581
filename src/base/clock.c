/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clock_gettime(), in microseconds. */

#include "base/clock.h"

#include <assert.h>
#include <time.h>

static int64_t read_us(clockid_t clock)
{
    struct timespec now;
    int rc = clock_gettime(clock, &now);

    assert(rc == 0); /* both clocks exist since Linux 2.6.39 */
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t clock_boot_us(void)
{
    return read_us(CLOCK_BOOTTIME);
}

int64_t clock_wall_us(void)
{
    return read_us(CLOCK_REALTIME);
}
