/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept beside the journal: values under a kind and a key. */

#include "store/side.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "store/db.h"

const char *side_kind_spell(enum side_kind kind)
{
    static const char *const names[] = {
        [SIDE_SECRET] = "secret",           [SIDE_TOKEN] = "token",
        [SIDE_BINDING] = "binding",         [SIDE_DIALOG] = "dialog",
        [SIDE_FLOW_TEXT] = "flow_text",     [SIDE_CALLER_LIST] = "caller_list",
        [SIDE_IDEMPOTENCY] = "idempotency", [SIDE_NOTE] = "note",
        [SIDE_ERASURE] = "erasure",
    };

    assert((unsigned)kind < SIDE_KIND_COUNT);
    return names[kind];
}

/* ?1 kind, ?2 key, ?3 at_us, ?4 value */
static const char *const side_sqls[] = {
    [SIDE_PUT] = "INSERT INTO side (kind, key, at_us, value)"
                 " VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE"
                 " SET at_us = excluded.at_us, value = excluded.value",
    [SIDE_DELETE] = "DELETE FROM side WHERE kind = ?1 AND key = ?2",
    [SIDE_EXPIRE] = ("DELETE FROM side WHERE kind = ?1 AND ?2 IS NULL"
                     " AND at_us < ?3"),
};

static const char *const secret_sqls[] = {
    [SIDE_PUT] = "INSERT INTO secret (key, at_us, value)"
                 " SELECT ?2, ?3, ?4 WHERE ?1 IS NOT NULL"
                 " ON CONFLICT DO UPDATE"
                 " SET at_us = excluded.at_us, value = excluded.value",
    [SIDE_DELETE] = "DELETE FROM secret WHERE ?1 IS NOT NULL AND key = ?2",
    [SIDE_EXPIRE] = ("DELETE FROM secret WHERE ?1 IS NOT NULL AND ?2 IS NULL"
                     " AND at_us < ?3"),
};

int side_writer_init(struct side_writer *writer, sqlite3 *db)
{
    int rc = 0;

    *writer = (struct side_writer){ { NULL }, { NULL } };
    for (size_t i = 0; rc == 0 && i < 3; i++) {
        rc = db_prepare(db, side_sqls[i], &writer->side[i]);
        if (rc == 0)
            rc = db_prepare(db, secret_sqls[i], &writer->secret[i]);
    }
    return rc;
}

void side_writer_done(struct side_writer *writer)
{
    for (size_t i = 0; i < 3; i++) {
        (void)sqlite3_finalize(writer->side[i]);
        (void)sqlite3_finalize(writer->secret[i]);
    }
    *writer = (struct side_writer){ { NULL }, { NULL } };
}

int side_write(struct side_writer *writer, const struct side_write *write)
{
    assert(writer && write);

    sqlite3_stmt *statement = write->kind == SIDE_SECRET
                                  ? writer->secret[write->verb]
                                  : writer->side[write->verb];

    (void)sqlite3_bind_text(statement, 1, side_kind_spell(write->kind), -1,
                            SQLITE_STATIC);
    if (write->key)
        (void)sqlite3_bind_text(statement, 2, write->key, -1, SQLITE_STATIC);
    if (write->verb != SIDE_DELETE)
        (void)sqlite3_bind_int64(statement, 3, write->at_us);
    if (write->verb == SIDE_PUT)
        (void)sqlite3_bind_blob(statement, 4, write->length ? write->value : "",
                                (int)write->length, SQLITE_STATIC);
    return db_finish(statement);
}

/* Rows of (key, value); ?1 kind, ?2 the one key wanted, or NULL. */
static int select_sides(sqlite3 *db, enum side_kind kind, const char *key,
                        sqlite3_stmt **ret_select)
{
    static const char side_sql[] = "SELECT key, value FROM side WHERE kind = ?1"
                                   " AND key = coalesce(?2, key) ORDER BY key";
    static const char secret_sql[] =
        "SELECT key, value FROM secret WHERE ?1 IS NOT NULL"
        " AND key = coalesce(?2, key) ORDER BY key";
    int rc =
        db_prepare(db, kind == SIDE_SECRET ? secret_sql : side_sql, ret_select);

    if (rc < 0)
        return rc;

    (void)sqlite3_bind_text(*ret_select, 1, side_kind_spell(kind), -1,
                            SQLITE_STATIC);
    if (key)
        (void)sqlite3_bind_text(*ret_select, 2, key, -1, SQLITE_STATIC);
    return 0;
}

int side_each(sqlite3 *db, enum side_kind kind,
              int (*visit)(void *arg, const char *key, const void *value,
                           size_t length),
              void *arg)
{
    assert(db && visit);

    sqlite3_stmt *select = NULL;
    int rc = select_sides(db, kind, NULL, &select);

    if (rc == 0)
        rc = db_step(select);
    while (rc == 1) {
        const void *value = sqlite3_column_blob(select, 1);
        int length = sqlite3_column_bytes(select, 1);
        int answer =
            visit(arg, db_text(select, 0), length ? value : "", (size_t)length);

        rc = answer ? answer : db_step(select);
        if (answer)
            break;
    }

    (void)sqlite3_finalize(select);
    return rc;
}

static int copy_value(sqlite3_stmt *row, void **ret_value, size_t *ret_length)
{
    const void *value = sqlite3_column_blob(row, 1);
    size_t length = (size_t)sqlite3_column_bytes(row, 1);
    char *copy = calloc(1, length + 1);

    if (!copy)
        return -ENOMEM;

    if (length)
        memcpy(copy, value, length);
    *ret_value = copy;
    *ret_length = length;
    return 0;
}

int side_get(sqlite3 *db, enum side_kind kind, const char *key,
             void **ret_value, size_t *ret_length)
{
    assert(db && key && ret_value && ret_length);

    sqlite3_stmt *select = NULL;
    int rc = select_sides(db, kind, key, &select);

    if (rc == 0)
        rc = db_step(select);
    if (rc == 1)
        rc = copy_value(select, ret_value, ret_length);
    else if (rc == 0)
        rc = -ENOENT;

    (void)sqlite3_finalize(select);
    return rc;
}
