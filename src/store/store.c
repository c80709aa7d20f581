/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The doors of the store for the main thread, and its closing. */

#include "store/store.h"

#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "store/db.h"
#include "store/store_inside.h"

void store_past(const struct store *store, struct store_past *ret_past)
{
    *ret_past = store->past;
}

const char *store_directory(const struct store *store)
{
    return store->directory;
}

int store_side_each(struct store *store, enum side_kind kind,
                    int (*visit)(void *arg, const char *key, const void *value,
                                 size_t length),
                    void *arg)
{
    assert(store && !store->is_started);

    return side_each(store->db, kind, visit, arg);
}

int store_start(struct store *store)
{
    assert(store && !store->is_started);
    assert(state_system(store->shadow)->seq == store->past.seq);

    sigset_t all;
    sigset_t before;

    store->health_since_us = clock_boot_us();
    (void)sigfillset(&all);
    (void)pthread_sigmask(SIG_SETMASK, &all, &before);
    int rc = -pthread_create(&store->thread, NULL, store_thread, store);
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);

    store->is_started = rc == 0;
    return rc;
}

static bool is_sound(const struct store_turn *turn)
{
    for (size_t i = 0; i < turn->side_count; i++) {
        const struct side_write *side = &turn->sides[i];
        size_t length = side->key ? strlen(side->key) : 0;

        if (side->verb != SIDE_EXPIRE && (length < 1 || length > SIDE_MAX_KEY))
            return false;
        if (side->verb == SIDE_PUT && side->length > SIDE_MAX_VALUE)
            return false;
    }

    return true;
}

/* The thread is told that something has come, and then sleeps on; and that it
   should sleep no longer. */
static void push(struct store *store, struct turn *turn)
{
    bool was_empty = !store->queue.first;

    turn_queue_push(&store->queue, turn);
    if (was_empty)
        store->queued_since_us = clock_boot_us();
    if ((was_empty && !store->is_dozing) ||
        store->queue.load >= STORE_MAX_BATCH)
        (void)pthread_cond_signal(&store->wake);
}

int64_t store_write(struct store *store, const struct store_turn *turn)
{
    assert(store && turn && (turn->event_count || turn->side_count));

    struct turn *copy = NULL;

    if (!store->is_started)
        return -ESHUTDOWN;
    if (!is_sound(turn))
        return -EINVAL;

    int64_t rc = turn_copy(turn, &copy);
    if (rc < 0)
        return rc;

    (void)pthread_mutex_lock(&store->lock);
    if (store->queue.load + store->writing >= store->settings.max_queued) {
        rc = -EAGAIN;
    } else {
        rc = copy->ticket = ++store->last_ticket;
        push(store, copy);
    }
    (void)pthread_mutex_unlock(&store->lock);

    if (rc < 0)
        free(copy);
    return rc;
}

void store_want(struct store *store, int64_t ticket)
{
    assert(store);

    (void)pthread_mutex_lock(&store->lock);
    if (ticket > store->wanted) {
        store->wanted = ticket;
        (void)pthread_cond_signal(&store->wake);
    }
    (void)pthread_mutex_unlock(&store->lock);
}

static int level_pct(const struct store *store)
{
    size_t load = store->queue.load + store->writing;
    size_t max = store->settings.max_queued;

    return load >= max ? 100 : (int)(load * 100 / max);
}

int store_level_pct(const struct store *store)
{
    struct store *shared = (struct store *)store;

    (void)pthread_mutex_lock(&shared->lock);
    int pct = level_pct(store);
    (void)pthread_mutex_unlock(&shared->lock);
    return pct;
}

int64_t store_committed(const struct store *store)
{
    return atomic_load(&store->committed);
}

uint64_t store_committed_seq(const struct store *store)
{
    return atomic_load(&store->committed_seq);
}

int store_event_fd(const struct store *store)
{
    return store->event_fd;
}

void store_event_clear(struct store *store)
{
    uint64_t count;

    if (atomic_load(&store->is_signalled) &&
        read(store->event_fd, &count, sizeof(count)) > 0)
        atomic_exchange(&store->is_signalled, false);
}

static int64_t behind_us(const struct store *store)
{
    if (store->writing > 0)
        return clock_boot_us() - store->writing_since_us;

    return store->queue.first ? clock_boot_us() - store->queued_since_us : 0;
}

void store_status(struct store *store, struct store_status *ret_status)
{
    (void)pthread_mutex_lock(&store->lock);
    *ret_status = store->status;
    ret_status->level_pct = level_pct(store);
    ret_status->queued = store->queue.load + store->writing;
    ret_status->behind_us = behind_us(store);
    ret_status->for_ms = (clock_boot_us() - store->health_since_us) / 1000;
    (void)pthread_mutex_unlock(&store->lock);
}

void store_alive(struct store *store, int64_t at_us, int64_t wall_us)
{
    (void)pthread_mutex_lock(&store->lock);
    store->has_alive = true;
    store->alive_at_us = at_us;
    store->alive_wall_us = wall_us;
    (void)pthread_cond_signal(&store->wake);
    (void)pthread_mutex_unlock(&store->lock);
}

static void stop_thread(struct store *store, int wait_ms)
{
    (void)pthread_mutex_lock(&store->lock);
    store->is_stopping = true;
    store->give_up_us = clock_boot_us() + (int64_t)wait_ms * 1000;
    (void)pthread_cond_signal(&store->wake);
    (void)pthread_mutex_unlock(&store->lock);
    (void)pthread_join(store->thread, NULL);
}

static void close_database(struct store *store)
{
    journal_writer_done(&store->journal);
    projector_done(&store->projector);
    side_writer_done(&store->sides);
    (void)sqlite3_finalize(store->begin);
    (void)sqlite3_finalize(store->commit);
    (void)sqlite3_finalize(store->put_alive);
    (void)db_close(store->db);
}

struct store *store_close(struct store *store, int wait_ms,
                          size_t *ret_unwritten)
{
    if (!store)
        return NULL;
    if (store->is_started)
        stop_thread(store, wait_ms);

    if (ret_unwritten)
        *ret_unwritten = store->queue.load + store->writing;

    close_database(store);
    batch_done(&store->batch);
    change_list_done(&store->changes);
    (void)turn_free_all(store->queue.first);
    (void)state_free(store->shadow);
    free(store->erase.seqs);
    if (store->event_fd >= 0) {
        (void)close(store->event_fd);
        (void)pthread_mutex_destroy(&store->lock);
        (void)pthread_cond_destroy(&store->wake);
        (void)pthread_cond_destroy(&store->projecting);
    }
    if (store->lock_fd >= 0)
        (void)close(store->lock_fd);
    free(store);
    return NULL;
}
