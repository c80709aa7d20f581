/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The thread that writes: one transaction after another. */

#include "store/store_inside.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/pulse.h"
#include "store/db.h"
#include "store/snapshot.h"

enum { TURN_MAX_MS = 60000 }; /* a disk may take so long */

void store_signal(struct store *store)
{
    static const uint64_t one = 1;

    if (!atomic_exchange(&store->is_signalled, true))
        (void)!write(store->event_fd, &one, sizeof(one));
}

_Noreturn void store_die(struct store *store, const char *reason)
{
    if (store->settings.on_fatal)
        store->settings.on_fatal(store->settings.fatal_arg, reason);
    abort();
}

static int write_alive(struct store *store)
{
    (void)pthread_mutex_lock(&store->lock);
    bool has_alive = store->has_alive;
    int64_t at_us = store->alive_at_us;
    int64_t wall_us = store->alive_wall_us;
    (void)pthread_mutex_unlock(&store->lock);

    if (!has_alive)
        return 0;

    store->alive_written_us = at_us;
    (void)sqlite3_bind_int64(store->put_alive, 1, at_us);
    (void)sqlite3_bind_int64(store->put_alive, 2, wall_us);
    return db_finish(store->put_alive);
}

static int write_batch(struct store *store)
{
    int rc = 0;

    if (store->batch.turns)
        rc = batch_write(&store->batch, &store->journal, &store->sides);
    if (rc == 0 && store->is_projecting)
        rc = store_project(store);
    return rc < 0 ? rc : write_alive(store);
}

static int prepare(struct store *store)
{
    int tries = 0;
    int rc;

    if (!store->batch.turns)
        return 0;

    while ((rc = batch_prepare(&store->batch, store->shadow, store->chain,
                               &store->changes)) < 0)
        if (store_pause(store, store_health_of(store, rc), &tries) < 0)
            return -ECANCELED;

    return 0;
}

static void publish(struct store *store, int64_t began_us)
{
    int64_t took_us = clock_boot_us() - began_us;

    if (store->batch.turns) {
        atomic_store(&store->committed_seq, state_system(store->shadow)->seq);
        atomic_store(&store->committed, store->batch.ticket);
        batch_end(&store->batch);
    }

    (void)pthread_mutex_lock(&store->lock);
    store->writing = 0;
    store->status.commits++;
    store->status.last_commit_us = took_us;
    store->status.wal_pages = store->wal_pages - store->wal_moved;
    if (took_us > store->status.max_commit_us)
        store->status.max_commit_us = took_us;
    (void)pthread_mutex_unlock(&store->lock);
    store_signal(store);
}

static int commit(struct store *store)
{
    int64_t began_us = clock_boot_us();
    int rc = prepare(store);

    if (rc == 0)
        rc = store_transact(store, write_batch);
    if (rc < 0)
        return rc;

    if (store->is_projecting)
        store_project_done(store);
    else
        store_project_note(store);
    publish(store, began_us);
    return 0;
}

/* What the log has is moved into the database, so that it stays short. What
   has not been moved because of readers is moved the next time. */
static void checkpoint(struct store *store, int mode)
{
    int pages = 0;
    int moved = 0;
    int code = sqlite3_wal_checkpoint_v2(store->db, NULL, mode, &pages, &moved);
    int rc = db_result(store->db, code);

    if (rc == -EIO || rc == -EBADMSG)
        (void)store_health_of(store, rc);
    if (rc == 0)
        store->wal_moved = moved;
}

/* The log begins anew when all of it was moved and nobody reads it. */
static bool is_checkpoint_due(struct store *store)
{
    if (store->wal_pages < store->wal_moved)
        store->wal_moved = 0;

    return store->wal_pages - store->wal_moved >= CHECKPOINT_PAGES;
}

static int write_snapshot(struct store *store)
{
    struct snapshot snapshot;
    int rc = store_project(store);

    if (rc == 0)
        rc = snapshot_make(store->shadow, store->chain, &snapshot);
    if (rc == 0) {
        rc = snapshot_write(store->db, &snapshot);
        snapshot_done(&snapshot);
    }
    return rc;
}

int store_write_snapshot(struct store *store)
{
    int rc = store_transact(store, write_snapshot);

    if (rc < 0)
        return rc;

    store_project_done(store);
    store->last_snapshot = state_system(store->shadow)->seq;
    (void)pthread_mutex_lock(&store->lock);
    store->status.snapshots++;
    (void)pthread_mutex_unlock(&store->lock);
    return 0;
}

static bool is_snapshot_due(const struct store *store)
{
    return state_system(store->shadow)->seq - store->last_snapshot >=
           store->settings.snapshot_every;
}

void *store_thread(void *arg)
{
    struct store *store = arg;
    int rc = 0;

    (void)pthread_setname_np(pthread_self(), "store");
    pulse_begin("store", TURN_MAX_MS);
    while (rc == 0) {
        struct store_work work = store_wait_for_work(store);

        if (work.is_over)
            break;
        if (work.has_writing)
            rc = commit(store);
        if (rc == 0 && work.has_writing)
            store_forget_alive(store);
        if (rc == 0 && work.has_erase)
            store_erase_step(store);
        if (rc == 0 && is_snapshot_due(store))
            rc = store_write_snapshot(store);
        if (rc == 0 && is_checkpoint_due(store))
            checkpoint(store, SQLITE_CHECKPOINT_PASSIVE);
        if (rc == 0)
            store_backup_step(store);
    }
    pulse_end();

    store_backup_end(store, -ECANCELED);
    if (rc == 0 && state_system(store->shadow)->seq != store->last_snapshot)
        rc = store_write_snapshot(store);
    if (rc == 0)
        checkpoint(store, SQLITE_CHECKPOINT_TRUNCATE);
    return NULL;
}
