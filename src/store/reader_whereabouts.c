/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where contacts were last: their last stay, and the last flow they entered. */

#include <assert.h>
#include <errno.h>

#include "store/db.h"
#include "store/reader_inside.h"

static const char sql[] =
    "SELECT (SELECT place FROM segment WHERE contact_id = ?1"
    " ORDER BY seq DESC LIMIT 1),"
    " (SELECT json_extract(body, '$.flow_id') FROM event"
    " WHERE contact_id = ?1 AND type IN ('contact_arrived', 'flow_entered')"
    " ORDER BY seq DESC LIMIT 1)";

static int read_one(sqlite3_stmt *query, uint64_t contact_id,
                    struct contact_whereabouts *ret_row)
{
    (void)sqlite3_bind_int64(query, 1,
                             contact_id > INT64_MAX ? -1 : (int64_t)contact_id);

    int rc = db_step(query);
    if (rc <= 0) /* a SELECT without FROM has a row always */
        return rc < 0 ? rc : -EPROTO;

    int place = word_find(&word_list_contact_place, db_text(query, 0));
    *ret_row = (struct contact_whereabouts){
        .place = place < 0 ? PLACE_ENDED : (enum contact_place)place,
        .flow_id = db_id(query, 1),
    };
    db_reset(query);
    return 0;
}

int reader_whereabouts(struct reader *reader, const uint64_t *ids, size_t count,
                       struct contact_whereabouts *ret_rows)
{
    assert(reader && ids && ret_rows);

    sqlite3_stmt *query = NULL;
    int rc = reader_query_rows(reader, sql, &query);

    for (size_t i = 0; i < count && rc == 0; i++)
        rc = read_one(query, ids[i], &ret_rows[i]);
    (void)sqlite3_finalize(query);
    return rc;
}
