/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Threads count their turns, and others see whether the counts grow. */

#include "base/pulse.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { US_PER_MS = 1000 };

enum pulse_state { PULSE_FREE, PULSE_TAKEN, PULSE_TURNS, PULSE_RESTS };

/* A line of the cache for each, so that no beat takes it from another one. */
struct pulse {
    _Alignas(64) atomic_int state;
    atomic_uint beats; /* never begun anew: the next thread counts on */
    _Atomic(const char *) name;
    atomic_int limit_ms;
    atomic_bool is_aside;
};

static struct pulse pulses[PULSE_MAX];
static _Thread_local struct pulse *own;

static void begin(const char *name, int limit_ms, bool is_aside)
{
    assert(name && limit_ms > 0 && !own);

    for (size_t i = 0; i < PULSE_MAX && !own; i++) {
        int expected = PULSE_FREE;

        if (atomic_compare_exchange_strong(&pulses[i].state, &expected,
                                           PULSE_TAKEN))
            own = &pulses[i];
    }
    if (!own)
        return;

    atomic_store(&own->name, name);
    atomic_store(&own->limit_ms, limit_ms);
    atomic_store(&own->is_aside, is_aside);
    pulse_beat();
}

void pulse_begin(const char *name, int limit_ms)
{
    begin(name, limit_ms, false);
}

void pulse_begin_aside(const char *name, int limit_ms)
{
    begin(name, limit_ms, true);
}

/* The only one who counts here: no exchange is needed. */
void pulse_beat(void)
{
    if (!own)
        return;

    unsigned beats = atomic_load_explicit(&own->beats, memory_order_relaxed);

    atomic_store_explicit(&own->beats, beats + 1, memory_order_relaxed);
    if (atomic_load_explicit(&own->state, memory_order_relaxed) != PULSE_TURNS)
        atomic_store(&own->state, PULSE_TURNS);
}

void pulse_rest(void)
{
    if (own)
        atomic_store(&own->state, PULSE_RESTS);
}

void pulse_end(void)
{
    if (own)
        atomic_store(&own->state, PULSE_FREE);
    own = NULL;
}

static bool is_asked_for(const struct pulse *pulse, const char *name)
{
    return pulse != own &&
           (!name || strcmp(atomic_load(&pulse->name), name) == 0);
}

/* Whether it stands still; one that rests, or has left, does not. */
static bool look_at(struct pulse_look *look, size_t i, int64_t passed_us)
{
    struct pulse *pulse = &pulses[i];
    unsigned beats = atomic_load(&pulse->beats);

    if (atomic_load(&pulse->state) != PULSE_TURNS ||
        beats != look->seen[i].beats)
        look->seen[i].silent_us = 0;
    else
        look->seen[i].silent_us += passed_us;
    look->seen[i].beats = beats;

    return look->seen[i].silent_us >=
           (int64_t)atomic_load(&pulse->limit_ms) * US_PER_MS;
}

unsigned pulse_look(struct pulse_look *look, const char *name, int64_t now_us,
                    void (*tell)(const char *name, bool is_still))
{
    assert(look && tell);

    int64_t passed_us = look->looked_us ? now_us - look->looked_us : 0;
    unsigned count = 0;

    if (passed_us > PULSE_LOOK_MS * US_PER_MS)
        passed_us = PULSE_LOOK_MS * US_PER_MS;
    look->looked_us = now_us;
    look->missed = 0;
    for (size_t i = 0; i < PULSE_MAX; i++) {
        if (!atomic_load(&pulses[i].name) || !is_asked_for(&pulses[i], name))
            continue;

        bool is_still = look_at(look, i, passed_us);

        count += is_still;
        look->missed += is_still && !atomic_load(&pulses[i].is_aside);
        if (is_still != look->seen[i].is_still)
            tell(atomic_load(&pulses[i].name), is_still);
        look->seen[i].is_still = is_still;
    }

    return count;
}
