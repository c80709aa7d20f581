/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts, what they lived through, and sums over intervals. */

#include <assert.h>
#include <errno.h>

#include "store/db.h"
#include "store/reader_inside.h"

enum { CONTACTS_MAX = 1000, CONTACTS_PRESET = 100 };

/* NULL is any; ?8 is NULL, 0 (live) or 1 (ended). */
#define CONTACTS(index, first, order)                                          \
    "SELECT * FROM contact INDEXED BY " index " WHERE " first                  \
    " AND arrived_wall_us >= ?2"                                               \
    " AND (?4 IS NULL OR queue_id = ?4)"                                       \
    " AND (?5 IS NULL OR EXISTS (SELECT 1 FROM segment"                        \
    " WHERE segment.contact_id = contact.contact_id"                           \
    " AND segment.agent_id = ?5))"                                             \
    " AND (?6 IS NULL OR caller = ?6) AND (?7 IS NULL OR called = ?7)"         \
    " AND (?8 IS NULL OR ended = ?8) AND (?9 IS NULL OR cause = ?9)"           \
    " AND (?11 = 0 OR (entry_id <> 0 AND outbound = 0))"                       \
    " ORDER BY " order " LIMIT ?10"

/* Each in the order of its index, so that nothing is sorted, and nothing is read
   that is behind the last one shown. */
#define BY_WALL(index)                                                         \
    CONTACTS(index, "(arrived_wall_us, contact_id) < (?3, ?1)",                \
             "arrived_wall_us DESC, contact_id DESC")
#define BY_ID(index, first)                                                    \
    CONTACTS(index, first " AND contact_id < ?1 AND arrived_wall_us < ?3",     \
             "contact_id DESC")

static const char any_sql[] = BY_WALL("contact_by_wall");
static const char caller_sql[] = BY_ID("contact_by_caller", "caller = ?6");
static const char live_sql[] = BY_ID("contact_live", "ended = 0");

/* The cursor, or whoever came next where there is none of that id. */
static const char cursor_sql[] =
    "SELECT arrived_wall_us, contact_id FROM contact WHERE contact_id >= ?1"
    " ORDER BY contact_id LIMIT 1";

/* The typed visitors differ from the plain one in the pointer's type only; C
   forbids calling one as the other, so each has its own small step. */
struct visitor {
    union {
        int (*contact)(void *arg, const struct contact_projection *row);
        int (*segment)(void *arg, const struct segment_projection *row);
        int (*offer)(void *arg, const struct offer_projection *row);
        int (*queue)(void *arg, const struct interval_queue_projection *row);
        int (*agent)(void *arg, const struct agent_interval_projection *row);
    } visit;
    void *arg;
};

static int visit_contact(void *arg, const void *row)
{
    const struct visitor *visitor = arg;

    return visitor->visit.contact(visitor->arg, row);
}

static int visit_segment(void *arg, const void *row)
{
    const struct visitor *visitor = arg;

    return visitor->visit.segment(visitor->arg, row);
}

static int visit_offer(void *arg, const void *row)
{
    const struct visitor *visitor = arg;

    return visitor->visit.offer(visitor->arg, row);
}

static int visit_queue(void *arg, const void *row)
{
    const struct visitor *visitor = arg;

    return visitor->visit.queue(visitor->arg, row);
}

static int visit_agent(void *arg, const void *row)
{
    const struct visitor *visitor = arg;

    return visitor->visit.agent(visitor->arg, row);
}

/* Where a page begins: behind both, by the order of its index. */
struct cursor {
    int64_t wall_us, id;
};

static int64_t or_last(int64_t number)
{
    return number > 0 ? number : INT64_MAX;
}

static bool is_by_id(const struct contact_filter *filter)
{
    return filter->caller || filter->is_ended < 0;
}

static int find_cursor(struct reader *reader,
                       const struct contact_filter *filter,
                       struct cursor *ret_cursor)
{
    int64_t before_us = or_last(filter->before_wall_us);
    int64_t before_id = or_last((int64_t)filter->before_id);
    sqlite3_stmt *query = NULL;

