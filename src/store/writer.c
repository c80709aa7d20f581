/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The thread that writes: one transaction after another. */

#include "store/store_inside.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "store/db.h"
#include "store/snapshot.h"

enum { FIRST_PAUSE_MS = 5, LONGEST_PAUSE_MS = 1000 };

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

void store_set_health(struct store *store, enum store_health health)
{
    (void)pthread_mutex_lock(&store->lock);
    bool has_changed = store->status.health != health;
    if (has_changed) {
        store->status.health = health;
        store->health_since_us = clock_boot_us();
    }
    (void)pthread_mutex_unlock(&store->lock);

    if (has_changed)
        store_signal(store);
}

struct timespec store_in_ms(int ms)
{
    struct timespec moment;

    (void)clock_gettime(CLOCK_MONOTONIC, &moment);
    moment.tv_sec += ms / 1000;
    moment.tv_nsec += (long)(ms % 1000) * 1000000;
    if (moment.tv_nsec >= 1000000000) {
        moment.tv_sec++;
        moment.tv_nsec -= 1000000000;
    }
    return moment;
}

int store_pause(struct store *store, enum store_health health, int *tries)
{
    int ms = *tries < 8 ? FIRST_PAUSE_MS << *tries : LONGEST_PAUSE_MS;
    struct timespec until =
        store_in_ms(ms < LONGEST_PAUSE_MS ? ms : LONGEST_PAUSE_MS);

    store_set_health(store, health);
    (*tries)++;

    /* Signals of new turns wake it early, and it sleeps on. */
    (void)pthread_mutex_lock(&store->lock);
    bool was_stopping = store->is_stopping;
    while (store->is_stopping == was_stopping &&
           pthread_cond_timedwait(&store->wake, &store->lock, &until) !=
               ETIMEDOUT)
        ;
    bool is_over = store->is_stopping && clock_boot_us() >= store->give_up_us;
    (void)pthread_mutex_unlock(&store->lock);

    return is_over ? -ECANCELED : 0;
}

static int transact_once(struct store *store, int (*write)(struct store *))
{
    int rc = db_finish(store->begin);

    if (rc == 0)
        rc = write(store);
    if (rc == 0)
        rc = db_finish(store->commit);

    /* What is not committed is rolled back; a failed ROLLBACK has done it. */
    if (rc < 0 && !sqlite3_get_autocommit(store->db))
        (void)db_run(store->db, "ROLLBACK");
    return rc;
}

static enum store_health health_of(struct store *store, int rc)
{
    switch (rc) {
    case -EBUSY:
        return STORE_LOCKED;
    case -ENOSPC:
        return STORE_FULL;
    case -ENOMEM:
        return STORE_NO_MEMORY;
    case -EIO:
        store_die(store, "the disk failed to write or to keep the journal");
    case -EBADMSG:
        store_die(store, "the database is damaged");
    default:
        store_die(store, "the journal refused to be written");
    }
}

int store_transact(struct store *store, int (*write)(struct store *store))
{
    int tries = 0;
    int rc;

    while ((rc = transact_once(store, write)) < 0)
        if (store_pause(store, health_of(store, rc), &tries) < 0)
            return -ECANCELED;

    store_set_health(store, STORE_OK);
    return 0;
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
        if (store_pause(store, health_of(store, rc), &tries) < 0)
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
        (void)health_of(store, rc);
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

/* What there is to do, decided under the lock. */
struct work {
    bool has_writing;
    bool has_erase;
    bool is_over;
};

static bool is_urgent(const struct store *store)
{
    const struct turn *first = store->queue.first;

    return store->has_alive || store->erase_order.is_given ||
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

        if (left_ms > 0) {
            struct timespec until = store_in_ms((int)left_ms);

            (void)pthread_cond_timedwait(&store->wake, &store->lock, &until);
        } else {
            (void)pthread_cond_wait(&store->wake, &store->lock);
        }
    }
    store->is_dozing = false;
}

static struct work wait_for_work(struct store *store)
{
    (void)pthread_mutex_lock(&store->lock);
    rest(store);

    struct turn *turns = turn_queue_take(&store->queue, STORE_MAX_BATCH);
    store->is_projecting = store_project_is_due(store);
    struct work work = {
        .has_writing = turns || store->has_alive || store->is_projecting,
        .has_erase = store->erase_order.is_given,
        .is_over = store->is_stopping && !turns && !store->has_alive &&
                   !store->erase_order.is_given,
    };

    for (const struct turn *turn = turns; turn; turn = turn->next)
        store->writing += turn_load(turn);
    (void)pthread_mutex_unlock(&store->lock);

    if (turns)
        batch_begin(&store->batch, turns);
    return work;
}

/* Unless a newer one has come meanwhile. */
static void forget_alive(struct store *store)
{
    (void)pthread_mutex_lock(&store->lock);
    if (store->alive_at_us == store->alive_written_us)
        store->has_alive = false;
    (void)pthread_mutex_unlock(&store->lock);
}

void *store_thread(void *arg)
{
    struct store *store = arg;
    int rc = 0;

    (void)pthread_setname_np(pthread_self(), "store");
    while (rc == 0) {
        struct work work = wait_for_work(store);

        if (work.is_over)
            break;
        if (work.has_writing)
            rc = commit(store);
        if (rc == 0 && work.has_writing)
            forget_alive(store);
        if (rc == 0 && work.has_erase)
            store_erase_run(store);
        if (rc == 0 && is_snapshot_due(store))
            rc = store_write_snapshot(store);
        if (rc == 0 && is_checkpoint_due(store))
            checkpoint(store, SQLITE_CHECKPOINT_PASSIVE);
        if (rc == 0)
            store_backup_step(store);
    }

    store_backup_end(store, -ECANCELED);
    if (rc == 0 && state_system(store->shadow)->seq != store->last_snapshot)
        rc = store_write_snapshot(store);
    if (rc == 0)
        checkpoint(store, SQLITE_CHECKPOINT_TRUNCATE);
    return NULL;
}
