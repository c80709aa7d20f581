/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recordings by an index, and one of them. */

#include <assert.h>
#include <errno.h>

#include "store/db.h"
#include "store/reader_inside.h"

enum { RECORDINGS_MAX = 1000, RECORDINGS_PRESET = 100 };

/* NULL is any. What the cursor's own row has is looked up: it is never taken
   away, so that a page begins where the one before ended. */
#define LIST(first)                                                            \
    "SELECT * FROM recording " first " (?2 IS NULL OR contact_id = ?2)"        \
    " AND (?3 IS NULL OR agent_id = ?3) AND (?5 = 0 OR box_id = 0)"
#define AFTER(key, than)                                                       \
    " AND (" key ", recording_id) " than " (SELECT " key ", recording_id"      \
    " FROM recording WHERE recording_id = ?1)"
#define BY(key, way) " ORDER BY " key " " way ", recording_id " way " LIMIT ?4"
#define BY_ID(way)   " ORDER BY recording_id " way " LIMIT ?4"

/* clang-format off */
/* From the highest on, or the lowest; the first page, or another. */
#define IDS(first)                                                             \
    { { LIST(first) BY_ID("DESC"),                                             \
        LIST(first) " AND recording_id < ?1" BY_ID("DESC") },                  \
      { LIST(first) BY_ID("ASC"),                                              \
        LIST(first) " AND recording_id > ?1" BY_ID("ASC") } }
#define KEYS(first, key)                                                       \
    { { LIST(first) BY(key, "DESC"),                                           \
        LIST(first) AFTER(key, "<") BY(key, "DESC") },                         \
      { LIST(first) BY(key, "ASC"),                                            \
        LIST(first) AFTER(key, ">") BY(key, "ASC") } }
#define ORDERS(first)                                                          \
    { [RECORDINGS_BY_ID] = IDS(first),                                         \
      [RECORDINGS_BY_CONTACT] = KEYS(first, "contact_id"),                     \
      [RECORDINGS_BY_AGENT] = KEYS(first, "agent_id") }
/* clang-format on */

/* Those of a contact, or of an agent, are read by its index: whoever looks at
   one contact must not read those of all. */
enum whose { ANYBODYS, CONTACTS, AGENTS, WHOSE_COUNT };

static const char *const list_sqls[WHOSE_COUNT][3][2][2] = {
    [ANYBODYS] = ORDERS("WHERE"),
    [CONTACTS] = ORDERS("INDEXED BY recording_by_contact WHERE contact_id = ?2"
                        " AND"),
    [AGENTS] = ORDERS("INDEXED BY recording_by_agent WHERE agent_id = ?3 AND"),
};

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
    bool has_cursor = filter->cursor_id != 0;
    sqlite3_stmt *query = NULL;
    enum whose whose = filter->contact_id ? CONTACTS
                       : filter->agent_id ? AGENTS
                                          : ANYBODYS;
    int rc = reader_query_rows(
        reader,
        list_sqls[whose][filter->order][filter->is_ascending][has_cursor],
        &query);
    if (rc < 0)
        return rc;

    if (has_cursor)
        (void)sqlite3_bind_int64(query, 1,
                                 filter->cursor_id > INT64_MAX
                                     ? INT64_MAX
                                     : (int64_t)filter->cursor_id);
    (void)reader_bind_id(query, 2, filter->contact_id);
    (void)reader_bind_id(query, 3, filter->agent_id);
    (void)sqlite3_bind_int64(query, 4,
                             limit < RECORDINGS_MAX ? limit : RECORDINGS_MAX);
    (void)sqlite3_bind_int64(query, 5, filter->talks_only);
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
