/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store: the journal and what is made from it, kept on disk. */

#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/core.h"
#include "store/problem.h"
#include "store/turn.h"

/*
 * One SQLite database in the data directory holds the journal (events, their
 * private texts apart), what is folded from it (projections, snapshots) and
 * what lies beside it (secrets, bindings, flow texts: sides).
 *
 * Its life: store_open(), store_recover(), store_side_each() for what was kept
 * beside, store_start(); from then on one thread of the store alone writes.
 * All functions here are for one thread, the server's main one.
 *
 * A turn, what followed from one command, is written in one transaction, and
 * gets a ticket: 1, 2, 3, ... Once store_committed() has reached the ticket,
 * the turn is on disk for good. What somebody waits for (store_want()) is
 * committed as soon as the last commit has ended, with all that is queued, up
 * to 1,000 events at once; what nobody waits for joins it, or goes by itself
 * after STORE_LINGER_MS. So a crash loses no more than so much of what was
 * acknowledged to nobody, and a busy server does not pay for a sync per event.
 *
 * The projections follow the journal within STORE_PROJECT_MS: what changes
 * again soon is written once. Whoever reads them beside the store asks it to
 * catch up first (store_catch_up(), which a reader made for it does); after a
 * crash the next start writes what was missing.
 *
 * While the database is locked by somebody or the disk is full, the store
 * tries again, and turns wait. When the disk fails to keep what was written
 * (EIO), nothing is acknowledged and the process aborts: what is acknowledged
 * afterwards could not be trusted.
 */
struct store;

enum {
    STORE_MAX_QUEUED = 100000, /* events and sides */
    STORE_ALARM_PCT = 50,      /* of it: somebody should know */
    STORE_REFUSE_PCT = 80,     /* new calls and changes should be refused */
    STORE_MAX_BATCH = 1000,    /* events of one transaction */
    STORE_LINGER_MS = 50,      /* what nobody waits for may rest in memory */
    STORE_PROJECT_MS = 250,    /* so far projections may lag behind */
    STORE_SNAPSHOT_EVERY = 5000,
    STORE_ERASE_MS = 5000, /* the log may be read so long after an erasure */
};

/* What opening and recovering are at, where there is much to do. */
struct store_progress {
    int schema_from, schema_to; /* 0: the schema stays as it is */
    uint64_t read;              /* events, of ... */
    uint64_t to_read;           /* ... so many; 0: not known yet */
};

/* Zeroed but for the directory, it gives the numbers above. */
struct store_settings {
    const char *directory; /* exists; holds cclite.db and its companions */
    size_t max_queued;
    uint64_t snapshot_every; /* events */
    int linger_ms;
    int project_ms;

    /* Told by who opens and recovers: once before the schema is brought up to
       date and once before events are read, and then again and again while
       either goes on, many times a second. NULL: nobody is. */
    void (*on_progress)(void *arg, const struct store_progress *progress);
    void *progress_arg;

    /* Told by the store's thread, just before it aborts the process. */
    void (*on_fatal)(void *arg, const char *reason);
    void *fatal_arg;
};

/**
 * Opens the database of a directory, or makes one where there is none, and
 * brings an older one up to date. Keeps others from doing the same. A newer,
 * foreign, truncated or corrupt database is refused and left as it is; so is
 * one that cannot be written, and what is no regular file.
 *
 * @param ret_store    on success; release with store_close()
 * @param ret_problem  on failure, what it was, for people; may be NULL
 *
 * @return 0 or negative errno; -EBUSY: another process has it open
 */
int store_open(const struct store_settings *settings, struct store **ret_store,
               struct store_problem *ret_problem);

/**
 * Gives a new core all that is stored: the programs of flows, the newest
 * readable snapshot, and the events after it. Once, before store_start().
 *
 * @param core  new: nothing has happened to it
 *
 * @return 0, -ENOMEM, -EBADMSG: the journal cannot be read, or -EIO
 */
int store_recover(struct store *store, struct core *core,
                  struct store_problem *ret_problem);

/* What the store knows of before. */
struct store_past {
    uint64_t seq;           /* of the last event; 0: none */
    int64_t at_us;          /* its moment */
    int64_t alive_at_us;    /* the last sign of life, in journal time; or 0 */
    int64_t alive_wall_us;  /* in wall time; or 0 */
    uint64_t snapshot_seq;  /* recovered from; 0: from the first event on */
    uint64_t replayed;      /* events after it */
    unsigned bad_snapshots; /* that could not be read: say so in the log */
};

void store_past(const struct store *store, struct store_past *ret_past);

/** The directory, as it was given. Borrowed; from any thread. */
const char *store_directory(const struct store *store);

/**
 * Shows all sides of a kind, by key. Before store_start() only; other threads
 * and later times read through a reader (store/reader.h).
 *
 * @param visit  a result other than 0 ends the walk
 *
 * @return 0, that result, or negative errno
 */
int store_side_each(struct store *store, enum side_kind kind,
                    int (*visit)(void *arg, const char *key, const void *value,
                                 size_t length),
                    void *arg);

/**
 * Starts the thread that writes, with all signals blocked.
 *
 * @return 0 or negative errno
 */
int store_start(struct store *store);

