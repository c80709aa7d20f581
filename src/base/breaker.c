/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three states and a doubling wait. */

#include "base/breaker.h"

#include <assert.h>

void breaker_init(struct breaker *breaker, int failures_to_open,
                  int64_t first_wait_us, int64_t longest_wait_us)
{
    assert(breaker && failures_to_open >= 1);
    assert(first_wait_us >= 1 && longest_wait_us >= first_wait_us);

    *breaker = (struct breaker){
        .failures_to_open = failures_to_open,
        .first_wait_us = first_wait_us,
        .longest_wait_us = longest_wait_us,
        .state = BREAKER_CLOSED,
        .wait_us = first_wait_us,
    };
}

static int64_t twice(int64_t wait_us, int64_t longest_us)
{
    return wait_us > longest_us / 2 ? longest_us : wait_us * 2;
}

bool breaker_allows(struct breaker *breaker, int64_t now_us)
{
    assert(breaker);

    if (breaker->state == BREAKER_CLOSED)
        return true;

    if (now_us < breaker->until_us)
        return false;

    if (breaker->state == BREAKER_HALF_OPEN)
        breaker->wait_us = twice(breaker->wait_us, breaker->longest_wait_us);

    breaker->state = BREAKER_HALF_OPEN;
    breaker->until_us = now_us + breaker->wait_us;
    return true;
}

void breaker_succeeds(struct breaker *breaker)
{
    assert(breaker);

    breaker->state = BREAKER_CLOSED;
    breaker->failures = 0;
    breaker->wait_us = breaker->first_wait_us;
}

void breaker_fails(struct breaker *breaker, int64_t now_us)
{
    assert(breaker);

    if (breaker->state == BREAKER_OPEN)
        return;

    if (breaker->state == BREAKER_HALF_OPEN)
        breaker->wait_us = twice(breaker->wait_us, breaker->longest_wait_us);
    else if (++breaker->failures < breaker->failures_to_open)
        return;

    breaker->state = BREAKER_OPEN;
    breaker->until_us = now_us + breaker->wait_us;
}

enum breaker_state breaker_state(const struct breaker *breaker, int64_t now_us)
{
    assert(breaker);

    if (breaker->state == BREAKER_OPEN && now_us >= breaker->until_us)
        return BREAKER_HALF_OPEN;

    return breaker->state;
}

const char *breaker_state_name(enum breaker_state state)
{
    static const char *const names[] = {
        [BREAKER_CLOSED] = "closed",
        [BREAKER_OPEN] = "open",
        [BREAKER_HALF_OPEN] = "half_open",
    };

    assert(state <= BREAKER_HALF_OPEN);
    return names[state];
}
