/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening the store: its lock, its database, its statements. */

#include "store/store.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/stat.h>

#include "core/record.h"
#include "store/db.h"
#include "store/store_inside.h"

/* Secure deletion is what makes erasing a person more than unlinking. */
static const char *const pragmas[] = {
    "PRAGMA journal_mode = WAL",     "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",      "PRAGMA secure_delete = ON",
    "PRAGMA wal_autocheckpoint = 0", "PRAGMA journal_size_limit = 67108864",
    "PRAGMA cache_size = -2048",     "PRAGMA trusted_schema = OFF",
};

static int count_pages(void *arg, sqlite3 *db, const char *name, int pages)
{
    struct store *store = arg;

    (void)db;
    (void)name;
    store->wal_pages = pages;
    return SQLITE_OK;
}

/* Where there is no shared memory, SQLite says so by staying as it was. */
static int use_log(sqlite3 *db)
{
    sqlite3_stmt *statement = NULL;
    int rc = db_prepare(db, "PRAGMA journal_mode = WAL", &statement);

    if (rc == 0)
        rc = db_step(statement);
    if (rc == 1)
        rc = strcmp(db_text(statement, 0), "wal") == 0 ? 0 : -ENOTSUP;

    (void)sqlite3_finalize(statement);
    return rc;
}

static int set_up_connection(struct store *store)
{
    int rc = use_log(store->db);

    for (size_t i = 0; rc == 0 && i < sizeof(pragmas) / sizeof(pragmas[0]); i++)
        rc = db_run(store->db, pragmas[i]);
    if (rc == 0)
        rc = store_migrate(store);
    if (rc == 0)
        rc = journal_writer_init(&store->journal, store->db);
    if (rc == 0)
        rc = projector_init(&store->projector, store->db);
    if (rc == 0)
        rc = side_writer_init(&store->sides, store->db);
    if (rc == 0)
        rc = db_prepare(store->db, "BEGIN IMMEDIATE", &store->begin);
    if (rc == 0)
        rc = db_prepare(store->db, "COMMIT", &store->commit);
    if (rc == 0)
        rc = db_prepare(store->db,
                        "INSERT INTO alive (one, at_us, wall_us)"
                        " VALUES (1, ?1, ?2) ON CONFLICT DO UPDATE SET"
                        " at_us = excluded.at_us, wall_us = excluded.wall_us",
                        &store->put_alive);

    (void)sqlite3_wal_hook(store->db, count_pages, store);
    return rc;
}

static int read_past(struct store *store)
{
    int64_t seq = 0;
    int rc =
        db_number(store->db, "SELECT coalesce(max(seq), 0) FROM event", &seq);

    if (rc == 0)
        rc = db_number(store->db,
                       "SELECT coalesce((SELECT at_us FROM event"
                       " ORDER BY seq DESC LIMIT 1), 0)",
                       &store->past.at_us);
    if (rc == 0)
        rc = db_number(store->db, "SELECT coalesce(max(at_us), 0) FROM alive",
                       &store->past.alive_at_us);
    if (rc == 0)
        rc = db_number(store->db, "SELECT coalesce(max(wall_us), 0) FROM alive",
                       &store->past.alive_wall_us);

    store->past.seq = (uint64_t)seq;
    return rc;
}

static int open_database(struct store *store, struct store_problem *ret_problem)
{
    char path[STORE_PATH_SIZE];
    int rc = guard_file(store->directory, true, ret_problem);

    if (rc == 0)
        rc = guard_create(store->directory, store_migrations, ret_problem);
    if (rc < 0)
        return rc;

    (void)guard_path(store->directory, STORE_FILE, path);
    rc = db_open(path, DB_WRITE, &store->db);
    if (rc < 0)
        return store_problem_note(ret_problem, rc,
                                  N_("The database cannot be opened."), path,
                                  strerror(-rc));

    rc = guard_content(store->db, store_migrations, path, ret_problem);
    if (rc < 0)
        return rc;

    rc = set_up_connection(store);
    if (rc == 0)
        rc = read_past(store);
    /* The log's name, too, must outlive the machine; SQLite only hopes so. */
    if (rc == 0)
        rc = guard_sync_directory(store->directory);
    if (rc < 0)
        return store_problem_note(ret_problem, rc,
                                  N_("The database cannot be prepared."), path,
                                  sqlite3_errmsg(store->db));
    return 0;
}

static int make_parts(struct store *store)
{
    pthread_condattr_t attributes;

    store->event_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (store->event_fd < 0)
        return -errno;

    (void)pthread_mutex_init(&store->lock, NULL);
    (void)pthread_condattr_init(&attributes);
    (void)pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    (void)pthread_cond_init(&store->wake, &attributes);
    (void)pthread_cond_init(&store->projecting, &attributes);
    (void)pthread_condattr_destroy(&attributes);
    return state_new(&store->shadow);
}

static int open_parts(struct store *store, struct store_problem *ret_problem)
{
    struct stat file;
    int rc = make_parts(store);

    if (rc < 0)
        return store_problem_note(ret_problem, rc, N_("There is no memory."),
                                  store->directory, strerror(-rc));
    if (stat(store->directory, &file) < 0 || !S_ISDIR(file.st_mode))
        return store_problem_note(ret_problem, -ENOTDIR,
                                  N_("The data directory does not exist. Make "
                                     "it, and give it to the user who runs "
                                     "the server."),
                                  store->directory, NULL);

    store->lock_fd = guard_lock(store->directory, ret_problem);
    if (store->lock_fd < 0)
        return store->lock_fd;

    return open_database(store, ret_problem);
}

int store_open(const struct store_settings *settings, struct store **ret_store,
               struct store_problem *ret_problem)
{
    assert(settings && settings->directory && ret_store);

    size_t length = strlen(settings->directory);
    struct store *store = calloc(1, sizeof(*store));

    if (!store)
        return store_problem_note(ret_problem, -ENOMEM,
                                  N_("There is no memory."), "", NULL);

    store->lock_fd = -1;
    store->event_fd = -1;
    store->backup_fd = -1;
    store->settings = *settings;
    if (!store->settings.max_queued)
        store->settings.max_queued = STORE_MAX_QUEUED;
    if (!store->settings.snapshot_every)
        store->settings.snapshot_every = STORE_SNAPSHOT_EVERY;
    if (!store->settings.linger_ms)
        store->settings.linger_ms = STORE_LINGER_MS;
    if (!store->settings.project_ms)
        store->settings.project_ms = STORE_PROJECT_MS;

    int rc = -ENAMETOOLONG;
    if (length < sizeof(store->directory)) {
        memcpy(store->directory, settings->directory, length);
        store->settings.directory = store->directory;
        rc = open_parts(store, ret_problem);
    } else {
        (void)store_problem_note(ret_problem, rc,
                                 N_("The path of the data directory is too "
                                    "long."),
                                 settings->directory, NULL);
    }

    if (rc < 0) {
        (void)store_close(store, 0, NULL);
        return rc;
    }

    *ret_store = store;
    return 0;
}
