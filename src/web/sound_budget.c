/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ring of what was made, looked at from the newest on. */

#include "web/sound_budget.h"

#include <assert.h>
#include <string.h>

static const int64_t SPAN_US = INT64_C(1000000) * SOUND_BUDGET_S;

/* Over an hour of sound of 16 kB a second, and over four. */
const int64_t sound_budget_user_bytes = INT64_C(64) * 1024 * 1024;
const int64_t sound_budget_bytes = INT64_C(256) * 1024 * 1024;

/* The n-th before the next one to be written: 0 is the newest. */
static const struct sound_made *made_before(const struct sound_budget *budget,
                                            size_t n)
{
    size_t at = budget->next + SOUND_BUDGET_SOUNDS - 1 - n;

    return &budget->made[at % SOUND_BUDGET_SOUNDS];
}

/* What has to leave the span before there is room; NULL: nothing. */
static const struct sound_made *find_obstacle(const struct sound_budget *budget,
                                              uint64_t user_id, int64_t now_us)
{
    int64_t own = 0, all = 0;
    size_t own_sounds = 0;

    for (size_t i = 0; i < SOUND_BUDGET_SOUNDS; i++) {
        const struct sound_made *made = made_before(budget, i);

        if (made->bytes == 0 || made->at_us + SPAN_US <= now_us)
            return NULL;
        all += made->bytes;
        if (made->user_id == user_id) {
            own += made->bytes;
            own_sounds++;
        }
        if (own >= sound_budget_user_bytes || all >= sound_budget_bytes ||
            own_sounds == SOUND_BUDGET_USER_SOUNDS ||
            i == SOUND_BUDGET_SOUNDS - 1)
            return made;
    }

    return NULL;
}

void sound_budget_init(struct sound_budget *budget)
{
    assert(budget);

    memset(budget, 0, sizeof(*budget));
    pthread_mutex_init(&budget->lock, NULL);
}

void sound_budget_done(struct sound_budget *budget)
{
    assert(budget);

    pthread_mutex_destroy(&budget->lock);
}

int sound_budget_wait_s(struct sound_budget *budget, uint64_t user_id,
                        int64_t now_us)
{
    assert(budget);

    pthread_mutex_lock(&budget->lock);
    const struct sound_made *obstacle = find_obstacle(budget, user_id, now_us);
    int64_t until_us = obstacle ? obstacle->at_us + SPAN_US : now_us;
    pthread_mutex_unlock(&budget->lock);

    return (int)((until_us - now_us + 999999) / 1000000);
}

void sound_budget_note(struct sound_budget *budget,
                       const struct sound_made *made)
{
    assert(budget && made && made->bytes > 0);

    pthread_mutex_lock(&budget->lock);
    budget->made[budget->next] = *made;
    budget->next = (budget->next + 1) % SOUND_BUDGET_SOUNDS;
    pthread_mutex_unlock(&budget->lock);
}
