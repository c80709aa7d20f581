/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may open a database, and which one may be opened. */

#include "store/guard.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/record.h"
#include "store/db.h"

/* Above it, looking at every page takes longer than people wait. */
static const int64_t whole_check_bytes = INT64_C(32) * 1024 * 1024;

int guard_path(const char *directory, const char *name,
               char ret_path[STORE_PATH_SIZE])
{
    int length = snprintf(ret_path, STORE_PATH_SIZE, "%s/%s", directory, name);

    return length < 0 || length >= STORE_PATH_SIZE ? -ENAMETOOLONG : 0;
}

int guard_lock(const char *directory, struct store_problem *ret_problem)
{
    char path[STORE_PATH_SIZE];
    int rc = guard_path(directory, STORE_LOCK, path);

    if (rc < 0)
        return store_problem_note(ret_problem, rc,
                                  N_("The path of the data directory is too "
                                     "long."),
                                  directory, NULL);

    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return store_problem_note(ret_problem, -errno,
                                  N_("The data directory cannot be written. "
                                     "Give it to the user who runs the "
                                     "server."),
                                  path, strerror(errno));

    if (flock(fd, LOCK_EX | LOCK_NB) < 0) {
        (void)close(fd);
        return store_problem_note(ret_problem, -EBUSY,
                                  N_("Another server already uses this data. "
                                     "Stop it, or choose another data "
                                     "directory."),
                                  directory, NULL);
    }

    return fd;
}

/* After a checkpoint that was cut off, the write-ahead log has the rest. */
static bool has_log(const char *directory)
{
    char path[STORE_PATH_SIZE];
    struct stat log;

    return guard_path(directory, STORE_WAL_FILE, path) == 0 &&
           lstat(path, &log) == 0 && log.st_size > 0;
}

/* Section 1.3 of SQLite's file format: page size at 16, pages at 28. Only before
   the process has opened the database: to close the file again takes away the
   locks of all its connections (fcntl()), and then another program may delete
   the log while it is written. */
static int64_t told_bytes(const char *path)
{
    unsigned char head[32];
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    ssize_t got = fd < 0 ? -1 : read(fd, head, sizeof(head));

    if (fd >= 0)
        (void)close(fd);
    if (got != (ssize_t)sizeof(head))
        return INT64_MAX;

    int64_t page = (int64_t)head[16] << 8 | head[17];
    int64_t pages = (int64_t)head[28] << 24 | (int64_t)head[29] << 16 |
                    (int64_t)head[30] << 8 | head[31];
    return (page == 1 ? 65536 : page) * pages;
}

static int check_kind(const struct stat *file, bool may_write, const char *path,
                      struct store_problem *ret_problem)
{
    if (!S_ISREG(file->st_mode))
        return store_problem_note(ret_problem, -EBADMSG,
                                  N_("The database is no regular file. Nothing "
                                     "was changed. Move away what is there, or "
                                     "restore a backup."),
                                  path, NULL);
    if (file->st_size == 0)
        return store_problem_note(ret_problem, -EBADMSG,
                                  N_("The database is empty, which it never "
                                     "is by itself. Nothing was changed. "
                                     "Restore a backup."),
                                  path, NULL);
    if (may_write &&
        (!(file->st_mode & S_IWUSR) || access(path, R_OK | W_OK) < 0))
        return store_problem_note(ret_problem, -EROFS,
                                  N_("The database cannot be written. Give it "
                                     "to the user who runs the server."),
                                  path, NULL);

    return 0;
}

int guard_file(const char *directory, bool may_write,
               struct store_problem *ret_problem)
{
    char path[STORE_PATH_SIZE];
    struct stat file;
    int rc = guard_path(directory, STORE_FILE, path);

    if (rc < 0)
        return rc;
    if (lstat(path, &file) < 0 && errno == ENOENT)
        return has_log(directory)
                   ? store_problem_note(ret_problem, -EBADMSG,
                                        N_("The database is gone, but not the "
                                           "log of its last changes. Nothing "
                                           "was changed. Restore a backup "
                                           "elsewhere."),
                                        path, NULL)
                   : 0;
    if (lstat(path, &file) < 0)
        return store_problem_note(ret_problem, -errno,
                                  N_("The database cannot be reached."), path,
                                  strerror(errno));

