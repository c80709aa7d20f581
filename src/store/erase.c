/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing private texts, everywhere at once. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "store/snapshot.h"
#include "store/store_inside.h"
#include "wire/snapshot_json.h"

static const char *const erase_sqls[] = {
    "DELETE FROM event_private WHERE seq = ?",
    "UPDATE contact SET caller = '', caller_name = '' WHERE arrived_seq = ?",
    "UPDATE segment SET note = '' WHERE note_seq = ?",
};

static int erase_rows(struct store *store, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    int rc = db_prepare(store->db, sql, &statement);

    for (size_t i = 0; rc == 0 && i < store->erase_count; i++) {
        (void)sqlite3_bind_int64(statement, 1, (int64_t)store->erase_seqs[i]);
        rc = db_finish(statement);
    }

    (void)sqlite3_finalize(statement);
    return rc;
}

/* The event itself, to know whose row of the state has the text. */
static int read_event(struct store *store, uint64_t seq,
                      struct event *ret_event)
{
    struct journal_reader reader;
    sqlite3_stmt *select = NULL;
    int rc = journal_reader_init(&reader, store->db);

    if (rc == 0)
        rc = db_prepare(store->db,
                        "SELECT " JOURNAL_COLUMNS " FROM event WHERE seq = ?",
                        &select);
    if (rc == 0) {
        (void)sqlite3_bind_int64(select, 1, (int64_t)seq);
        rc = db_step(select);
    }
    if (rc == 1)
        rc = journal_decode(&reader, select, ret_event, NULL);
    else if (rc == 0)
        rc = -ENOENT;

    (void)sqlite3_finalize(select);
    journal_reader_done(&reader);
    return rc;
}

static void blank(const struct record *record, void *row)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (record->fields[i].privacy == PRIVATE)
            (void)field_set_text(&record->fields[i], row, "");
}

/* The state's own rows are shown as const: this is the one place besides the
   fold that changes them, and only blanks what no fold looks at. */
static void blank_in_state(const struct state *shadow,
                           const struct event *event)
{
    uint64_t contact_id = event_get_id(event, "contact_id");
    const void *contact = state_contact(shadow, contact_id);
    const struct desk_row *desk =
        state_desk(shadow, event_get_id(event, "agent_id"));

    if ((event->type == EVENT_CONTACT_ARRIVED ||
         event->type == EVENT_CONTACT_DIALLED ||
         event->type == EVENT_TRANSFER_ASKED) &&
        contact)
        blank(row_record(ROW_CONTACT), (void *)contact);
    if (event->type == EVENT_NOTE_KEPT && desk &&
        desk->contact_id == contact_id)
        blank(row_record(ROW_DESK), (void *)desk);

    for (int i = 0; i < document_kind_count; i++) {
        enum document_kind kind = (enum document_kind)i;
        const struct document_kind_info *info = document_kind_info(kind);
        const void *document =
            event->type == info->set_event
                ? state_document(shadow, kind, event_get_id(event, "id"))
                : NULL;

        if (document && record_is_same(info->record, document, &event->as))
            blank(info->record, (void *)document);
    }
}

static int write_erasure(struct store *store)
{
    struct snapshot snapshot = { .body = NULL };
    int rc = store_project(store);

    for (size_t i = 0; rc == 0 && i < store->erase_count; i++) {
        struct event event;

        rc = read_event(store, store->erase_seqs[i], &event);
        if (rc == 0)
            blank_in_state(store->shadow, &event);
        else if (rc == -ENOENT)
            rc = 0;
    }

    for (size_t i = 0;
         rc == 0 && i < sizeof(erase_sqls) / sizeof(erase_sqls[0]); i++)
        rc = erase_rows(store, erase_sqls[i]);
    if (rc == 0)
        rc = snapshot_make(store->shadow, store->chain, &snapshot);
    if (rc == 0)
        rc = snapshot_write_alone(store->db, &snapshot);

    snapshot_done(&snapshot);
    return rc;
}

/* The log, too, must forget the pages as they were. */
static int empty_log(struct store *store)
{
    int code = sqlite3_wal_checkpoint_v2(
        store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);

    store->wal_pages = store->wal_moved = 0;
    return code == SQLITE_BUSY ? 0 : db_result(store->db, code);
}

void store_erase_run(struct store *store)
{
    int rc = store_transact(store, write_erasure);

    if (rc == 0) {
        store_project_done(store);
        store->last_snapshot = state_system(store->shadow)->seq;
        rc = empty_log(store);
        if (rc == -EIO)
            store_die(store, "the disk failed to keep an erasure");
    }

    (void)pthread_mutex_lock(&store->lock);
    struct store_order order = store->erase_order;
    store->erase_order.is_given = false;
    free(store->erase_seqs);
    store->erase_seqs = NULL;
    (void)pthread_mutex_unlock(&store->lock);
    order.done(order.arg, rc);
}
