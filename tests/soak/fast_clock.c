/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A day in minutes: loaded before the C library (LD_PRELOAD), it lets a
 * program's clocks run CCLITE_CLOCK_SPEED times as fast, and its waits for
 * descriptors be as much shorter. Sound has no place in such a program.
 */

#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { CLOCKS = 16 };

static const int64_t NS = 1000000000;

static int64_t speed = 1;
static int64_t began_ns[CLOCKS];

static int64_t read_ns(clockid_t clock)
{
    struct timespec now = { 0 };

    syscall(SYS_clock_gettime, clock, &now);
    return (int64_t)now.tv_sec * NS + now.tv_nsec;
}

__attribute__((constructor)) static void begin(void)
{
    const char *text = getenv("CCLITE_CLOCK_SPEED");

    speed = text ? strtol(text, NULL, 10) : 1;
    if (speed < 1)
        speed = 1;
    for (clockid_t clock = 0; clock < CLOCKS; clock++)
        began_ns[clock] = read_ns(clock);
}

/* Of the processor's time nothing is made more. */
static int runs_faster(clockid_t clock)
{
    return clock >= 0 && clock < CLOCKS && clock != CLOCK_PROCESS_CPUTIME_ID &&
           clock != CLOCK_THREAD_CPUTIME_ID;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    if (!runs_faster(clock))
        return (int)syscall(SYS_clock_gettime, clock, now);

    int64_t ns = began_ns[clock] + (read_ns(clock) - began_ns[clock]) * speed;

    now->tv_sec = ns / NS;
    now->tv_nsec = ns % NS;
    return 0;
}

static int wait_for(struct pollfd *watched, nfds_t count, int64_t ns,
                    const sigset_t *mask)
{
    struct timespec limit = { .tv_sec = ns / speed / NS,
                              .tv_nsec = ns / speed % NS };

    return (int)syscall(SYS_ppoll, watched, count, ns < 0 ? NULL : &limit, mask,
                        (size_t)_NSIG / 8);
}

int poll(struct pollfd *watched, nfds_t count, int timeout)
{
    return wait_for(watched, count,
                    timeout < 0 ? -1 : (int64_t)timeout * 1000000, NULL);
}

int ppoll(struct pollfd *watched, nfds_t count, const struct timespec *limit,
          const sigset_t *mask)
{
    return wait_for(watched, count,
                    limit ? (int64_t)limit->tv_sec * NS + limit->tv_nsec : -1,
                    mask);
}

/* What the two become where they are checked (feature_test_macros(7)). */
int __poll_chk(struct pollfd *watched, nfds_t count, int timeout, size_t room);
int __ppoll_chk(struct pollfd *watched, nfds_t count,
                const struct timespec *limit, const sigset_t *mask,
                size_t room);

int __poll_chk(struct pollfd *watched, nfds_t count, int timeout, size_t room)
{
    (void)room;
    return poll(watched, count, timeout);
}

int __ppoll_chk(struct pollfd *watched, nfds_t count,
                const struct timespec *limit, const sigset_t *mask, size_t room)
{
    (void)room;
    return ppoll(watched, count, limit, mask);
}
