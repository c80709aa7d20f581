/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Eight levels of 64 slots, each level with a bit per slot in use. */

#include "sip/wheel.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

enum {
    SLOT_BITS = 6,
    SLOTS = 1 << SLOT_BITS,
    LEVELS = 8, /* 2^48 ms: nobody waits longer */
};

/*
 * A timer due at tick d while the wheel stands at tick t < d is in the level
 * of the highest 6-bit digit in which d and t differ, in slot (that digit of
 * d). So all slots in use lie ahead of t's own digit, every timer of level n
 * is due before any of level n + 1, and the first bit of the lowest level in
 * use tells what comes next.
 */
struct wheel {
    struct wheel_timer *slots[LEVELS][SLOTS];
    uint64_t in_use[LEVELS];
    struct wheel_timer *soon;   /* due already when started */
    struct wheel_timer *firing; /* of the advance under way, in order */
    uint64_t tick;
    uint64_t next_serial;
    size_t count;
};

static const uint64_t LAST_TICK = (UINT64_C(1) << (SLOT_BITS * LEVELS)) - 1;

static void push(struct wheel_timer **head, struct wheel_timer *timer)
{
    timer->next = *head;
    timer->back = head;
    if (timer->next)
        timer->next->back = &timer->next;
    *head = timer;
}

static void unlink_timer(struct wheel_timer *timer)
{
    *timer->back = timer->next;
    if (timer->next)
        timer->next->back = timer->back;
    timer->next = NULL;
    timer->back = NULL;
}

/* Rounded up, so that nothing is early. */
static uint64_t due_tick(const struct wheel_timer *timer)
{
    if (timer->due_us <= 0)
        return 0;

    uint64_t tick =
        ((uint64_t)timer->due_us + WHEEL_TICK_US - 1) / WHEEL_TICK_US;

    return tick < LAST_TICK ? tick : LAST_TICK;
}

static unsigned level_of(uint64_t differing_bits)
{
    unsigned highest = 63 - (unsigned)__builtin_clzll(differing_bits);

    return highest / SLOT_BITS;
}

static void place(struct wheel *wheel, struct wheel_timer *timer)
{
    uint64_t due = due_tick(timer);

    if (due <= wheel->tick) {
        push(&wheel->soon, timer);
        return;
    }

    unsigned level = level_of(due ^ wheel->tick);
    unsigned slot = (unsigned)(due >> (SLOT_BITS * level)) % SLOTS;

    push(&wheel->slots[level][slot], timer);
    wheel->in_use[level] |= UINT64_C(1) << slot;
}

/* A slot that stopping has emptied keeps its bit until its turn comes. */
static bool next_slot(const struct wheel *wheel, unsigned *ret_level,
                      unsigned *ret_slot, uint64_t *ret_tick)
{
    for (unsigned level = 0; level < LEVELS; level++) {
        if (!wheel->in_use[level])
            continue;

        unsigned slot = (unsigned)__builtin_ctzll(wheel->in_use[level]);
        unsigned below = SLOT_BITS * level;
        uint64_t block = wheel->tick >> below >> SLOT_BITS;

        *ret_level = level;
        *ret_slot = slot;
        *ret_tick = (block << SLOT_BITS | slot) << below;
        return true;
    }

    return false;
}

static bool goes_before(const struct wheel_timer *a,
                        const struct wheel_timer *b)
{
    if (a->due_us != b->due_us)
        return a->due_us < b->due_us;

    return a->serial < b->serial;
}

static struct wheel_timer *merge(struct wheel_timer *a, struct wheel_timer *b)
{
    struct wheel_timer *merged = NULL;
    struct wheel_timer **end = &merged;

    while (a && b) {
        struct wheel_timer **first = goes_before(a, b) ? &a : &b;

        *end = *first;
        end = &(*first)->next;
        *first = *end;
    }

    *end = a ? a : b;
    return merged;
}