    rc = check_kind(&file, may_write, path, ret_problem);
    if (rc < 0)
        return rc;
    if (may_write && file.st_size < told_bytes(path) && !has_log(directory))
        return store_problem_note(ret_problem, -EBADMSG,
                                  N_("The database is shorter than it was. "
                                     "Nothing was changed. Restore a backup."),
                                  path, NULL);

    return 1;
}

/* Tables that recovery needs, and that stay small. */
static const char *const small_checks[] = {
    "PRAGMA quick_check('snapshot')", "PRAGMA quick_check('side')",
    "PRAGMA quick_check('secret')",   "PRAGMA quick_check('alive')",
    "PRAGMA quick_check('document')",
};

static int check_pages(sqlite3 *db, const char *sql,
                       char detail[STORE_PROBLEM_DETAIL_SIZE])
{
    sqlite3_stmt *statement = NULL;
    int rc = db_prepare(db, sql, &statement);

    if (rc == 0)
        rc = db_step(statement);
    if (rc == 1) {
        (void)snprintf(detail, STORE_PROBLEM_DETAIL_SIZE, "%s",
                       db_text(statement, 0));
        rc = strcmp(detail, "ok") == 0 ? 0 : -EBADMSG;
    }

    (void)sqlite3_finalize(statement);
    return rc;
}

static int check_whole(sqlite3 *db, char detail[STORE_PROBLEM_DETAIL_SIZE])
{
    int64_t pages = 0;
    int64_t page = 0;
    int rc = db_number(db, "PRAGMA page_count", &pages);

    if (rc == 0)
        rc = db_number(db, "PRAGMA page_size", &page);
    if (rc < 0)
        return rc;
    if (pages * page <= whole_check_bytes)
        return check_pages(db, "PRAGMA quick_check(1)", detail);

    for (size_t i = 0;
         rc == 0 && i < sizeof(small_checks) / sizeof(small_checks[0]); i++)
        rc = check_pages(db, small_checks[i], detail);
    return rc;
}

/* Whose it is, before anything is asked of its tables. */
static int check_owner(sqlite3 *db, const char *path,
                       struct store_problem *ret_problem)
{
    int64_t application = 0;
    int rc = db_number(db, "PRAGMA application_id", &application);

    if (rc == -EBUSY)
        return store_problem_note(ret_problem, rc,
                                  N_("The database is locked by another "
                                     "program. Stop that first."),
                                  path, NULL);
    if (rc < 0 && rc != -EBADMSG)
        return store_problem_note(ret_problem, rc,
                                  N_("The database cannot be read."), path,
                                  sqlite3_errmsg(db));
    if (rc < 0 || application != STORE_APPLICATION_ID)
        return store_problem_note(ret_problem, -EBADMSG,
                                  N_("The file is not a database of this "
                                     "program. Nothing was changed. Move it "
                                     "away, or choose another data "
                                     "directory."),
                                  path, rc < 0 ? sqlite3_errmsg(db) : NULL);

    return 0;
}

int guard_content(sqlite3 *db, const struct migration *migrations,
                  const char *path, struct store_problem *ret_problem)
{
    char detail[STORE_PROBLEM_DETAIL_SIZE] = "";
    int rc = check_owner(db, path, ret_problem);

    if (rc < 0)
        return rc;

    rc = check_whole(db, detail);
    int version = rc < 0 ? rc : migrate_version(db);

    if (version == -EBUSY)
        return store_problem_note(ret_problem, version,
                                  N_("The database is locked by another "
                                     "program. Stop that first."),
                                  path, NULL);
    if (version < 0)
        return store_problem_note(ret_problem, version,
                                  N_("The database is damaged. Nothing was "
                                     "changed. Restore a backup."),
                                  path,
                                  detail[0] ? detail : sqlite3_errmsg(db));
    if (version > migrate_target(migrations))
        return store_problem_note(ret_problem, -EPROTONOSUPPORT,
                                  N_("The database was written by a newer "
                                     "release. Install that one, or restore a "
                                     "backup of this one."),
                                  path, NULL);

    return 0;
}
