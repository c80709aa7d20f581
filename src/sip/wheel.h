/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Timers by the ten thousand: a hierarchical timing wheel. */

#ifndef SIP_WHEEL_H
#define SIP_WHEEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The library's own timers are a sorted list and cost 46 us each when 10,000
 * wait. Here starting and stopping cost O(1), whatever waits.
 *
 * Levels of 64 slots: a slot of level 0 is one tick (1 ms), a slot of level n
 * is 64^n ticks; when level n has turned once, the next slot of level n + 1 is
 * spread over it.
 *
 * Source: G. Varghese, T. Lauck, "Hashed and Hierarchical Timing Wheels",
 * SOSP 1987, scheme 7.
 *
 * All times are microseconds of one clock that never goes back, which the
 * wheel never reads. Not safe for use by two threads.
 */
struct wheel;

enum {
    WHEEL_TICK_US = 1000,
};

/**
 * One timer; lives inside what it is about. Zeroed memory is a timer that does
 * not wait. Its members are the wheel's.
 */
struct wheel_timer {
    struct wheel_timer *next;
    struct wheel_timer **back; /* NULL while not waiting */
    int64_t due_us;
    uint64_t serial; /* order of starting; settles ties */
    void (*fire)(void *arg);
    void *arg;
};

/**
 * Makes a wheel on which nothing waits.
 *
 * @param now_us     the present; not negative
 * @param ret_wheel  on success, the wheel; release with wheel_free()
 *
 * @return 0, or -ENOMEM
 */
int wheel_new(int64_t now_us, struct wheel **ret_wheel);

/**
 * Forgets all timers that wait; none of them fires.
 *
 * @param wheel  may be NULL
 *
 * @return NULL always
 */
struct wheel *wheel_free(struct wheel *wheel);

/**
 * Starts a timer, or starts it anew when it waits already. O(1).
 *
 * @param timer   must stay where it is until it fires or is stopped
 * @param due_us  when to fire; a moment gone by means at the next advance
 * @param fire    called once; may start, stop or free any timer, also this one
 */
void wheel_start(struct wheel *wheel, struct wheel_timer *timer, int64_t due_us,
                 void (*fire)(void *arg), void *arg);

/**
 * Stops a timer. Nothing happens when it does not wait. O(1).
 */
void wheel_stop(struct wheel *wheel, struct wheel_timer *timer);

/**
 * Tells whether a timer waits.
 */
bool wheel_waits(const struct wheel_timer *timer);

/**
 * Fires all timers due, in the order of their due times, then of starting.
 * Never early; late by less than a tick. A timer started by one that fires
 * waits for the next advance.
 *
 * @param now_us  not before the last one
 *
 * @return how many fired
 */
size_t wheel_advance(struct wheel *wheel, int64_t now_us);

/**
 * Tells when to advance next: not after the first timer's due tick, maybe
 * before it. O(1).
 *
 * @return INT64_MAX when nothing waits
 */
int64_t wheel_next_us(const struct wheel *wheel);

/**
 * Counts the timers that wait. O(1).
 */
size_t wheel_count(const struct wheel *wheel);

#endif
