/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transactions of the writing thread: tried until they succeed, or it dies. */

#include "store/store_inside.h"

#include <errno.h>
#include <time.h>

#include "base/clock.h"
#include "base/pulse.h"
#include "store/db.h"

enum { FIRST_PAUSE_MS = 5, LONGEST_PAUSE_MS = 1000 };

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
    pulse_beat();

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

enum store_health store_health_of(struct store *store, int rc)
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
        if (store_pause(store, store_health_of(store, rc), &tries) < 0)
            return -ECANCELED;

    store_set_health(store, STORE_OK);
    return 0;
}