/**
 * Queues a turn, which is copied.
 *
 * A turn is taken whole as long as the queue is not full before; so whoever
 * sees that store_level_pct() is below 100 before deciding can write all that
 * comes of one decision.
 *
 * @return its ticket, above 0;
 *         -EAGAIN  the queue is full
 *         -ENOMEM  there is no memory for it: what was decided is lost unless
 *                  it is given again, so nothing else may be written before
 *         -EINVAL  a side's key or value is too long
 *         -ESHUTDOWN  before store_start()
 */
int64_t store_write(struct store *store, const struct store_turn *turn);

/**
 * Says that somebody waits for a ticket: it will not linger. O(1).
 *
 * @param ticket  of store_write(); one that is on disk already does no harm
 */
void store_want(struct store *store, int64_t ticket);

/**
 * Waits until the projections have all that was committed before the call; at
 * most for a second, and not at all while the store cannot write. From any
 * thread, after store_start().
 *
 * @return 0 or -ETIME
 */
int store_catch_up(struct store *store);

/** How full the queue is: 0 to 100, for STORE_ALARM_PCT, STORE_REFUSE_PCT. */
int store_level_pct(const struct store *store);

/** The highest ticket that is on disk. Lock-free; from any thread. */
int64_t store_committed(const struct store *store);

/** The highest event number that is on disk. Lock-free; from any thread. */
uint64_t store_committed_seq(const struct store *store);

/**
 * A descriptor that becomes readable when more is committed or the status has
 * changed. Borrowed; store_event_clear() makes it quiet again.
 */
int store_event_fd(const struct store *store);
void store_event_clear(struct store *store);

enum store_health {
    STORE_OK,
    STORE_LOCKED,    /* by another process */
    STORE_FULL,      /* no room on the disk, or the file may not grow */
    STORE_NO_MEMORY, /* the writing thread waits for memory */
};

struct store_status {
    enum store_health health;
    int64_t for_ms; /* so long, by the monotonic clock */
    int level_pct;
    size_t queued;          /* events not yet on disk */
    int64_t behind_us;      /* age of the oldest of them */
    uint64_t commits;       /* since the start */
    int64_t last_commit_us; /* how long the last one took */
    int64_t max_commit_us;
    int64_t wal_pages;  /* not yet moved into the database */
    uint64_t snapshots; /* made since the start */
};

void store_status(struct store *store, struct store_status *ret_status);

/**
 * Notes a sign of life, to be called each second while calls live. Written
 * with the next commit; a newer one replaces one that is not written yet.
 */
void store_alive(struct store *store, int64_t at_us, int64_t wall_us);

/**
 * Copies the database, as of one moment, into a new file, step by step between
 * commits. One at a time.
 *
 * @param path  must not exist yet; appears when the copy is complete
 * @param done  told once, by the store's thread: 0 or negative errno. It may
 *              only pass the news on
 *
 * @return 0: done will be told; -EBUSY: another one runs; -ENAMETOOLONG;
 *         -ESHUTDOWN
 */
int store_backup(struct store *store, const char *path,
                 void (*done)(void *arg, int rc), void *arg);

/**
 * Erases the private texts of some events: rows and salts, the blanks in the
 * projections, the snapshots, and what the log of the database still had of
 * them. The journal's hashes and its chain stay valid. All turns given before
 * are written first. Erasing what is erased does no harm.
 *
 * @param seqs  copied
 * @param done  as for store_backup(); -EBUSY: it is erased, but somebody kept
 *              reading the log for STORE_ERASE_MS: erase it once more
 *
 * @return 0, -EBUSY: another erasure waits, -ENOMEM or -ESHUTDOWN
 */
int store_erase(struct store *store, const uint64_t *seqs, size_t count,
                void (*done)(void *arg, int rc), void *arg);

/* All that was ever kept of a contact, or of the wish to be called back. */
struct store_erasure {
    uint64_t contact_id;  /* 0: a callback */
    uint64_t callback_id; /* 0: a contact */
    uint64_t asked_seq;   /* the event that asked for the callback; else 0 */
    uint64_t texts; /* out: how many there were; empty ones do not count */
};

/**
 * The same for all events of some contacts, which must be over: nothing more
 * happens to them; and for those that ask for callbacks.
 *
 * @param contacts  borrowed until `done` is told, or the store is closed
 */
int store_erase_contacts(struct store *store, struct store_erasure *contacts,
                         size_t count, void (*done)(void *arg, int rc),
                         void *arg);

/**
 * Writes what is queued and a last snapshot, stops the thread and closes.
 *
 * @param wait_ms       how long to wait while locked or full
 * @param ret_unwritten events that could not be written; may be NULL
 *
 * @return NULL always; NULL is fine
 */
struct store *store_close(struct store *store, int wait_ms,
                          size_t *ret_unwritten);

/* The value of a SIDE_ERASURE that restore made: on nobody's behalf, and the
   recordings are still to be found. */
#define STORE_ERASE_AGAIN "0 -1"

/**
 * Makes the database of a directory from a backup, and brings the recordings
 * that lie beside it (store/sounds.h). The directory must not have one; the
 * backup is checked first, and stays as it is. Contacts that the directory's
 * list has as erased (store/erased.h) are noted in the new database as to be
 * erased again.
 *
 * @param ret_erased  so many were noted; may be NULL
 *
 * @return 0, -EEXIST or another negative errno
 */
int store_restore(const char *backup, const char *directory, size_t *ret_erased,
                  struct store_problem *ret_problem);

#endif
