/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite with this house's errors: connections and statements. */

#include "store/db.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stddef.h>

#include "store/log_vfs.h"

enum { BUSY_WAIT_MS = 50 };

static const int open_flags[] = {
    [DB_READ] = SQLITE_OPEN_READONLY,
    [DB_WRITE] = SQLITE_OPEN_READWRITE,
    [DB_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
};

/* Of each block that it takes or gives SQLite counts the bytes, under a lock
   that all connections share; nobody asks for the sum. */
static void count_no_memory(void)
{
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

int db_open(const char *path, enum db_mode mode, sqlite3 **ret_db)
{
    assert(path && ret_db);

    static pthread_once_t once = PTHREAD_ONCE_INIT;
    sqlite3 *db = NULL;

    (void)pthread_once(&once, count_no_memory); /* before it is initialised */

    const char *vfs = mode == DB_READ ? NULL : log_vfs_name();
    int code =
        sqlite3_open_v2(path, &db, open_flags[mode] | SQLITE_OPEN_NOMUTEX, vfs);
    if (code != SQLITE_OK) {
        int rc = db_result(db, code);
        (void)db_close(db);
        return rc;
    }

    (void)sqlite3_extended_result_codes(db, 1);
    (void)sqlite3_busy_timeout(db, BUSY_WAIT_MS);
    *ret_db = db;
    return 0;
}

sqlite3 *db_close(sqlite3 *db)
{
    int code = sqlite3_close(db);

    assert(code == SQLITE_OK);
    (void)code;
    return NULL;
}

/*
 * Writing may fail for want of room in more ways than one (the disk, a quota,
 * the size a file may have), and by now nobody knows the reason for sure. It
 * can be tried again: what was not synced has promised nothing to anybody. A
 * failed sync cannot, for the pages may be gone and the next sync succeed.
 */
static int io_result(sqlite3 *db, int code)
{
    switch (code) {
    case SQLITE_IOERR_NOMEM:
        return -ENOMEM;
    case SQLITE_IOERR_WRITE:
    case SQLITE_IOERR_SHMSIZE:
    case SQLITE_IOERR_SHMMAP:
        return db && sqlite3_system_errno(db) == EIO ? -EIO : -ENOSPC;
    default:
        return -EIO;
    }
}

int db_result(sqlite3 *db, int code)
{
    if (code == SQLITE_OK)
        return 0;
    if (db && (code & 0xff) == code && code == (sqlite3_errcode(db) & 0xff))
        code = sqlite3_extended_errcode(db);

    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return -EBUSY;
    case SQLITE_FULL:
        return -ENOSPC;
    case SQLITE_NOMEM:
        return -ENOMEM;
    case SQLITE_INTERRUPT:
        return -ETIME;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return -EBADMSG;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return -EROFS;
    case SQLITE_IOERR:
        return io_result(db, code);
    default:
        return -EPROTO;
    }
}

int db_prepare(sqlite3 *db, const char *sql, sqlite3_stmt **ret_statement)
{
    return db_result(db,
                     sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                        ret_statement, NULL));
}

void db_reset(sqlite3_stmt *statement)
{
    if (!statement)
        return;

    (void)sqlite3_reset(statement);
    (void)sqlite3_clear_bindings(statement);
}

int db_step(sqlite3_stmt *statement)
{
    int code = sqlite3_step(statement);

    if (code == SQLITE_ROW)
        return 1;

    int rc =
        code == SQLITE_DONE ? 0 : db_result(sqlite3_db_handle(statement), code);
    db_reset(statement);
    return rc;
}

int db_finish(sqlite3_stmt *statement)
{
    int rc;

    do
        rc = db_step(statement);
    while (rc == 1);

    return rc;
}

int db_run(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    int rc = db_result(db, sqlite3_prepare_v2(db, sql, -1, &statement, NULL));

    if (rc == 0)
        rc = db_finish(statement);

    (void)sqlite3_finalize(statement);
    return rc;
}

int db_number(sqlite3 *db, const char *sql, int64_t *ret_number)
{
    sqlite3_stmt *statement = NULL;
    int rc = db_result(db, sqlite3_prepare_v2(db, sql, -1, &statement, NULL));

    if (rc == 0)
        rc = db_step(statement);
    if (rc == 1) {
        *ret_number = sqlite3_column_int64(statement, 0);
        rc = 0;
    } else if (rc == 0) {
        rc = -ENOENT;
    }

    (void)sqlite3_finalize(statement);
    return rc;
}

uint64_t db_id(sqlite3_stmt *statement, int column)
{
    return (uint64_t)sqlite3_column_int64(statement, column);
}

const char *db_text(sqlite3_stmt *statement, int column)
{
    const void *text = sqlite3_column_text(statement, column);

    return text ? text : "";
}

int db_bind_id_or_null(sqlite3_stmt *statement, int parameter, uint64_t id)
{
    int code = id ? sqlite3_bind_int64(statement, parameter, (int64_t)id)
                  : sqlite3_bind_null(statement, parameter);

    return db_result(sqlite3_db_handle(statement), code);
}
