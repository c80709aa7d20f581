/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages, newest first, and one of them. */

#include <assert.h>
#include <errno.h>

#include "store/db.h"
#include "store/reader_inside.h"

enum { MESSAGES_MAX = 1000, MESSAGES_PRESET = 100 };

static const char list_sql[] = "SELECT * FROM message WHERE message_id < ?1"
                               " ORDER BY message_id DESC LIMIT ?2";
static const char one_sql[] = "SELECT * FROM message WHERE message_id = ?";

struct visitor {
    int (*visit)(void *arg, const struct message_projection *message);
    void *arg;
};

static int visit_row(void *arg, const void *row)
{
    const struct visitor *visitor = arg;

    return visitor->visit(visitor->arg, row);
}

static int64_t number_of(uint64_t id)
{
    return id > INT64_MAX ? INT64_MAX : (int64_t)id;
}

int reader_messages(struct reader *reader, const struct message_filter *filter,
                    int (*visit)(void *arg,
                                 const struct message_projection *row),
                    void *arg)
{
    assert(reader && filter && visit);

    struct message_projection row;
    struct visitor visitor = { visit, arg };
    uint32_t limit = filter->limit ? filter->limit : MESSAGES_PRESET;
    sqlite3_stmt *query = NULL;
    int rc = reader_query_rows(reader, list_sql, &query);
    if (rc < 0)
        return rc;

    (void)sqlite3_bind_int64(
        query, 1, filter->cursor_id ? number_of(filter->cursor_id) : INT64_MAX);
    (void)sqlite3_bind_int64(query, 2,
                             limit < MESSAGES_MAX ? limit : MESSAGES_MAX);
    return reader_walk(query, projection_record(PROJECTION_MESSAGE), &row,
                       visit_row, &visitor);
}

static int keep(void *arg, const struct message_projection *row)
{
    *(struct message_projection *)arg = *row;
    return 1;
}

int reader_message(struct reader *reader, uint64_t message_id,
                   struct message_projection *ret_message)
{
    assert(reader && ret_message);

    struct message_projection row;
    struct visitor visitor = { keep, ret_message };
    sqlite3_stmt *query = NULL;
    int rc = reader_query_rows(reader, one_sql, &query);
    if (rc < 0)
        return rc;

    (void)sqlite3_bind_int64(query, 1, number_of(message_id));
    rc = reader_walk(query, projection_record(PROJECTION_MESSAGE), &row,
                     visit_row, &visitor);
    return rc == 1 ? 0 : rc == 0 ? -ENOENT : rc;
}
