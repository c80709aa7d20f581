/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writing thread does next, and how long that may rest. */

#include "store/store_inside.h"

#include "base/clock.h"
#include "base/pulse.h"

static bool is_urgent(const struct store *store)
{
    const struct turn *first = store->queue.first;

    return store->has_alive || store_erase_is_due(store) ||
           store->backup_order.is_given || store->is_stopping ||
           store->projected_wanted > store->projected_seq ||
           (first && (store->wanted >= first->ticket ||
                      store->queue.load >= STORE_MAX_BATCH));
}

/* How long what waits may still rest; below 0: nothing waits. */
static int64_t rest_ms(const struct store *store)
{
    int64_t now_us = clock_boot_us();
    int64_t until_us = INT64_MAX;

    if (store->queue.first)
        until_us =
            store->queued_since_us + (int64_t)store->settings.linger_ms * 1000;
    if (store->changes.count > 0 && store_project_due_us(store) < until_us)
        until_us = store_project_due_us(store);
    if (store->erase_order.is_given && store->erase.next_us < until_us)
        until_us = store->erase.next_us;

    if (until_us == INT64_MAX)
        return -1;
    return until_us > now_us ? (until_us - now_us + 999) / 1000 : 0;
}

/* Right after some work the next turn is near: then the thread looks by itself
   when that may have rested for long enough, and need not be told of it. */
static int64_t doze_ms(const struct store *store, int64_t left_ms)
{
    int64_t linger_ms = store->settings.linger_ms;

    return left_ms < 0 || left_ms > linger_ms ? linger_ms : left_ms;
}

/* Until something is urgent, or has rested for long enough. */
static void rest(struct store *store)
{
    bool is_near = true;
    int64_t left_ms;

    while (!is_urgent(store) && (left_ms = rest_ms(store)) != 0) {
        store->is_dozing = is_near && !store->queue.first;
        if (store->is_dozing)
            left_ms = doze_ms(store, left_ms);
        is_near = false;

        pulse_rest();
        if (left_ms > 0) {
            struct timespec until = store_in_ms((int)left_ms);

            (void)pthread_cond_timedwait(&store->wake, &store->lock, &until);
        } else {
            (void)pthread_cond_wait(&store->wake, &store->lock);
        }
    }
    store->is_dozing = false;
    pulse_beat();
}

struct store_work store_wait_for_work(struct store *store)
{
    (void)pthread_mutex_lock(&store->lock);
    rest(store);

    struct turn *turns = turn_queue_take(&store->queue, STORE_MAX_BATCH);
    store->is_projecting = store_project_is_due(store);
    struct store_work work = {
        .has_writing = turns || store->has_alive || store->is_projecting,
        .has_erase = store_erase_is_due(store),
        .is_over = store->is_stopping && !turns && !store->has_alive &&
                   !store->erase_order.is_given,
    };

    store->writing_since_us = store->queued_since_us;
    for (const struct turn *turn = turns; turn; turn = turn->next)
        store->writing += turn_load(turn);
    (void)pthread_mutex_unlock(&store->lock);

    if (turns)
        batch_begin(&store->batch, turns);
    return work;
}

void store_forget_alive(struct store *store)
{
    (void)pthread_mutex_lock(&store->lock);
    if (store->alive_at_us == store->alive_written_us)
        store->has_alive = false;
    (void)pthread_mutex_unlock(&store->lock);
}
