/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recordings, newest first, and one of them. */

#include <assert.h>
#include <errno.h>

#include "store/db.h"
#include "store/reader_inside.h"

enum { RECORDINGS_MAX = 1000, RECORDINGS_PRESET = 100 };

/* NULL is any. */
static const char list_sql[] = "SELECT * FROM recording"
                               " WHERE recording_id < ?1"
                               " AND (?2 IS NULL OR contact_id = ?2)"
                               " AND (?3 IS NULL OR agent_id = ?3)"
                               " ORDER BY recording_id DESC LIMIT ?4";

static const char one_sql[] = "SELECT * FROM recording WHERE recording_id = ?";

struct visitor {
    int (*visit)(void *arg, const struct recording_projection *recording);
    void *arg;
};

static int visit_row(void *arg, const void *row)
{
    const struct visitor *visitor = arg;

    return visitor->visit(visitor->arg, row);
}

int reader_recordings(
    struct reader *reader, const struct recording_filter *filter,
    int (*visit)(void *arg, const struct recording_projection *row), void *arg)
{
    assert(reader && filter && visit);

    struct recording_projection row;
    struct visitor visitor = { visit, arg };
    uint32_t limit = filter->limit ? filter->limit : RECORDINGS_PRESET;
    bool has_cursor =
        filter->before_id && filter->before_id < (uint64_t)INT64_MAX;
    sqlite3_stmt *query = NULL;
    int rc = reader_query_rows(reader, list_sql, &query);
    if (rc < 0)
        return rc;

    (void)sqlite3_bind_int64(
        query, 1, has_cursor ? (int64_t)filter->before_id : INT64_MAX);
    (void)reader_bind_id(query, 2, filter->contact_id);
    (void)reader_bind_id(query, 3, filter->agent_id);
    (void)sqlite3_bind_int64(query, 4,
                             limit < RECORDINGS_MAX ? limit : RECORDINGS_MAX);
    return reader_walk(query, projection_record(PROJECTION_RECORDING), &row,
                       visit_row, &visitor);
}

static int keep(void *arg, const struct recording_projection *row)
{
    *(struct recording_projection *)arg = *row;
    return 1;
}

int reader_recording(struct reader *reader, uint64_t recording_id,
                     struct recording_projection *ret_recording)
{
    assert(reader && ret_recording);

    struct recording_projection row;
    struct visitor visitor = { keep, ret_recording };
    sqlite3_stmt *query = NULL;
    int rc = reader_query_rows(reader, one_sql, &query);
    if (rc < 0)
        return rc;

    (void)sqlite3_bind_int64(
        query, 1, recording_id > INT64_MAX ? -1 : (int64_t)recording_id);
    rc = reader_walk(query, projection_record(PROJECTION_RECORDING), &row,
                     visit_row, &visitor);
    return rc == 1 ? 0 : rc == 0 ? -ENOENT : rc;
}
