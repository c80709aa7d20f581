/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing private texts, everywhere at once. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "store/db.h"
#include "store/erased.h"
#include "store/snapshot.h"
#include "store/store_inside.h"
#include "wire/snapshot_json.h"

enum { AGAIN_US = 20000 };

static const char *const erase_sqls[] = {
    "DELETE FROM event_private WHERE seq = ?",
    "UPDATE contact SET caller = '', caller_name = '' WHERE arrived_seq = ?",
    "UPDATE segment SET note = '' WHERE note_seq = ?",
    "UPDATE message SET note = '' WHERE note_seq = ?",
    "UPDATE message SET said = '' WHERE said_seq = ?",
};

static int erase_rows(struct store *store, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    int rc = db_prepare(store->db, sql, &statement);

    for (size_t i = 0; rc == 0 && i < store->erase.count; i++) {
        (void)sqlite3_bind_int64(statement, 1, (int64_t)store->erase.seqs[i]);
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

/* Agents remember who called them last. */
static void blank_last_caller(const struct state *shadow, uint64_t contact_id)
{
    for (size_t i = 0; i < state_row_count(shadow, ROW_DESK); i++) {
        const struct desk_row *desk = state_row_at(shadow, ROW_DESK, i);

        if (contact_id && desk->last_contact == contact_id)
            ((struct desk_row *)desk)->last_caller =
                (struct phone_number){ "" };
    }
}

/* So does the place that was kept. */
static void blank_kept_place(const struct state *shadow, uint64_t contact_id)
{
    for (size_t i = 0; i < state_row_count(shadow, ROW_KEPT_PLACE); i++) {
        const struct kept_place_row *kept =
            state_row_at(shadow, ROW_KEPT_PLACE, i);

        if (kept->contact_id == contact_id)
            ((struct kept_place_row *)kept)->caller =
                (struct phone_number){ "" };
    }
}

static void blank_contact(const struct state *shadow, void *contact,
                          uint64_t contact_id)
{
    const struct talk_row *talk = state_talk(shadow, contact_id);
    const struct label *name = state_caller_name(shadow, contact_id);

    if (name->text[0])
        *(struct label *)name = (struct label){ "" };
    blank(row_record(ROW_CONTACT), contact);
    if (talk->contact_id)
        blank(row_record(ROW_TALK), (void *)talk);
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
    const void *callback =
        state_callback(shadow, event_get_id(event, "callback_id"));

    if ((event->type == EVENT_CONTACT_ARRIVED ||
         event->type == EVENT_CONTACT_DIALLED ||
         event->type == EVENT_CALLBACK_BEGAN ||
         event->type == EVENT_TRANSFER_ASKED ||
         event->type == EVENT_CONSULT_ASKED ||
         event->type == EVENT_CALL_DIVERTED) &&
        contact)
        blank_contact(shadow, (void *)contact, contact_id);
    if (event->type == EVENT_NOTE_KEPT && desk &&
        desk->contact_id == contact_id)
        ((struct desk_row *)desk)->note = (struct note){ "" };

    if (event->type == EVENT_CONTACT_ARRIVED)
        blank_last_caller(shadow, contact_id);
    if (event->type == EVENT_CALLBACK_ASKED && callback)
        blank(row_record(ROW_CALLBACK), (void *)callback);
    if (event->type == EVENT_CONTACT_ARRIVED)
        blank_kept_place(shadow, contact_id);

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

#define TEXTS_WHERE(which)                                                     \
    "SELECT p.seq, SUM(p.value <> '') FROM event e"                            \
    " JOIN event_private p ON p.seq = e.seq WHERE " which " GROUP BY p.seq"

static const char contact_sql[] = TEXTS_WHERE("e.contact_id = ?");
static const char callback_sql[] =
    TEXTS_WHERE("e.seq = ? AND e.type = 'callback_asked'");

/* Collects the events of one contact, or callback, that have private texts
   left. */
static int find_texts(struct erase_order *erase, sqlite3_stmt *select,
                      uint64_t id, struct store_erasure *contact)
{
    int rc;

    contact->texts = 0;
    (void)sqlite3_bind_int64(select, 1, (int64_t)id);
    while ((rc = db_step(select)) == 1) {
        uint64_t *seqs =
            realloc(erase->seqs, (erase->count + 1) * sizeof(*seqs));

        if (!seqs) {
            db_reset(select);
            return -ENOMEM;
        }
        erase->seqs = seqs;
        erase->seqs[erase->count++] = db_id(select, 0);
        contact->texts += db_id(select, 1);
    }
    return rc;
}

static int find_all_texts(struct store *store)
{
    struct erase_order *erase = &store->erase;
    sqlite3_stmt *of_contact = NULL;
    sqlite3_stmt *of_callback = NULL;
    int rc = db_prepare(store->db, contact_sql, &of_contact);

    if (rc == 0)
        rc = db_prepare(store->db, callback_sql, &of_callback);
    erase->count = 0;
    for (size_t i = 0; rc == 0 && i < erase->contact_count; i++) {
        struct store_erasure *one = &erase->contacts[i];

        rc = one->callback_id
                 ? find_texts(erase, of_callback, one->asked_seq, one)
                 : find_texts(erase, of_contact, one->contact_id, one);
    }

    (void)sqlite3_finalize(of_callback);
    (void)sqlite3_finalize(of_contact);
    return rc;
}

static int blank_shadow(struct store *store)
{
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < store->erase.count; i++) {
        struct event event;

        rc = read_event(store, store->erase.seqs[i], &event);
        if (rc == 0)
            blank_in_state(store->shadow, &event);
        else if (rc == -ENOENT)
            rc = 0;
    }
    return rc;
}

static int write_erasure(struct store *store)
{
    struct snapshot snapshot = { .body = NULL };
    int rc = store_project(store);

    if (rc == 0 && store->erase.contacts)
        rc = find_all_texts(store);
    if (rc == 0)
        rc = blank_shadow(store);
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

static int write_once(struct store *store)
{
    struct erase_order *erase = &store->erase;
    int rc = 0;

    if (!erase->is_written && erase->contacts)
        rc = erased_add(store->directory, store->db, erase->contacts,
                        erase->contact_count);
    if (rc == 0 && !erase->is_written)
        rc = store_transact(store, write_erasure);

    if (rc == 0 && !erase->is_written) {
        store_project_done(store);
        store->last_snapshot = state_system(store->shadow)->seq;
        erase->is_written = true;
        erase->give_up_us = clock_boot_us() + (int64_t)STORE_ERASE_MS * 1000;
    }
    return rc;
}

/* The log, too, must forget the pages as they were. */
static int empty_log(struct store *store)
{
    int code = sqlite3_wal_checkpoint_v2(
        store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    int rc = db_result(store->db, code);

    if (rc == -EIO)
        store_die(store, "the disk failed to keep an erasure");
    if (rc == 0)
        store->wal_pages = store->wal_moved = 0;
    return rc;
}

/* Somebody still reads what is in the log: readers are soon done. */
static bool may_try_again(struct store *store)
{
    int64_t now_us = clock_boot_us();

    (void)pthread_mutex_lock(&store->lock);
    bool may = !store->is_stopping && now_us < store->erase.give_up_us;
    store->erase.next_us = now_us + AGAIN_US;
    (void)pthread_mutex_unlock(&store->lock);
    return may;
}

bool store_erase_is_due(const struct store *store)
{
    return store->erase_order.is_given &&
           (store->is_stopping || clock_boot_us() >= store->erase.next_us);
}

void store_erase_step(struct store *store)
{
    if (atomic_load(&store->committed) < store->erase.after_ticket)
        return;

    int rc = write_once(store);
    if (rc == 0)
        rc = empty_log(store);
    if (rc == -EBUSY && may_try_again(store))
        return;

    (void)pthread_mutex_lock(&store->lock);
    struct store_order order = store->erase_order;
    store->erase_order.is_given = false;
    free(store->erase.seqs);
    store->erase = (struct erase_order){ .seqs = NULL };
    (void)pthread_mutex_unlock(&store->lock);
    order.done(order.arg, rc);
    store_signal(store);
}
