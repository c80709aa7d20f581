/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A connection that only reads, and events as it finds them. */

#include "store/reader.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "store/columns.h"
#include "store/db.h"
#include "store/guard.h"
#include "store/reader_inside.h"
#include "store/side.h"

enum {
    QUERY_LIMIT_US = 1000000,
    STEPS_BETWEEN_LOOKS = 10000, /* at the clock */
    EVENTS_MAX = 10000,
    EVENTS_PRESET = 100,
};

static int is_too_long(void *arg)
{
    const struct reader *reader = arg;

    return clock_boot_us() > reader->until_us;
}

static int open_connection(const char *directory, struct reader *reader,
                           struct store_problem *ret_problem)
{
    char path[STORE_PATH_SIZE];
    int rc = guard_path(directory, STORE_FILE, path);

    if (rc == 0)
        rc = guard_file(directory, false, ret_problem);
    if (rc < 0)
        return rc;
    if (rc == 0)
        return store_problem_note(ret_problem, -ENOENT,
                                  N_("There is no database. Start the server "
                                     "once, or name its data directory."),
                                  path, NULL);

    rc = db_open(path, DB_READ, &reader->db);
    if (rc == 0)
        rc = journal_reader_init(&reader->journal, reader->db);
    if (rc < 0)
        return store_problem_note(ret_problem, rc,
                                  N_("The database cannot be opened."), path,
                                  strerror(-rc));
    return 0;
}

int reader_open_beside(struct store *store, struct reader **ret_reader,
                       struct store_problem *ret_problem)
{
    int rc = reader_open(store_directory(store), ret_reader, ret_problem);

    if (rc == 0)
        (*ret_reader)->store = store;
    return rc;
}

int reader_open(const char *directory, struct reader **ret_reader,
                struct store_problem *ret_problem)
{
    assert(directory && ret_reader);

    struct reader *reader = calloc(1, sizeof(*reader));
    if (!reader)
        return store_problem_note(ret_problem, -ENOMEM,
                                  N_("There is no memory."), "", NULL);

    int rc = open_connection(directory, reader, ret_problem);
    if (rc < 0) {
        (void)reader_close(reader);
        return rc;
    }

    sqlite3_progress_handler(reader->db, STEPS_BETWEEN_LOOKS, is_too_long,
                             reader);
    *ret_reader = reader;
    return 0;
}

struct reader *reader_close(struct reader *reader)
{
    if (!reader)
        return NULL;

    journal_reader_done(&reader->journal);
    (void)db_close(reader->db);
    free(reader);
    return NULL;
}

int reader_query(struct reader *reader, const char *sql,
                 sqlite3_stmt **ret_query)
{
    reader->until_us = clock_boot_us() + QUERY_LIMIT_US;
    return db_prepare(reader->db, sql, ret_query);
}

int reader_query_rows(struct reader *reader, const char *sql,
                      sqlite3_stmt **ret_query)
{
    int rc = reader->store ? store_catch_up(reader->store) : 0;

    return rc < 0 ? rc : reader_query(reader, sql, ret_query);
}

int reader_bind_id(sqlite3_stmt *query, int parameter, uint64_t id)
{
    return db_bind_id_or_null(query, parameter, id);
}

int reader_bind_text(sqlite3_stmt *query, int parameter, const char *text)
{
    int code =
        text ? sqlite3_bind_text(query, parameter, text, -1, SQLITE_TRANSIENT)
             : sqlite3_bind_null(query, parameter);

    return db_result(sqlite3_db_handle(query), code);
}

int reader_walk(sqlite3_stmt *query, const struct record *record, void *row,
                int (*visit)(void *arg, const void *row), void *arg)
{
    int rc = db_step(query);

    while (rc == 1) {
        rc = columns_read(query, record, row);
        if (rc == 0)
            rc = visit(arg, row);
        if (rc == 0)
            rc = db_step(query);
        else
            break;
    }

    (void)sqlite3_finalize(query);
    return rc;
}

/* ?1 and ?2 enclose seq; the others are NULL for any. */
#define EVENTS_WHERE(first)                                                    \
    "SELECT " JOURNAL_COLUMNS " FROM event WHERE " first                       \
    " seq > ?1 AND seq < ?2"                                                   \
    " AND (?3 IS NULL OR type = ?3) AND at_us >= ?4 AND at_us < ?5"

