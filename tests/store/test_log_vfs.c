/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A log whose writes are joined holds what was written, as any file does. */

#include "store/log_vfs.h"

#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "tests/test.h"

enum { MODEL_SIZE = 4 * LOG_VFS_ROOM, STEPS = 3000 };

struct log {
    char directory[64];
    char database[80]; /* whose rights the log gets */
    char path[80];
    sqlite3_file *file;
};

static void open_log(struct log *log)
{
    sqlite3_vfs *vfs = sqlite3_vfs_find(log_vfs_name());
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_WAL;

    assert_non_null(vfs);
    (void)snprintf(log->directory, sizeof(log->directory),
                   "/tmp/cclite-log-XXXXXX");
    assert_non_null(mkdtemp(log->directory));
    (void)snprintf(log->database, sizeof(log->database), "%s/db",
                   log->directory);
    (void)snprintf(log->path, sizeof(log->path), "%s/db-wal", log->directory);
    int fd = open(log->database, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    assert_true(fd >= 0 && close(fd) == 0);
    log->file = calloc(1, (size_t)vfs->szOsFile);
    assert_non_null(log->file);
    assert_int_equal(vfs->xOpen(vfs, log->path, log->file, flags, NULL), 0);
}

static void close_log(struct log *log)
{
    if (log->file->pMethods)
        assert_int_equal(log->file->pMethods->xClose(log->file), 0);
    free(log->file);
    assert_int_equal(unlink(log->path), 0);
    assert_int_equal(unlink(log->database), 0);
    assert_int_equal(rmdir(log->directory), 0);
}

static int64_t size_on_disk(const struct log *log)
{
    struct stat status;

    assert_int_equal(stat(log->path, &status), 0);
    return status.st_size;
}

static void what_is_contiguous_is_written_by_the_sync(void **state)
{
    struct log log;

    (void)state;
    open_log(&log);
    const sqlite3_io_methods *can = log.file->pMethods;

    assert_int_equal(can->xWrite(log.file, "head", 4, 0), 0);
    assert_int_equal(can->xWrite(log.file, "page", 4, 4), 0);
    assert_int_equal(size_on_disk(&log), 0);
    assert_int_equal(can->xSync(log.file, SQLITE_SYNC_NORMAL), 0);
    assert_int_equal(size_on_disk(&log), 8);
    assert_int_equal(can->xWrite(log.file, "next", 4, 8), 0);
    assert_int_equal(size_on_disk(&log), 8);
    assert_int_equal(can->xClose(log.file), 0);
    assert_int_equal(size_on_disk(&log), 12);
    log.file->pMethods = NULL;
    close_log(&log);
}

struct model {
    char bytes[MODEL_SIZE];
    int64_t size;
    uint64_t random;
};

static int64_t draw(struct model *model, int64_t below)
{
    model->random = model->random * 6364136223846793005u + 1442695040888963407u;
    return (int64_t)((model->random >> 33) % (uint64_t)below);
}

/* Mostly behind the last one, sometimes anywhere, sometimes too long. */
static void write_some(struct log *log, struct model *model, int64_t *next)
{
    static char bytes[LOG_VFS_ROOM + 4096]; /* SQLite has a limit, too */
    int64_t longest = draw(model, 50) == 0 ? (int64_t)sizeof(bytes) : 9000;
    int64_t length = 1 + draw(model, longest);
    int64_t at = draw(model, 8) == 0 ? draw(model, MODEL_SIZE) : *next;

    if (at + length > MODEL_SIZE)
        at = 0;
    memset(bytes, (int)draw(model, 256), (size_t)length);
    assert_int_equal(
        log->file->pMethods->xWrite(log->file, bytes, (int)length, at), 0);

    if (at > model->size)
        memset(model->bytes + model->size, 0, (size_t)(at - model->size));
    memcpy(model->bytes + at, bytes, (size_t)length);
    if (at + length > model->size)
        model->size = at + length;
    *next = at + length;
}

static void read_some(struct log *log, struct model *model)
{
    static char bytes[9000];
    int64_t at = draw(model, model->size);
    int64_t length = 1 + draw(model, (int64_t)sizeof(bytes));

    if (length > model->size - at)
        length = model->size - at;
    assert_int_equal(
        log->file->pMethods->xRead(log->file, bytes, (int)length, at), 0);
    assert_memory_equal(bytes, model->bytes + at, (size_t)length);
}

static void check_size(struct log *log, struct model *model)
{
    sqlite3_int64 size = -1;

    assert_int_equal(log->file->pMethods->xFileSize(log->file, &size), 0);
    assert_int_equal(size, model->size);
}

static void it_is_as_a_file_without_joining(void **state)
{
    static struct model model = { .random = 7 };
    struct log log;
    int64_t next = 0;

    (void)state;
    open_log(&log);
    write_some(&log, &model, &next);
    for (int i = 0; i < STEPS; i++) {
        int64_t what = draw(&model, 20);

        if (what == 0) {
            model.size = 1 + draw(&model, model.size);
            assert_int_equal(
                log.file->pMethods->xTruncate(log.file, model.size), 0);
        } else if (what == 1) {
            assert_int_equal(
                log.file->pMethods->xSync(log.file, SQLITE_SYNC_NORMAL), 0);
            assert_int_equal(size_on_disk(&log), model.size);
        } else if (what == 2) {
            check_size(&log, &model);
        } else if (what < 6) {
            read_some(&log, &model);
        } else {
            write_some(&log, &model, &next);
        }
    }
    close_log(&log);
}

/* The size a file may have stands for the room on a disk. */
static void what_has_no_room_is_told_by_the_sync_and_forgotten(void **state)
{
    static const char bytes[8192];
    struct rlimit before;
    struct log log;

    (void)state;
    open_log(&log);
    const sqlite3_io_methods *can = log.file->pMethods;

    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    const struct rlimit less = { 4096, before.rlim_max };
    (void)signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &less), 0);
    assert_int_equal(can->xWrite(log.file, bytes, sizeof(bytes), 0), 0);
    int rc = can->xSync(log.file, SQLITE_SYNC_NORMAL);
    int again = can->xSync(log.file, SQLITE_SYNC_NORMAL);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    (void)signal(SIGXFSZ, SIG_DFL);

    assert_true(rc == SQLITE_FULL || rc == SQLITE_IOERR_WRITE);
    assert_int_equal(again, SQLITE_OK);
    assert_int_equal(can->xWrite(log.file, bytes, sizeof(bytes), 0), 0);
    assert_int_equal(can->xSync(log.file, SQLITE_SYNC_NORMAL), 0);
    assert_int_equal(size_on_disk(&log), sizeof(bytes));
    close_log(&log);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, what_is_contiguous_is_written_by_the_sync);
    TEST_LIST_ADD(&list, it_is_as_a_file_without_joining);
    TEST_LIST_ADD(&list, what_has_no_room_is_told_by_the_sync_and_forgotten);
    return test_list_run(&list);
}
