/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite's log with fewer, larger writes. */

#include "store/log_vfs.h"

#include <pthread.h>
#include <stdbool.h>
#include <string.h>

#include <sqlite3.h>

/* SQLite gives the room: for this and, right behind it, the default's file. */
struct log_file {
    sqlite3_file base;
    sqlite3_file *real;
    char *bytes; /* LOG_VFS_ROOM of them */
    int length;  /* waiting */
    sqlite3_int64 offset;
};

static sqlite3_vfs log_vfs;
static sqlite3_vfs *default_vfs;

/* What collects a file's writes begins with it. */
static struct log_file *log_of(sqlite3_file *file)
{
    return (void *)file;
}

static int flush(struct log_file *log)
{
    int length = log->length;

    if (length == 0)
        return SQLITE_OK;

    log->length = 0;
    return log->real->pMethods->xWrite(log->real, log->bytes, length,
                                       log->offset);
}

static int log_write(sqlite3_file *file, const void *bytes, int length,
                     sqlite3_int64 offset)
{
    struct log_file *log = log_of(file);
    bool is_next = offset == log->offset + log->length &&
                   length <= LOG_VFS_ROOM - log->length;
    int rc = is_next ? SQLITE_OK : flush(log);

    if (rc != SQLITE_OK)
        return rc;
    if (length > LOG_VFS_ROOM)
        return log->real->pMethods->xWrite(log->real, bytes, length, offset);

    if (log->length == 0)
        log->offset = offset;
    memcpy(log->bytes + log->length, bytes, (size_t)length);
    log->length += length;
    return SQLITE_OK;
}

static int log_read(sqlite3_file *file, void *bytes, int length,
                    sqlite3_int64 offset)
{
    struct log_file *log = log_of(file);
    int rc = flush(log);

    return rc ? rc
              : log->real->pMethods->xRead(log->real, bytes, length, offset);
}

static int log_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    struct log_file *log = log_of(file);
    int rc = flush(log);

    return rc ? rc : log->real->pMethods->xTruncate(log->real, size);
}

static int log_sync(sqlite3_file *file, int flags)
{
    struct log_file *log = log_of(file);
    int rc = flush(log);

    return rc ? rc : log->real->pMethods->xSync(log->real, flags);
}

static int log_size(sqlite3_file *file, sqlite3_int64 *ret_size)
{
    struct log_file *log = log_of(file);
    int rc = flush(log);

    return rc ? rc : log->real->pMethods->xFileSize(log->real, ret_size);
}

static int log_close(sqlite3_file *file)
{
    struct log_file *log = log_of(file);
    int flushed = flush(log);
    int rc = log->real->pMethods->xClose(log->real);

    sqlite3_free(log->bytes);
    return rc ? rc : flushed;
}

static int log_lock(sqlite3_file *file, int level)
{
    return log_of(file)->real->pMethods->xLock(log_of(file)->real, level);
}

static int log_unlock(sqlite3_file *file, int level)
{
    return log_of(file)->real->pMethods->xUnlock(log_of(file)->real, level);
}

static int log_is_reserved(sqlite3_file *file, int *ret_is)
{
    sqlite3_file *real = log_of(file)->real;

    return real->pMethods->xCheckReservedLock(real, ret_is);
}

static int log_control(sqlite3_file *file, int what, void *arg)
{
    return log_of(file)->real->pMethods->xFileControl(log_of(file)->real, what,
                                                      arg);
}

static int log_sector_size(sqlite3_file *file)
{
    return log_of(file)->real->pMethods->xSectorSize(log_of(file)->real);
}

static int log_characteristics(sqlite3_file *file)
{
    sqlite3_file *real = log_of(file)->real;

    return real->pMethods->xDeviceCharacteristics(real);
}

static const sqlite3_io_methods log_methods = {
    .iVersion = 1, /* a log is neither mapped nor shared memory */
    .xClose = log_close,
    .xRead = log_read,
    .xWrite = log_write,
    .xTruncate = log_truncate,
    .xSync = log_sync,
    .xFileSize = log_size,
    .xLock = log_lock,
    .xUnlock = log_unlock,
    .xCheckReservedLock = log_is_reserved,
    .xFileControl = log_control,
    .xSectorSize = log_sector_size,
    .xDeviceCharacteristics = log_characteristics,
};

static int open_log(struct log_file *log, const char *name, int flags,
                    int *ret_flags)
{
    *log = (struct log_file){ .real = (sqlite3_file *)(log + 1) };
    log->bytes = sqlite3_malloc(LOG_VFS_ROOM);
    if (!log->bytes)
        return SQLITE_NOMEM;

    int rc = default_vfs->xOpen(default_vfs, name, log->real, flags, ret_flags);
    if (rc == SQLITE_OK)
        log->base.pMethods = &log_methods;
    else
        sqlite3_free(log->bytes);
    return rc;
}

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file,
                     int flags, int *ret_flags)
{
    (void)vfs;
    if (flags & SQLITE_OPEN_WAL)
        return open_log(log_of(file), name, flags, ret_flags);

    return default_vfs->xOpen(default_vfs, name, file, flags, ret_flags);
}

/* A copy of the default, which knows its own data by pAppData. */
static void register_vfs(void)
{
    default_vfs = sqlite3_vfs_find(NULL);
    if (!default_vfs)
        return;

    log_vfs = *default_vfs;
    log_vfs.zName = "cclite-log";
    log_vfs.pNext = NULL;
    log_vfs.szOsFile += (int)sizeof(struct log_file);
    log_vfs.xOpen = open_file;
    if (sqlite3_vfs_register(&log_vfs, 0) != SQLITE_OK)
        default_vfs = NULL;
}

const char *log_vfs_name(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    (void)pthread_once(&once, register_vfs);
    return default_vfs ? log_vfs.zName : NULL;
}
