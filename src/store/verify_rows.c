/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The projections as they are stored beside those made anew. */

#include "store/verify_inside.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/pulse.h"
#include "store/db.h"

enum { WHAT_SIZE = 256 };

static const char *const row_sqls[PROJECTION_KIND_COUNT] = {
    [PROJECTION_CONTACT] = "SELECT * FROM contact ORDER BY contact_id",
    [PROJECTION_RULED] = "SELECT * FROM ruled ORDER BY seq",
    [PROJECTION_SEGMENT] = "SELECT * FROM segment ORDER BY seq",
    [PROJECTION_OFFER] = "SELECT * FROM offer ORDER BY seq",
    [PROJECTION_AGENT_INTERVAL] = "SELECT * FROM agent_interval ORDER BY"
                                  " agent_id, begins_wall_us, state, reason_id",
    [PROJECTION_INTERVAL_QUEUE] = "SELECT * FROM interval_queue ORDER BY"
                                  " queue_id, begins_wall_us",
    [PROJECTION_RECORDING] = "SELECT * FROM recording ORDER BY recording_id",
    [PROJECTION_MESSAGE] = "SELECT * FROM message ORDER BY message_id",
    [PROJECTION_DOCUMENT] = "SELECT * FROM document ORDER BY seq",
};

/* Told as "contact 7: talk_us". */
static void tell_row(struct verifier *verifier, const struct record *record,
                     sqlite3_stmt *row, const char *field)
{
    char what[WHAT_SIZE];

    (void)snprintf(what, sizeof(what), "%s %" PRId64 ": %s", record->name,
                   (int64_t)sqlite3_column_int64(row, 0), field);
    verify_tell(verifier, VERIFY_PROJECTION, what);
}

/* Column by column as stored: a value that no record can have differs, too. */
static int different_column(sqlite3_stmt *a, sqlite3_stmt *b, int columns)
{
    for (int i = 0; i < columns; i++)
        if (sqlite3_column_type(a, i) != sqlite3_column_type(b, i) ||
            strcmp(db_text(a, i), db_text(b, i)) != 0)
            return i;

    return -1;
}

static int compare_rows(struct verifier *verifier, const struct record *record,
                        sqlite3_stmt *stored, sqlite3_stmt *made)
{
    int columns = (int)record->field_count;

    for (;;) {
        int has_stored = db_step(stored);
        int has_made = db_step(made);

        pulse_beat();
        if (has_stored < 0 || has_made < 0)
            return has_stored < 0 ? has_stored : has_made;
        if (!has_stored && !has_made)
            return 0;
        if (!has_stored || !has_made) {
            tell_row(verifier, record, has_made ? made : stored,
                     has_made ? "missing" : "too much");
            return 0;
        }

        int column = different_column(stored, made, columns);
        if (column >= 0) {
            tell_row(verifier, record, stored, record->fields[column].name);
            return 0;
        }
        verifier->report->rows++;
    }
}

static int compare_projection(struct verifier *verifier,
                              enum projection_kind kind)
{
    sqlite3_stmt *stored = NULL;
    sqlite3_stmt *made = NULL;
    int rc = db_prepare(verifier->db, row_sqls[kind], &stored);

    if (rc == 0)
        rc = db_prepare(verifier->made, row_sqls[kind], &made);
    if (rc == 0)
        rc = compare_rows(verifier, projection_record(kind), stored, made);

    (void)sqlite3_finalize(stored);
    (void)sqlite3_finalize(made);
    return rc;
}

int verify_rows(struct verifier *verifier)
{
    int rc = 0;

    for (int i = 0; rc == 0 && i < PROJECTION_KIND_COUNT; i++)
        rc = compare_projection(verifier, (enum projection_kind)i);

    return rc;
}
