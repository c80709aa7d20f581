/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store from inside: what its thread has, and what both sides share. */

#ifndef STORE_STORE_INSIDE_H
#define STORE_STORE_INSIDE_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <time.h>

#include "store/batch.h"
#include "store/guard.h"
#include "store/journal.h"
#include "store/projector.h"
#include "store/side.h"
#include "store/store.h"
#include "store/turn_queue.h"

enum {
    CHECKPOINT_PAGES =
        8000, /* of the log (32 MB), before they are moved: the more
                                there are, the more of them are the same page */
    BACKUP_STEP_PAGES = 64,   /* copied between two commits */
    BACKUP_SYNC_PAGES = 2048, /* so that the last sync is not a long one */
};

/* What was asked of the thread beside turns: each once at a time. */
struct store_order {
    bool is_given;
    void (*done)(void *arg, int rc);
    void *arg;
};

/* The erasure that is under way. */
struct erase_order {
    uint64_t *seqs; /* owned */
    size_t count;
    struct store_erasure *contacts; /* borrowed; NULL: only the seqs count */
    size_t contact_count;
    int64_t after_ticket;
    bool is_written; /* the log still has to be emptied */
    int64_t next_us; /* boot time: not to be tried before */
    int64_t give_up_us;
};

struct store {
    /* Set before the thread starts, then read only. */
    char directory[STORE_PATH_SIZE];
    struct store_settings settings;
    int lock_fd;
    int event_fd;
    bool is_started;
    pthread_t thread;
    struct store_past past;
    struct store_progress progress;

    /* The main thread's before the start, the store's thread's after it. */
    sqlite3 *db;
    struct state *shadow;
    struct journal_writer journal;
    struct projector projector;
    struct side_writer sides;
    sqlite3_stmt *begin;
    sqlite3_stmt *commit;
    sqlite3_stmt *put_alive;
    int64_t alive_written_us;
    unsigned char chain[SHA256_SIZE];
    struct change_list changes; /* that the projections have not got yet */
    int64_t changed_us;         /* boot time of the oldest of them */
    bool is_projecting;         /* this transaction writes them */
    uint64_t last_snapshot;
    struct batch batch;
    int wal_pages;
    int wal_moved; /* of them, by the last checkpoint */
    int backup_fd; /* of the copy, to sync it as it grows; -1: none */
    int backup_unsynced;
    sqlite3 *backup_db;
    sqlite3_backup *backup;

    /* Both threads', under the lock. */
    pthread_mutex_t lock;
    pthread_cond_t wake;
    pthread_cond_t projecting; /* the projections have more */
    uint64_t projected_seq;    /* they have all up to this event */
    uint64_t projected_wanted; /* somebody waits for it */
    struct turn_queue queue;
    bool is_dozing;           /* the thread looks within the lingering time */
    int64_t queued_since_us;  /* boot time: when it was last seen empty */
    int64_t writing_since_us; /* the same, of what is being written */
    int64_t wanted;           /* the highest ticket somebody waits for */
    size_t writing;           /* load of the batch being written */
    bool is_stopping;
    int64_t give_up_us; /* when stopping: not to be tried after it */
    bool has_alive;
    int64_t alive_at_us;
    int64_t alive_wall_us;
    struct store_order backup_order;
    char backup_path[STORE_PATH_SIZE];
    struct store_order erase_order;
    struct erase_order erase;
    struct store_status status;
    int64_t health_since_us;

    atomic_bool is_signalled; /* event_fd was written to, and not read since */
    atomic_int_fast64_t committed;
    atomic_uint_fast64_t committed_seq;
    int64_t last_ticket; /* the main thread's */
};

/** Tells how far opening or recovering is: progress.c. */
void store_tell_progress(const struct store *store);

/**
 * Brings the schema up to date, and tells that it goes on.
 *
 * @return 0 or negative errno
 */
int store_migrate(struct store *store);

/** The store's thread. */
void *store_thread(void *store);

/** Wakes whoever waits on the event descriptor. */
void store_signal(struct store *store);

/** Tells why, and ends the process: what follows could not be trusted. */
_Noreturn void store_die(struct store *store, const char *reason);

/** A moment for the conditions: so much from now on. */
struct timespec store_in_ms(int ms);

/* What there is to do, decided under the lock: work.c. */
struct store_work {
    bool has_writing; /* the batch, a sign of life, or the projections */
    bool has_erase;
    bool is_over;
};

/**
 * Sleeps until something is urgent or has rested for long enough, and takes the
 * turns of the next batch.
 */
struct store_work store_wait_for_work(struct store *store);

/** The sign of life is written; unless a newer one has come meanwhile. */
void store_forget_alive(struct store *store);

/* How it is written: transaction.c. */

/**
 * Runs a transaction until it succeeds or nobody waits for it any more.
 *
 * @param write  does the writing, between BEGIN and COMMIT; called again after
 *               a failure
 *
 * @return 0; -ECANCELED: the store is closed and the time is over;
 *         -ENOENT and others of write() that no trying again will change
 */
int store_transact(struct store *store, int (*write)(struct store *store));

/** Waits a growing while; @return 0, or -ECANCELED as above */
int store_pause(struct store *store, enum store_health health, int *tries);

void store_set_health(struct store *store, enum store_health health);

/** What a failure to write means for the health; dies of what is not to be
    waited for. */
enum store_health store_health_of(struct store *store, int rc);

/* Parts of the thread's work. */

/** A step of the backup that was asked for, if any. */
void store_backup_step(struct store *store);
/** Ends it, complete or not, and tells. */
void store_backup_end(struct store *store, int rc);

/** Does what can be done now of the erasure that was asked for. */
void store_erase_step(struct store *store);

/** Whether there is something to do for it; under the lock. */
bool store_erase_is_due(const struct store *store);

/*
 * The projections follow the journal: projecting.c. Their transactions call
 * store_project(), and when they are committed store_project_done().
 */

/** Whether the next transaction should write what they have not got; under
    the lock. */
bool store_project_is_due(const struct store *store);

/** Boot time when it is due at the latest, if there is anything. */
int64_t store_project_due_us(const struct store *store);

int store_project(struct store *store);
void store_project_done(struct store *store);

/** After each commit: without changes, they have all by themselves. */
void store_project_note(struct store *store);

int store_write_snapshot(struct store *store);

#endif
