/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loop of the main thread: sockets, timers, and what comes in between. */

#ifndef SIP_LOOP_H
#define SIP_LOOP_H

#include <stdint.h>

#include "sip/wheel.h"

/*
 * One loop per process, in the thread that made it; everything else of this
 * folder runs inside it. Handlers return within a millisecond and never block.
 * A timer fires from the loop in a later turn, never inside the call that
 * started it.
 */
struct loop;

enum loop_ready {
    LOOP_READ = 1,
    LOOP_WRITE = 2,
    LOOP_ERROR = 4, /* told whether asked for or not */
};

struct loop_settings {
    int max_fds; /* the highest descriptor that can be watched, plus one;
                    also the bound on accepted TCP connections */
    int64_t (*now_us)(void *arg);  /* journal time; NULL: CLOCK_BOOTTIME */
    int64_t (*wall_us)(void *arg); /* UTC since 1970; NULL: CLOCK_REALTIME */
    void *arg;
};

/**
 * Makes the loop of this thread.
 *
 * @return 0, or -ENOMEM, -EMFILE, -ENFILE
 */
int loop_new(const struct loop_settings *settings, struct loop **ret_loop);

/**
 * Frees it. Timers that wait and descriptors that are watched are forgotten.
 *
 * @param loop  may be NULL; not running
 *
 * @return NULL always
 */
struct loop *loop_free(struct loop *loop);

/**
 * Runs until loop_stop().
 *
 * @return 0, or a negative errno when waiting itself failed
 */
int loop_run(struct loop *loop);

/**
 * Ends the run at the end of this turn. From a handler only.
 */
void loop_stop(struct loop *loop);

/**
 * Watches a descriptor, level triggered; again for the same one replaces what
 * was asked.
 *
 * @param fd      stays the caller's; unwatch before closing
 * @param events  LOOP_READ, LOOP_WRITE or both
 *
 * @return 0, or -EMFILE (fd too high), -ENOMEM
 */
int loop_watch_fd(struct loop *loop, int fd, unsigned events,
                  void (*ready)(int fd, unsigned events, void *arg), void *arg);

void loop_unwatch_fd(struct loop *loop, int fd);

/**
 * Starts a timer of the loop's wheel, or starts it anew.
 *
 * @param delay_us  from now; 0 means in the next turn
 */
void loop_start_timer(struct loop *loop, struct wheel_timer *timer,
                      int64_t delay_us, void (*fire)(void *arg), void *arg);

/**
 * The same with a moment instead of a delay, e.g. core_next_wake().
 */
void loop_start_timer_at(struct loop *loop, struct wheel_timer *timer,
                         int64_t due_us, void (*fire)(void *arg), void *arg);

void loop_stop_timer(struct loop *loop, struct wheel_timer *timer);

/**
 * The bound that was set when it was made.
 */
int loop_max_fds(const struct loop *loop);

/**
 * Journal time, in microseconds.
 */
int64_t loop_now_us(const struct loop *loop);

/**
 * UTC in microseconds since 1970: for what outlives the process only.
 */
int64_t loop_wall_us(const struct loop *loop);

#endif
