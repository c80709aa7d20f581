/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Somebody sets the clock: loaded before the C library (LD_PRELOAD), it moves
 * a program's wall clock by as many microseconds as stand in the first 8 bytes
 * of the file CCLITE_CLOCK_FILE, at any moment. Other clocks run on.
 */

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const int64_t NS = 1000000000;
static const volatile int64_t nothing;
static const volatile int64_t *shift_us = &nothing;

__attribute__((constructor)) static void begin(void)
{
    const char *path = getenv("CCLITE_CLOCK_FILE");
    int fd = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    void *seen =
        fd < 0 ? MAP_FAILED
               : mmap(NULL, sizeof(*shift_us), PROT_READ, MAP_SHARED, fd, 0);

    if (seen != MAP_FAILED)
        shift_us = seen;
    if (fd >= 0)
        close(fd);
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    long rc = syscall(SYS_clock_gettime, clock, now);

    if (rc == 0 &&
        (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
        int64_t ns = now->tv_sec * NS + now->tv_nsec + *shift_us * 1000;

        now->tv_sec = ns / NS;
        now->tv_nsec = ns % NS;
    }
    return (int)rc;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
    struct timespec wall;

    (void)zone;
    (void)clock_gettime(CLOCK_REALTIME, &wall);
    now->tv_sec = wall.tv_sec;
    now->tv_usec = wall.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *ret_now)
{
    struct timespec wall;

    (void)clock_gettime(CLOCK_REALTIME, &wall);
    if (ret_now)
        *ret_now = wall.tv_sec;
    return wall.tv_sec;
}
