/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The projections follow the journal, at a bounded distance. */

#include <assert.h>
#include <errno.h>

#include "base/clock.h"
#include "store/store_inside.h"

/*
 * Most of what one event changes the next ones change again, on the same few
 * pages. So changes are collected, and written with a commit that comes anyway
 * or after a while; sooner when a reader waits. What a crash leaves unwritten
 * is folded from the events after the table "projected" at the next start.
 */
enum { MAX_CHANGES = 500, CATCH_UP_MS = 1000 };

int64_t store_project_due_us(const struct store *store)
{
    return store->changed_us + (int64_t)store->settings.project_ms * 1000;
}

bool store_project_is_due(const struct store *store)
{
    if (store->changes.count == 0)
        return false;

    return store->changes.count >= MAX_CHANGES ||
           store->projected_wanted > store->projected_seq ||
           clock_boot_us() >= store_project_due_us(store);
}

int store_project(struct store *store)
{
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < store->changes.count; i++)
        rc = projector_write(&store->projector, &store->changes.changes[i]);
    if (rc == 0)
        rc = projector_write_seq(&store->projector,
                                 state_system(store->shadow)->seq);
    return rc;
}

void store_project_done(struct store *store)
{
    store->changes.count = 0;
    store_project_note(store);
}

void store_project_note(struct store *store)
{
    if (store->changes.count > 0) {
        if (store->changed_us == 0)
            store->changed_us = clock_boot_us();
        return;
    }

    store->changed_us = 0;
    (void)pthread_mutex_lock(&store->lock);
    store->projected_seq = state_system(store->shadow)->seq;
    if (store->projected_wanted)
        (void)pthread_cond_broadcast(&store->projecting);
    store->projected_wanted = 0;
    (void)pthread_mutex_unlock(&store->lock);
}

static int wait_for(struct store *store, uint64_t seq)
{
    struct timespec until = store_in_ms(CATCH_UP_MS);
    int rc = 0;

    while (rc == 0 && store->projected_seq < seq &&
           store->status.health == STORE_OK) {
        if (store->projected_wanted < seq)
            store->projected_wanted = seq;
        (void)pthread_cond_signal(&store->wake);
        rc = -pthread_cond_timedwait(&store->projecting, &store->lock, &until);
    }

    return rc == -ETIMEDOUT && store->status.health == STORE_OK ? -ETIME : 0;
}

int store_catch_up(struct store *store)
{
    assert(store);

    uint64_t seq = store_committed_seq(store);

    (void)pthread_mutex_lock(&store->lock);
    int rc = wait_for(store, seq);
    (void)pthread_mutex_unlock(&store->lock);
    return rc;
}