/* The first condition names the index: by contact, or none. */
static const char *const event_sqls[2][2] = {
    { EVENTS_WHERE("") " ORDER BY seq LIMIT ?6",
      EVENTS_WHERE("") " ORDER BY seq DESC LIMIT ?6" },
    { EVENTS_WHERE("contact_id = ?7 AND") " ORDER BY seq LIMIT ?6",
      EVENTS_WHERE("contact_id = ?7 AND") " ORDER BY seq DESC LIMIT ?6" },
};

static int64_t as_signed(uint64_t number)
{
    return number > INT64_MAX ? INT64_MAX : (int64_t)number;
}

static void bind_events(sqlite3_stmt *query, const struct event_filter *filter)
{
    bool has_end = filter->backwards && filter->after_seq;
    uint32_t limit = filter->limit ? filter->limit : EVENTS_PRESET;

    (void)sqlite3_bind_int64(
        query, 1, filter->backwards ? 0 : as_signed(filter->after_seq));
    (void)sqlite3_bind_int64(
        query, 2, has_end ? as_signed(filter->after_seq) : INT64_MAX);
    (void)reader_bind_text(query, 3, filter->type);
    (void)sqlite3_bind_int64(query, 4, filter->from_us);
    (void)sqlite3_bind_int64(query, 5,
                             filter->before_us ? filter->before_us : INT64_MAX);
    (void)sqlite3_bind_int64(query, 6, limit < EVENTS_MAX ? limit : EVENTS_MAX);
    if (filter->contact_id)
        (void)reader_bind_id(query, 7, filter->contact_id);
}

static int walk_events(struct reader *reader, sqlite3_stmt *query,
                       int (*visit)(void *arg, const struct event *event),
                       void *arg)
{
    struct event event;
    int rc = db_step(query);

    while (rc == 1) {
        rc = journal_decode(&reader->journal, query, &event, NULL);
        if (rc == 0)
            rc = visit(arg, &event);
        if (rc == 0)
            rc = db_step(query);
        else
            break;
    }

    (void)sqlite3_finalize(query);
    return rc;
}

int reader_events(struct reader *reader, const struct event_filter *filter,
                  int (*visit)(void *arg, const struct event *event), void *arg)
{
    assert(reader && filter && visit);

    sqlite3_stmt *query = NULL;
    bool by_contact = filter->contact_id > 0;
    int rc =
        reader_query(reader, event_sqls[by_contact][filter->backwards], &query);
    if (rc < 0)
        return rc;

    bind_events(query, filter);
    return walk_events(reader, query, visit, arg);
}

int reader_history(struct reader *reader, enum document_kind kind, uint64_t id,
                   int (*visit)(void *arg, const struct event *event),
                   void *arg)
{
    assert(reader && visit);

    sqlite3_stmt *query = NULL;
    int rc = reader_query_rows(reader,
                               "SELECT " JOURNAL_COLUMNS
                               " FROM event JOIN document USING (seq)"
                               " WHERE kind = ?1 AND id = ?2 ORDER BY seq DESC",
                               &query);
    if (rc < 0)
        return rc;

    (void)reader_bind_text(query, 1,
                           word_spell(&word_list_document_kind, (int)kind));
    (void)sqlite3_bind_int64(query, 2, as_signed(id));
    return walk_events(reader, query, visit, arg);
}

int reader_documents(struct reader *reader, enum document_kind kind,
                     int (*visit)(void *arg, const struct event *event),
                     void *arg)
{
    assert(reader && visit);

    sqlite3_stmt *query = NULL;
    int rc = reader_query_rows(reader,
                               "SELECT " JOURNAL_COLUMNS
                               " FROM event JOIN document USING (seq)"
                               " WHERE kind = ?1 ORDER BY seq",
                               &query);
    if (rc < 0)
        return rc;

    (void)reader_bind_text(query, 1,
                           word_spell(&word_list_document_kind, (int)kind));
    return walk_events(reader, query, visit, arg);
}

int reader_side(struct reader *reader, enum side_kind kind, const char *key,
                void **ret_value, size_t *ret_length)
{
    assert(reader);

    reader->until_us = clock_boot_us() + QUERY_LIMIT_US;
    return side_get(reader->db, kind, key, ret_value, ret_length);
}
