/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making an empty database, all or nothing. */

#include "store/guard.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/record.h"
#include "store/db.h"

int guard_sync_directory(const char *directory)
{
    int fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int rc = fd < 0 || fsync(fd) < 0 ? -errno : 0;

    if (fd >= 0)
        (void)close(fd);
    return rc;
}

/* Private from its first byte on, since SQLite keeps a file's mode. */
static int make_private_file(const char *path)
{
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

    if (fd < 0)
        return -errno;

    (void)close(fd);
    return 0;
}

static int fill_new_file(const char *path, const struct migration *migrations)
{
    sqlite3 *db = NULL;

    if (unlink(path) < 0 && errno != ENOENT)
        return -errno;

    int rc = make_private_file(path);
    if (rc == 0)
        rc = db_open(path, DB_WRITE, &db);
    if (rc == 0)
        rc = db_run(db, "PRAGMA synchronous = FULL");
    if (rc == 0)
        rc = migrate_apply(db, migrations);

    (void)db_close(db);
    return rc;
}

int guard_create(const char *directory, const struct migration *migrations,
                 struct store_problem *ret_problem)
{
    char made[STORE_PATH_SIZE];
    char path[STORE_PATH_SIZE];
    int rc = guard_path(directory, STORE_NEW_FILE, made);

    if (rc == 0)
        rc = guard_path(directory, STORE_FILE, path);
    if (rc == 0)
        rc = fill_new_file(made, migrations);
    if (rc == 0 && rename(made, path) < 0)
        rc = -errno;
    if (rc == 0)
        rc = guard_sync_directory(directory);

    if (rc < 0)
        return store_problem_note(ret_problem, rc,
                                  N_("The database cannot be made. Look at "
                                     "the room on the disk and at the rights "
                                     "of the data directory."),
                                  directory, strerror(-rc));
    return 0;
}
