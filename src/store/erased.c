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
    LINE_SIZE = 112,       /* two numbers of 18 digits, a chain of 64, a NUL */
    MAX_BYTES = 256 << 20, /* three million contacts */
};

/* The first event of each. */
#define CONTACT_CHAIN                                                          \
    "(SELECT hex(chain) FROM event WHERE contact_id = ?1 ORDER BY seq LIMIT "  \
    "1)"
#define CALLBACK_ASKED "e.seq = ?1 AND e.type = 'callback_asked'"
#define CALLBACK_CHAIN                                                         \
    "(SELECT hex(chain) FROM event e WHERE " CALLBACK_ASKED ")"

/* Notes what has texts, if it is of this journal. */
#define NOTE_SQL(chain, which)                                                 \
    "INSERT INTO side (kind, key, at_us, value) SELECT ?3, ?5, 0, ?4"          \
    " WHERE ?2 = " chain " AND EXISTS (SELECT 1 FROM event e"                  \
    " JOIN event_private p ON p.seq = e.seq WHERE " which ")"                  \
    " ON CONFLICT DO NOTHING"

/* Contacts, and callbacks: a statement for each. */
struct statements {
    sqlite3_stmt *of_contact;
    sqlite3_stmt *of_callback;
};

static int prepare(sqlite3 *db, const char *contact_sql,
                   const char *callback_sql, struct statements *ret)
{
    int rc = db_prepare(db, contact_sql, &ret->of_contact);

    return rc == 0 ? db_prepare(db, callback_sql, &ret->of_callback) : rc;
}

static void finalize(struct statements *statements)
{
    (void)sqlite3_finalize(statements->of_callback);
    (void)sqlite3_finalize(statements->of_contact);
}

/* The one of what is to be erased, with its number bound. */
static sqlite3_stmt *choose(const struct statements *statements,
                            const struct store_erasure *one)
{
    sqlite3_stmt *chosen =
        one->callback_id ? statements->of_callback : statements->of_contact;

    (void)sqlite3_bind_int64(
        chosen, 1,
        (int64_t)(one->callback_id ? one->asked_seq : one->contact_id));
    return chosen;
}

void erased_key_print(const struct store_erasure *one,
                      char ret_key[STORE_ERASED_KEY_SIZE])
{
    if (one->callback_id)
        (void)snprintf(ret_key, STORE_ERASED_KEY_SIZE, "c%" PRIu64 ".%" PRIu64,
                       one->callback_id, one->asked_seq);
    else
        (void)snprintf(ret_key, STORE_ERASED_KEY_SIZE, "%" PRIu64,
                       one->contact_id);
}

/* @return behind the number; NULL: there is none */
static const char *read_number(const char *text, uint64_t *ret_number)
{
    enum { MOST_DIGITS = 18 };
    size_t digits = strspn(text, "0123456789");

    if (digits == 0 || digits > MOST_DIGITS)
        return NULL;

    *ret_number = strtoull(text, NULL, 10);
    return *ret_number ? text + digits : NULL;
}

int erased_key_parse(const char *text, struct store_erasure *ret_one)
{
    struct store_erasure one = { .contact_id = 0 };

    if (*text == 'c') {
        text = read_number(text + 1, &one.callback_id);
        text =
            text && *text == '.' ? read_number(text + 1, &one.asked_seq) : NULL;
    } else {
        text = read_number(text, &one.contact_id);
    }
    if (!text || *text)
        return -EBADMSG;

    *ret_one = one;
    return 0;
}

/* The number and the chain, as they are in the file. */
static int print_line(sqlite3_stmt *select, const struct store_erasure *one,
                      char ret_line[LINE_SIZE])
{
    char key[STORE_ERASED_KEY_SIZE];
    int rc = db_step(select);

    ret_line[0] = '\0';
    if (rc == 1 && *db_text(select, 0)) {
        erased_key_print(one, key);
        (void)snprintf(ret_line, LINE_SIZE, "%s %s\n", key, db_text(select, 0));
    }
    db_reset(select);
    return rc < 0 ? rc : 0;
}

static int print_all(sqlite3 *db, const struct store_erasure *contacts,
                     size_t count, char *ret_text)
{
    struct statements select = { NULL, NULL };
    int rc = prepare(db, "SELECT coalesce(" CONTACT_CHAIN ", '')",
                     "SELECT coalesce(" CALLBACK_CHAIN ", '')", &select);

    for (size_t i = 0; rc == 0 && i < count; i++) {
        rc = print_line(choose(&select, &contacts[i]), &contacts[i], ret_text);
        ret_text += strlen(ret_text);
    }
    finalize(&select);
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
static int apply_line(const struct statements *inserts, const char *line)
{
    struct store_erasure one;
    char key[STORE_ERASED_KEY_SIZE];
    char chain[65];
    int end = 0;

    if (sscanf(line, "%43s %64[0-9A-F]%n", key, chain, &end) != 2 ||
        line[end] || strlen(chain) != 64 || erased_key_parse(key, &one) < 0)
        return 0;

    sqlite3_stmt *insert = choose(inserts, &one);

    (void)sqlite3_bind_text(insert, 5, key, -1, SQLITE_TRANSIENT);
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
    struct statements inserts = { NULL, NULL };
    char *rest = NULL;
    int rc = prepare(db, NOTE_SQL(CONTACT_CHAIN, "e.contact_id = ?1"),
                     NOTE_SQL(CALLBACK_CHAIN, CALLBACK_ASKED), &inserts);

    for (char *line = strtok_r(text, "\n", &rest); line && rc >= 0;
         line = strtok_r(NULL, "\n", &rest)) {
        rc = apply_line(&inserts, line);
        if (rc > 0)
            (*ret_count)++;
    }
    finalize(&inserts);
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
