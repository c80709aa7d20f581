/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of the calls that each rule led. */

#include <assert.h>

#include "store/db.h"
#include "store/reader_inside.h"

/* The sums of some contacts; what is not known here is for whoever knows the
   rules. */
#define SUMS(to, asked)                                                        \
    " count(*), sum(queue_id > 0), sum(answered), sum(in_time),"               \
    " sum(cause = 'abandoned'), sum(short_abandon),"                           \
    " sum(CASE WHEN answered THEN wait_us ELSE 0 END), max(wait_us),"          \
    " '', '" to "', 0, 0, 0, 0, '', '" asked "',"

/* A contact that came to match a rule again is still one. */
static const char sums_sql[] = "SELECT rule_id, rule_to," SUMS(
    "flow", "arrival") " rule_version"
                       " FROM contact WHERE arrived_wall_us >= ?1 AND "
                       "arrived_wall_us < ?2"
                       " AND outbound = 0 AND entry_id > 0"
                       " GROUP BY rule_id, rule_to, rule_version"
                       " UNION ALL "
                       "SELECT waited_by, 0," SUMS(
                           "queue",
                           "waiting") " 0"
                                      " FROM (SELECT DISTINCT ruled.rule_id AS "
                                      "waited_by, contact.contact_id,"
                                      " contact.queue_id, answered, in_time, "
                                      "cause, short_abandon, wait_us"
                                      " FROM contact JOIN ruled ON "
                                      "ruled.contact_id = contact.contact_id"
                                      " WHERE arrived_wall_us >= ?1 AND "
                                      "arrived_wall_us < ?2 AND outbound = 0)"
                                      " GROUP BY waited_by ORDER BY 1, 2, 19";

struct visitor {
    int (*visit)(void *arg, const struct shape_rule_figures *sum);
    void *arg;
};

static int visit_one(void *arg, const void *row)
{
    const struct visitor *visitor = arg;

    return visitor->visit(visitor->arg, row);
}

int reader_rule_sums(
    struct reader *reader, int64_t from_wall_us, int64_t before_wall_us,
    int (*visit)(void *arg, const struct shape_rule_figures *sum), void *arg)
{
    assert(reader && visit);

    struct shape_rule_figures row;
    struct visitor visitor = { visit, arg };
    sqlite3_stmt *query = NULL;
    int rc = reader_query_rows(reader, sums_sql, &query);
    if (rc < 0)
        return rc;

    (void)sqlite3_bind_int64(query, 1, from_wall_us);
    (void)sqlite3_bind_int64(query, 2, before_wall_us);
    return reader_walk(query, shape_record(SHAPE_RULE_FIGURES), &row, visit_one,
                       &visitor);
}
