/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was to be called back, as long as the journal has their texts. */

#include <assert.h>

#include "store/db.h"
#include "store/reader_inside.h"

#define ASKED                                                                  \
    "SELECT DISTINCT json_extract(a.body, '$.callback_id'), a.seq"             \
    " FROM event a INDEXED BY event_of_callback"                               \
    " CROSS JOIN event_private p ON p.seq = a.seq"                             \
    " WHERE a.type = 'callback_asked' AND "

/* Both walk all that were ever asked for: that index has nothing else. */
static const char contact_sql[] =
    ASKED "EXISTS (SELECT 1 FROM event WHERE contact_id = ?1"
          " AND type = 'callback_began')"
          " AND json_extract(a.body, '$.callback_id') IN"
          " (SELECT json_extract(body, '$.callback_id') FROM event"
          " WHERE contact_id = ?1 AND type = 'callback_began') LIMIT ?2";
static const char number_sql[] =
    ASKED "p.field = 'number' AND p.value = ?1 LIMIT ?2";

static int read_rows(sqlite3_stmt *query, struct callback_asked *ret_rows,
                     size_t *ret_count)
{
    size_t count = 0;
    int rc;

    while ((rc = db_step(query)) == 1)
        ret_rows[count++] =
            (struct callback_asked){ db_id(query, 0), db_id(query, 1) };
    if (rc == 0)
        *ret_count = count;
    return rc;
}

int reader_callbacks(struct reader *reader, uint64_t contact_id,
                     const char *number, struct callback_asked *ret_rows,
                     size_t room, size_t *ret_count)
{
    assert(reader && ret_rows && ret_count && (contact_id || number));

    sqlite3_stmt *query = NULL;
    int rc =
        reader_query(reader, contact_id ? contact_sql : number_sql, &query);

    if (rc == 0) {
        if (contact_id)
            (void)reader_bind_id(query, 1, contact_id);
        else
            (void)reader_bind_text(query, 1, number);
        (void)sqlite3_bind_int64(query, 2, (int64_t)room);
        rc = read_rows(query, ret_rows, ret_count);
    }
    (void)sqlite3_finalize(query);
    return rc;
}
