/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that are only ever added. */

#include "store/erased.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "core/record.h"
#include "store/db.h"
#include "store/guard.h"
#include "store/side.h"

enum {
    LINE_SIZE = 96,        /* a number of 20 digits, a chain of 64, a NUL */
    MAX_BYTES = 256 << 20, /* three million contacts */
};

/* The number and the chain, as they are in the file. */
static int print_line(sqlite3_stmt *select, uint64_t contact_id,
                      char ret_line[LINE_SIZE])
{
    (void)sqlite3_bind_int64(select, 1, (int64_t)contact_id);

    int rc = db_step(select);

    ret_line[0] = '\0';
    if (rc == 1) {
        (void)snprintf(ret_line, LINE_SIZE, "%" PRIu64 " %s\n", contact_id,
                       db_text(select, 0));
        db_reset(select);
    }
    return rc < 0 ? rc : 0;
}

static int print_all(sqlite3 *db, const struct store_erasure *contacts,
                     size_t count, char *ret_text)
{
    sqlite3_stmt *select = NULL;
    int rc = db_prepare(db,
                        "SELECT hex(chain) FROM event WHERE contact_id = ?"
                        " ORDER BY seq LIMIT 1",
                        &select);

    for (size_t i = 0; rc == 0 && i < count; i++) {
        rc = print_line(select, contacts[i].contact_id, ret_text);
        ret_text += strlen(ret_text);
    }
    (void)sqlite3_finalize(select);
    return rc;
}

/* A line that a crash has cut short is ended first. */
static int add_bytes(int fd, const char *text, size_t length)
{
    struct stat file;
    char last = '\n';

    if (fstat(fd, &file) < 0)
        return -errno;
    if (!S_ISREG(file.st_mode))
        return -EINVAL;
    if (file.st_size + (off_t)length > MAX_BYTES)
        return -EFBIG;
    if (file.st_size > 0 && pread(fd, &last, 1, file.st_size - 1) != 1)
        return -EIO;
    if (last != '\n' && write(fd, "\n", 1) != 1)
        return -errno;
    for (size_t done = 0; done < length;) {
        ssize_t put = write(fd, text + done, length - done);

        if (put < 0)
            return -errno;
        done += (size_t)put;
    }
    return fdatasync(fd) < 0 ? -errno : 0;
}

static int add_text(const char *directory, const char *text)
{
    char path[STORE_PATH_SIZE];
    int rc = guard_path(directory, STORE_ERASED_FILE, path);

    if (rc < 0)
        return rc;

    int fd =
        open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return -errno;

    rc = add_bytes(fd, text, strlen(text));
    if (close(fd) < 0 && rc == 0)
        rc = -errno;
    return rc < 0 ? rc : guard_sync_directory(directory);
}

int erased_add(const char *directory, sqlite3 *db,
               const struct store_erasure *contacts, size_t count)
{
    char *text = calloc(count + 1, LINE_SIZE);
    if (!text)
        return -ENOMEM;

    int rc = print_all(db, contacts, count, text);
    if (rc == 0 && text[0])
        rc = add_text(directory, text);
    free(text);
    return rc;
}

/* @return 1: noted; 0: not a whole line, or none of this journal's */
static int apply_line(sqlite3_stmt *insert, const char *line)
{
    uint64_t contact_id;
    char chain[65];
    int end = 0;

    if (sscanf(line, "%20" SCNu64 " %64[0-9A-F]%n", &contact_id, chain, &end) !=
            2 ||
        line[end] || strlen(chain) != 64 || contact_id > INT64_MAX)
        return 0;

    (void)sqlite3_bind_int64(insert, 1, (int64_t)contact_id);
    (void)sqlite3_bind_text(insert, 2, chain, -1, SQLITE_TRANSIENT);
    (void)sqlite3_bind_text(insert, 3, side_kind_spell(SIDE_ERASURE), -1,
                            SQLITE_STATIC);
    (void)sqlite3_bind_blob(insert, 4, STORE_ERASE_AGAIN,
                            sizeof(STORE_ERASE_AGAIN) - 1, SQLITE_STATIC);
    int rc = db_finish(insert);
    return rc < 0 ? rc : sqlite3_changes(sqlite3_db_handle(insert));
}

static int apply_lines(sqlite3 *db, char *text, size_t *ret_count)
{
    sqlite3_stmt *insert = NULL;
    char *rest = NULL;
    int rc = db_prepare(db,
                        "INSERT INTO side (kind, key, at_us, value)"
                        " SELECT ?3, ?1, 0, ?4 WHERE ?2 ="
                        " (SELECT hex(chain) FROM event WHERE contact_id = ?1"
                        " ORDER BY seq LIMIT 1) AND EXISTS (SELECT 1 FROM"
                        " event e JOIN event_private p ON p.seq = e.seq"
                        " WHERE e.contact_id = ?1) ON CONFLICT DO NOTHING",
                        &insert);

    for (char *line = strtok_r(text, "\n", &rest); line && rc >= 0;
         line = strtok_r(NULL, "\n", &rest)) {
        rc = apply_line(insert, line);
        if (rc > 0)
            (*ret_count)++;
    }
    (void)sqlite3_finalize(insert);
    return rc < 0 ? rc : 0;
}

int erased_apply(const char *directory, sqlite3 *db, size_t *ret_count)
{
    char path[STORE_PATH_SIZE];
    char *text = NULL;
    size_t length;
    int rc = guard_path(directory, STORE_ERASED_FILE, path);

    *ret_count = 0;
    if (rc == 0)
        rc = file_read(path, MAX_BYTES, &text, &length);
    if (rc < 0)
        return rc == -ENOENT ? 0 : rc;

    rc = db_run(db, "BEGIN IMMEDIATE");
    if (rc == 0)
        rc = apply_lines(db, text, ret_count);
    if (rc == 0)
        rc = db_run(db, "COMMIT");
    free(text);
    if (rc < 0)
        *ret_count = 0; /* closing rolls back */
    return rc;
}
