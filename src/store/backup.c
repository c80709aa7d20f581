/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copying the database between commits, and putting a copy into place. */

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store/db.h"
#include "store/store_inside.h"

static int part_path(const struct store *store, char ret_path[STORE_PATH_SIZE])
{
    int length =
        snprintf(ret_path, STORE_PATH_SIZE, "%s.part", store->backup_path);

    return length < 0 || length >= STORE_PATH_SIZE ? -ENAMETOOLONG : 0;
}

static int begin(struct store *store)
{
    char path[STORE_PATH_SIZE];
    int rc = part_path(store, path);

    if (rc < 0)
        return rc;
    if (access(store->backup_path, F_OK) == 0)
        return -EEXIST;
    if (unlink(path) < 0 && errno != ENOENT)
        return -errno;

    store->backup_fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (store->backup_fd < 0)
        return -errno;
    store->backup_unsynced = 0;

    rc = db_open(path, DB_WRITE, &store->backup_db);
    if (rc < 0)
        return rc;

    store->backup =
        sqlite3_backup_init(store->backup_db, "main", store->db, "main");
    return store->backup
               ? 0
               : db_result(store->backup_db,
                           sqlite3_extended_errcode(store->backup_db));
}

/* A copy of gigabytes, synced at its end only, would hold up the commits. */
static int sync_now_and_then(struct store *store)
{
    store->backup_unsynced += BACKUP_STEP_PAGES;
    if (store->backup_unsynced < BACKUP_SYNC_PAGES)
        return 0;

    store->backup_unsynced = 0;
    return fdatasync(store->backup_fd) < 0 ? -errno : 0;
}

static int sync_directory_of(char path[STORE_PATH_SIZE])
{
    char *slash = strrchr(path, '/');

    if (!slash)
        return guard_sync_directory(".");

    slash[slash == path] = '\0';
    return guard_sync_directory(path);
}

/* The copy stands alone: no log beside it, all of it on disk. */
static int finish(struct store *store)
{
    char path[STORE_PATH_SIZE];
    int code = sqlite3_backup_finish(store->backup);
    int rc = db_result(store->backup_db, code);

    store->backup = NULL;
    if (rc == 0)
        rc = db_run(store->backup_db, "PRAGMA journal_mode = DELETE");
    store->backup_db = db_close(store->backup_db);

    if (rc == 0)
        rc = part_path(store, path);
    if (rc == 0 && link(path, store->backup_path) < 0)
        rc = -errno;
    return rc < 0 ? rc : sync_directory_of(path);
}

void store_backup_end(struct store *store, int rc)
{
    char path[STORE_PATH_SIZE];

    (void)pthread_mutex_lock(&store->lock);
    struct store_order order = store->backup_order;
    (void)pthread_mutex_unlock(&store->lock);
    if (!order.is_given)
        return;

    if (store->backup)
        (void)sqlite3_backup_finish(store->backup);
    store->backup = NULL;
    store->backup_db = db_close(store->backup_db);
    if (store->backup_fd >= 0)
        (void)close(store->backup_fd);
    store->backup_fd = -1;
    if (part_path(store, path) == 0)
        (void)unlink(path);

    (void)pthread_mutex_lock(&store->lock);
    store->backup_order.is_given = false;
    (void)pthread_mutex_unlock(&store->lock);
    order.done(order.arg, rc);
}

void store_backup_step(struct store *store)
{
    (void)pthread_mutex_lock(&store->lock);
    bool is_wanted = store->backup_order.is_given;
    (void)pthread_mutex_unlock(&store->lock);
    if (!is_wanted)
        return;

    int rc = store->backup ? 0 : begin(store);
    if (rc == 0) {
        int code = sqlite3_backup_step(store->backup, BACKUP_STEP_PAGES);

        if (code == SQLITE_DONE)
            rc = finish(store);
        else if (code == SQLITE_OK || code == SQLITE_BUSY ||
                 code == SQLITE_LOCKED)
            rc = sync_now_and_then(store);
        else
            rc = db_result(store->backup_db, code);
        if (rc == 0 && code != SQLITE_DONE)
            return;
    }

    store_backup_end(store, rc);
}
