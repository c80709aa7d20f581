/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the database of a directory from a backup. */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/record.h"
#include "store/db.h"
#include "store/erased.h"
#include "store/guard.h"
#include "store/sounds.h"
#include "store/store.h"

static int check_backup(const char *path, struct store_problem *ret_problem)
{
    struct stat file;
    sqlite3 *db = NULL;

    if (stat(path, &file) < 0)
        return store_problem_note(ret_problem, -errno,
                                  N_("The backup cannot be read."), path,
                                  strerror(errno));
    if (!S_ISREG(file.st_mode) || file.st_size == 0)
        return store_problem_note(ret_problem, -EBADMSG,
                                  N_("The file is no backup."), path, NULL);

    int rc = db_open(path, DB_READ, &db);
    if (rc == 0)
        rc = guard_content(db, store_migrations, path, ret_problem);
    else
        rc = store_problem_note(ret_problem, rc,
                                N_("The backup cannot be read."), path,
                                strerror(-rc));
    (void)db_close(db);
    return rc;
}

static int copy_bytes(int from, int to)
{
    char bytes[65536];
    ssize_t got;

    while ((got = read(from, bytes, sizeof(bytes))) > 0)
        for (ssize_t done = 0; done < got;) {
            ssize_t put = write(to, bytes + done, (size_t)(got - done));

            if (put < 0)
                return -errno;
            done += put;
        }

    if (got < 0 || fsync(to) < 0)
        return -errno;
    return 0;
}

static int copy_file(const char *from_path, const char *to_path)
{
    int from = open(from_path, O_RDONLY | O_CLOEXEC);
    if (from < 0)
        return -errno;

    int to = open(to_path,
                  O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    int rc = to < 0 ? -errno : copy_bytes(from, to);

    (void)close(from);
    if (to >= 0)
        (void)close(to);
    return rc;
}

/* What was erased since the backup was made is erased again. */
static int erase_again(const char *directory, const char *path,
                       size_t *ret_erased)
{
    sqlite3 *db = NULL;
    int rc = db_open(path, DB_WRITE, &db);

    if (rc == 0)
        rc = db_run(db, "PRAGMA synchronous = FULL");
    if (rc == 0)
        rc = erased_apply(directory, db, ret_erased);
    (void)db_close(db);
    return rc;
}

static int put_into_place(const char *backup, const char *directory,
                          size_t *ret_erased)
{
    char made[STORE_PATH_SIZE];
    char path[STORE_PATH_SIZE];
    int rc = guard_path(directory, STORE_NEW_FILE, made);

    if (rc == 0)
        rc = guard_path(directory, STORE_FILE, path);
    if (rc == 0)
        rc = copy_file(backup, made);
    if (rc == 0)
        rc = erase_again(directory, made, ret_erased);
    if (rc == 0 && link(made, path) < 0)
        rc = -errno;
    if (rc == 0 || rc == -EEXIST)
        (void)unlink(made);
    if (rc == 0)
        rc = guard_sync_directory(directory);
    return rc;
}

static int restore_locked(const char *backup, const char *directory,
                          size_t *ret_erased, struct store_problem *ret_problem)
{
    int there = guard_file(directory, false, ret_problem);

    if (there < 0)
        return there;
    if (there)
        return store_problem_note(ret_problem, -EEXIST,
                                  N_("The data directory already has a "
                                     "database. Choose an empty one."),
                                  directory, NULL);

    int rc = check_backup(backup, ret_problem);
    if (rc < 0)
        return rc;

    /* The sound first: without a database it can be tried again. */
    rc = sounds_restore(backup, directory);
    if (rc == 0)
        rc = put_into_place(backup, directory, ret_erased);
    if (rc < 0)
        return store_problem_note(ret_problem, rc,
                                  N_("The backup cannot be copied."), directory,
                                  strerror(-rc));
    return 0;
}

int store_restore(const char *backup, const char *directory, size_t *ret_erased,
                  struct store_problem *ret_problem)
{
    int lock = guard_lock(directory, ret_problem);
    if (lock < 0)
        return lock;

    size_t erased = 0;
    int rc = restore_locked(backup, directory, &erased, ret_problem);

    if (ret_erased)
        *ret_erased = erased;

    (void)close(lock);
    return rc;
}