    *ret_cursor =
        (struct cursor){ before_us, is_by_id(filter) ? before_id : 0 };
    if (is_by_id(filter) || before_id == INT64_MAX)
        return 0;

    int rc = reader_query_rows(reader, cursor_sql, &query);
    if (rc == 0) {
        (void)sqlite3_bind_int64(query, 1, before_id);
        rc = db_step(query);
    }
    if (rc == 1 && sqlite3_column_int64(query, 0) < before_us)
        *ret_cursor = (struct cursor){ sqlite3_column_int64(query, 0),
                                       sqlite3_column_int64(query, 1) };
    (void)sqlite3_finalize(query);
    return rc < 0 ? rc : 0;
}

static void bind_contacts(sqlite3_stmt *query,
                          const struct contact_filter *filter,
                          const struct cursor *cursor)
{
    uint32_t limit = filter->limit ? filter->limit : CONTACTS_PRESET;

    (void)sqlite3_bind_int64(query, 1, cursor->id);
    (void)sqlite3_bind_int64(query, 2, filter->from_wall_us);
    (void)sqlite3_bind_int64(query, 3, cursor->wall_us);
    (void)reader_bind_id(query, 4, filter->queue_id);
    (void)reader_bind_id(query, 5, filter->agent_id);
    (void)reader_bind_text(query, 6, filter->caller);
    (void)reader_bind_text(query, 7, filter->called);
    if (filter->is_ended)
        (void)sqlite3_bind_int(query, 8, filter->is_ended > 0);
    (void)reader_bind_text(query, 9, filter->cause);
    (void)sqlite3_bind_int64(query, 10,
                             limit < CONTACTS_MAX ? limit : CONTACTS_MAX);
    (void)sqlite3_bind_int(query, 11, filter->by_entry);
}

int reader_contacts(struct reader *reader, const struct contact_filter *filter,
                    int (*visit)(void *arg,
                                 const struct contact_projection *contact),
                    void *arg)
{
    assert(reader && filter && visit);

    struct contact_projection row;
    struct visitor visitor = { .visit.contact = visit, .arg = arg };
    sqlite3_stmt *query = NULL;
    const char *sql = filter->caller         ? caller_sql
                      : filter->is_ended < 0 ? live_sql
                                             : any_sql;
    struct cursor cursor;
    int rc = find_cursor(reader, filter, &cursor);

    if (rc == 0)
        rc = reader_query_rows(reader, sql, &query);
    if (rc < 0)
        return rc;

    bind_contacts(query, filter, &cursor);
    return reader_walk(query, projection_record(PROJECTION_CONTACT), &row,
                       visit_contact, &visitor);
}

/* A query by the contact's id alone. */
static int query_contact(struct reader *reader, const char *sql,
                         uint64_t contact_id, sqlite3_stmt **ret_query)
{
    int rc = reader_query_rows(reader, sql, ret_query);

    if (rc == 0)
        (void)sqlite3_bind_int64(
            *ret_query, 1, contact_id > INT64_MAX ? -1 : (int64_t)contact_id);
    return rc;
}

static int keep_contact(void *arg, const struct contact_projection *contact)
{
    *(struct contact_projection *)arg = *contact;
    return 1;
}

int reader_contact(struct reader *reader, uint64_t contact_id,
                   struct contact_projection *ret_contact)
{
    assert(reader && ret_contact);

    struct contact_projection row;
    struct visitor visitor = { .visit.contact = keep_contact,
                               .arg = ret_contact };
    sqlite3_stmt *query = NULL;
    int rc = query_contact(reader, "SELECT * FROM contact WHERE contact_id = ?",
                           contact_id, &query);
    if (rc < 0)
        return rc;

    rc = reader_walk(query, projection_record(PROJECTION_CONTACT), &row,
                     visit_contact, &visitor);
    return rc == 1 ? 0 : rc == 0 ? -ENOENT : rc;
}