/* Only the forward links are right afterwards. */
static struct wheel_timer *sort(struct wheel_timer *list)
{
    if (!list || !list->next)
        return list;

    struct wheel_timer *middle = list;

    for (struct wheel_timer *end = list->next; end && end->next;
         end = end->next->next)
        middle = middle->next;

    struct wheel_timer *second = middle->next;
    middle->next = NULL;
    return merge(sort(list), sort(second));
}

static void relink(struct wheel_timer **head)
{
    for (struct wheel_timer **link = head; *link; link = &(*link)->next)
        (*link)->back = link;
}

/* Moves to the given tick; whoever is due by then ends in `soon`. */
static void turn(struct wheel *wheel, uint64_t target)
{
    unsigned level, slot;
    uint64_t tick;

    while (next_slot(wheel, &level, &slot, &tick) && tick <= target) {
        wheel->tick = tick;
        wheel->in_use[level] &= ~(UINT64_C(1) << slot);

        while (wheel->slots[level][slot]) {
            struct wheel_timer *timer = wheel->slots[level][slot];

            unlink_timer(timer);
            place(wheel, timer);
        }
    }

    if (target > wheel->tick)
        wheel->tick = target;
}

int wheel_new(int64_t now_us, struct wheel **ret_wheel)
{
    assert(now_us >= 0 && ret_wheel);

    struct wheel *wheel = calloc(1, sizeof(*wheel));
    if (!wheel)
        return -ENOMEM;

    wheel->tick = (uint64_t)now_us / WHEEL_TICK_US;
    *ret_wheel = wheel;
    return 0;
}

static void forget(struct wheel_timer **head)
{
    while (*head)
        unlink_timer(*head);
}

struct wheel *wheel_free(struct wheel *wheel)
{
    if (!wheel)
        return NULL;

    for (size_t level = 0; level < LEVELS; level++)
        for (size_t slot = 0; slot < SLOTS; slot++)
            forget(&wheel->slots[level][slot]);

    forget(&wheel->soon);
    forget(&wheel->firing);
    free(wheel);
    return NULL;
}

void wheel_start(struct wheel *wheel, struct wheel_timer *timer, int64_t due_us,
                 void (*fire)(void *arg), void *arg)
{
    assert(wheel && timer && fire);

    wheel_stop(wheel, timer);
    timer->due_us = due_us;
    timer->serial = wheel->next_serial++;
    timer->fire = fire;
    timer->arg = arg;
    place(wheel, timer);
    wheel->count++;
}

void wheel_stop(struct wheel *wheel, struct wheel_timer *timer)
{
    assert(wheel && timer);

    if (!wheel_waits(timer))
        return;

    unlink_timer(timer);
    wheel->count--;
}

bool wheel_waits(const struct wheel_timer *timer)
{
    assert(timer);

    return timer->back;
}

size_t wheel_advance(struct wheel *wheel, int64_t now_us)
{
    assert(wheel && now_us >= 0);

    size_t fired = 0;

    turn(wheel, (uint64_t)now_us / WHEEL_TICK_US);
    wheel->firing = sort(wheel->soon);
    wheel->soon = NULL;
    relink(&wheel->firing);

    while (wheel->firing) {
        struct wheel_timer *timer = wheel->firing;

        wheel_stop(wheel, timer);
        fired++;
        timer->fire(timer->arg);
    }

    return fired;
}

int64_t wheel_next_us(const struct wheel *wheel)
{
    assert(wheel);

    unsigned level, slot;
    uint64_t tick;

    if (wheel->soon)
        return (int64_t)wheel->tick * WHEEL_TICK_US;
    if (wheel->count == 0 || !next_slot(wheel, &level, &slot, &tick))
        return INT64_MAX;

    return (int64_t)tick * WHEEL_TICK_US;
}

size_t wheel_count(const struct wheel *wheel)
{
    assert(wheel);

    return wheel->count;
}
