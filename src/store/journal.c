/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing and reading the journal's rows. */

#include "store/journal.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "store/db.h"
#include "wire/event_json.h"

int journal_writer_init(struct journal_writer *writer, sqlite3 *db)
{
    *writer = (struct journal_writer){ NULL, NULL };

    int rc = db_prepare(db,
                        "INSERT INTO event (seq, at_us, by_user, type, body,"
                        " chain, contact_id, agent_id, queue_id)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        &writer->insert_event);
    if (rc == 0)
        rc = db_prepare(db,
                        "INSERT INTO event_private (seq, field, salt, value)"
                        " VALUES (?, ?, ?, ?)",
                        &writer->insert_private);
    return rc;
}

void journal_writer_done(struct journal_writer *writer)
{
    (void)sqlite3_finalize(writer->insert_event);
    (void)sqlite3_finalize(writer->insert_private);
    *writer = (struct journal_writer){ NULL, NULL };
}

static int write_private(sqlite3_stmt *insert, uint64_t seq,
                         const struct entry_private *apart)
{
    (void)sqlite3_bind_int64(insert, 1, (int64_t)seq);
    (void)sqlite3_bind_text(insert, 2, apart->field, -1, SQLITE_STATIC);
    (void)sqlite3_bind_blob(insert, 3, apart->salt, sizeof(apart->salt),
                            SQLITE_STATIC);
    (void)sqlite3_bind_text(insert, 4, apart->text, -1, SQLITE_STATIC);
    return db_finish(insert);
}

int journal_write(struct journal_writer *writer, const struct entry *entry)
{
    sqlite3_stmt *insert = writer->insert_event;

    (void)sqlite3_bind_int64(insert, 1, (int64_t)entry->seq);
    (void)sqlite3_bind_int64(insert, 2, entry->at_us);
    (void)sqlite3_bind_int64(insert, 3, (int64_t)entry->by);
    (void)sqlite3_bind_text(insert, 4, entry->type, -1, SQLITE_STATIC);
    (void)sqlite3_bind_text(insert, 5, entry->body, -1, SQLITE_STATIC);
    (void)sqlite3_bind_blob(insert, 6, entry->chain, sizeof(entry->chain),
                            SQLITE_STATIC);
    (void)db_bind_id_or_null(insert, 7, entry->contact_id);
    (void)db_bind_id_or_null(insert, 8, entry->agent_id);
    (void)db_bind_id_or_null(insert, 9, entry->queue_id);

    int rc = db_finish(insert);

    for (size_t i = 0; rc == 0 && i < entry->private_count; i++)
        rc = write_private(writer->insert_private, entry->seq,
                           &entry->privates[i]);
    return rc;
}

int journal_reader_init(struct journal_reader *reader, sqlite3 *db)
{
    *reader = (struct journal_reader){ .select_private = NULL };

    return db_prepare(db,
                      "SELECT value FROM event_private"
                      " WHERE seq = ? AND field = ?",
                      &reader->select_private);
}

void journal_reader_done(struct journal_reader *reader)
{
    (void)sqlite3_finalize(reader->select_private);
    reader->select_private = NULL;
}

static const char *unmask_text(void *arg, const struct field *field,
                               const char *masked)
{
    struct journal_reader *reader = arg;
    sqlite3_stmt *select = reader->select_private;

    (void)masked;
    (void)sqlite3_bind_int64(select, 1, (int64_t)reader->seq);
    (void)sqlite3_bind_text(select, 2, field->name, -1, SQLITE_STATIC);

    int rc = db_step(select);
    if (rc < 0)
        reader->rc = rc;
    if (rc != 1)
        return NULL;

    (void)snprintf(reader->text, sizeof(reader->text), "%s",
                   db_text(select, 0));
    db_reset(select);
    return reader->text;
}

int journal_decode(struct journal_reader *reader, sqlite3_stmt *row,
                   struct event *ret_event, struct mistake *ret_mistake)
{
    assert(reader && row && ret_event);

    const struct event_masks masks = { NULL, unmask_text, reader };
    const char *body = db_text(row, 4);
    struct event event = { .seq = db_id(row, 0) };

    event.at_us = sqlite3_column_int64(row, 1);
    event.by = db_id(row, 2);
    reader->seq = event.seq;
    reader->rc = 0;

    int rc = event_parse_body(db_text(row, 3), body, strlen(body), &masks,
                              &event, ret_mistake);
    if (reader->rc < 0)
        return reader->rc;
    if (rc == 0)
        *ret_event = event;
    return rc;
}