int reader_segments(struct reader *reader, uint64_t contact_id,
                    int (*visit)(void *arg,
                                 const struct segment_projection *segment),
                    void *arg)
{
    assert(reader && visit);

    struct segment_projection row;
    struct visitor visitor = { .visit.segment = visit, .arg = arg };
    sqlite3_stmt *query = NULL;
    int rc = query_contact(
        reader, "SELECT * FROM segment WHERE contact_id = ? ORDER BY seq",
        contact_id, &query);
    if (rc < 0)
        return rc;

    return reader_walk(query, projection_record(PROJECTION_SEGMENT), &row,
                       visit_segment, &visitor);
}

int reader_offers(struct reader *reader, uint64_t contact_id,
                  int (*visit)(void *arg, const struct offer_projection *offer),
                  void *arg)
{
    assert(reader && visit);

    struct offer_projection row;
    struct visitor visitor = { .visit.offer = visit, .arg = arg };
    sqlite3_stmt *query = NULL;
    int rc = query_contact(
        reader, "SELECT * FROM offer WHERE contact_id = ? ORDER BY seq",
        contact_id, &query);
    if (rc < 0)
        return rc;

    return reader_walk(query, projection_record(PROJECTION_OFFER), &row,
                       visit_offer, &visitor);
}

/* A query by an id, or NULL for all, and a time of intervals. */
static int query_sums(struct reader *reader, const char *sql, uint64_t id,
                      int64_t from_wall_us, int64_t before_wall_us,
                      sqlite3_stmt **ret_query)
{
    int rc = reader_query_rows(reader, sql, ret_query);
    if (rc < 0)
        return rc;

    (void)reader_bind_id(*ret_query, 1, id);
    (void)sqlite3_bind_int64(*ret_query, 2, from_wall_us);
    (void)sqlite3_bind_int64(*ret_query, 3, before_wall_us);
    return 0;
}

int reader_queue_sums(struct reader *reader, uint64_t queue_id,
                      int64_t from_wall_us, int64_t before_wall_us,
                      int (*visit)(void *arg,
                                   const struct interval_queue_projection *sum),
                      void *arg)
{
    assert(reader && visit);

    struct interval_queue_projection row;
    struct visitor visitor = { .visit.queue = visit, .arg = arg };
    sqlite3_stmt *query = NULL;
    int rc = query_sums(
        reader,
        "SELECT queue_id, ?2, sum(offered), sum(answered),"
        " sum(answered_in_time), sum(abandoned), sum(short_abandoned),"
        " sum(overflowed), sum(refused_full), sum(missed_offers),"
        " sum(answer_wait_us), sum(abandon_wait_us), max(longest_wait_us),"
        " sum(talk_us), sum(hold_us), sum(acw_us), sum(handled)"
        " FROM interval_queue WHERE (?1 IS NULL OR queue_id = ?1)"
        " AND begins_wall_us >= ?2 AND begins_wall_us < ?3"
        " GROUP BY queue_id ORDER BY queue_id",
        queue_id, from_wall_us, before_wall_us, &query);
    if (rc < 0)
        return rc;

    return reader_walk(query, projection_record(PROJECTION_INTERVAL_QUEUE),
                       &row, visit_queue, &visitor);
}

int reader_agent_sums(struct reader *reader, uint64_t agent_id,
                      int64_t from_wall_us, int64_t before_wall_us,
                      int (*visit)(void *arg,
                                   const struct agent_interval_projection *sum),
                      void *arg)
{
    assert(reader && visit);

    struct agent_interval_projection row;
    struct visitor visitor = { .visit.agent = visit, .arg = arg };
    sqlite3_stmt *query = NULL;
    int rc =
        query_sums(reader,
                   "SELECT agent_id, ?2, state, reason_id, sum(for_us)"
                   " FROM agent_interval WHERE (?1 IS NULL OR agent_id = ?1)"
                   " AND begins_wall_us >= ?2 AND begins_wall_us < ?3"
                   " GROUP BY agent_id, state, reason_id"
                   " ORDER BY agent_id, state, reason_id",
                   agent_id, from_wall_us, before_wall_us, &query);
    if (rc < 0)
        return rc;

    return reader_walk(query, projection_record(PROJECTION_AGENT_INTERVAL),
                       &row, visit_agent, &visitor);
}
