/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding the journal once more, and comparing all that was made from it. */

#include "store/verify.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "base/pulse.h"
#include "core/record.h"
#include "store/db.h"
#include "store/guard.h"
#include "store/journal.h"
#include "store/verify_inside.h"
#include "wire/event_json.h"
#include "wire/snapshot_json.h"

enum { DIFFERENCES_TOLD = 100 };

const char *verify_spell(enum verify_difference kind)
{
    static const char *const names[] = {
        [VERIFY_GAP] = "gap",           [VERIFY_CHAIN] = "chain",
        [VERIFY_PRIVATE] = "private",   [VERIFY_UNREADABLE] = "unreadable",
        [VERIFY_COLUMN] = "column",     [VERIFY_PROJECTION] = "projection",
        [VERIFY_SNAPSHOT] = "snapshot", [VERIFY_CLAIM] = "claim",
    };

    return names[kind];
}

void verify_tell(struct verifier *verifier, enum verify_difference kind,
                 const char *what)
{
    struct verify_report *report = verifier->report;

    if (report->differences++ < DIFFERENCES_TOLD && report->tell)
        report->tell(report->arg, kind, verifier->seq, what);
}

/* The text, if it is still there and is the one that was written. */
static const char *unmask_text(void *arg, const struct field *field,
                               const char *masked)
{
    struct verifier *verifier = arg;
    sqlite3_stmt *select = verifier->select_private;
    char hash[SHA256_TEXT_SIZE];

    db_reset(select);
    (void)sqlite3_bind_int64(select, 1, (int64_t)verifier->seq);
    (void)sqlite3_bind_text(select, 2, field->name, -1, SQLITE_STATIC);
    if (db_step(select) != 1) {
        verifier->report->erased_texts++;
        return NULL;
    }

    const char *text = db_text(select, 1);
    journal_mask(sqlite3_column_blob(select, 0),
                 (size_t)sqlite3_column_bytes(select, 0), text, hash);
    verifier->report->private_texts++;
    if (strcmp(hash, masked) != 0)
        verify_tell(verifier, VERIFY_PRIVATE, field->name);
    return text;
}

/* Whole, and yet not to be read, it is of another release, and recovery passes
   it over, too. */
static int check_snapshot(struct verifier *verifier,
                          const struct snapshot *snapshot)
{
    struct state *state = NULL;
    int rc =
        snapshot_parse(snapshot->body, strlen(snapshot->body), &state, NULL);

    if (rc < 0)
        return rc == -EBADMSG ? 0 : rc;
    verifier->report->snapshots++;

    const char *field = state_difference(state, verifier->state);
    if (field)
        verify_tell(verifier, VERIFY_SNAPSHOT, field);
    if (memcmp(snapshot->chain, verifier->chain, SHA256_SIZE) != 0)
        verify_tell(verifier, VERIFY_SNAPSHOT, "chain");

    (void)state_free(state);
    return 0;
}

/* Those that are as old as the fold now. */
static int check_snapshots(struct verifier *verifier)
{
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < verifier->snapshot_count; i++)
        if (verifier->snapshots[i].seq == verifier->seq)
            rc = check_snapshot(verifier, &verifier->snapshots[i]);

    return rc;
}

static int read_snapshots(struct verifier *verifier)
{
    uint64_t before = INT64_MAX;

    while (verifier->snapshot_count < SNAPSHOTS_KEPT) {
        struct snapshot snapshot;
        int rc = snapshot_read_before(verifier->db, before, &snapshot);

        if (rc == -ENOENT)
            break;
        if (rc < 0 && rc != -EBADMSG)
            return rc;

        before = verifier->seq = snapshot.seq;
        if (rc == 0)
            verifier->snapshots[verifier->snapshot_count++] = snapshot;
        else
            verify_tell(verifier, VERIFY_SNAPSHOT, "digest");
    }

    return 0;
}

static void check_columns(struct verifier *verifier, sqlite3_stmt *row,
                          const struct event *event)
{
    if (db_id(row, 6) != event_get_id(event, "contact_id"))
        verify_tell(verifier, VERIFY_COLUMN, "contact_id");
    if (db_id(row, 7) != event_get_id(event, "agent_id"))
        verify_tell(verifier, VERIFY_COLUMN, "agent_id");
    if (db_id(row, 8) != event_get_id(event, "queue_id"))
        verify_tell(verifier, VERIFY_COLUMN, "queue_id");
}

static void check_chain(struct verifier *verifier, sqlite3_stmt *row)
{
    const void *stored = sqlite3_column_blob(row, 5);

    journal_chain(verifier->chain, verifier->seq, sqlite3_column_int64(row, 1),
                  db_id(row, 2), db_text(row, 3), db_text(row, 4),
                  verifier->chain);
    if (sqlite3_column_bytes(row, 5) == SHA256_SIZE &&
        memcmp(stored, verifier->chain, SHA256_SIZE) == 0)
        return;

    /* Goes on with what is stored, to find each change once. */
    verify_tell(verifier, VERIFY_CHAIN, db_text(row, 3));
    if (sqlite3_column_bytes(row, 5) == SHA256_SIZE)
        memcpy(verifier->chain, stored, SHA256_SIZE);
}

static int fold_event(struct verifier *verifier, const struct event *event)
{
    uint64_t agent_id = 0;
    uint64_t contact_id = 0;
    int rc = state_reserve(verifier->state, 1);

    if (rc == 0)
        rc = change_list_reserve(&verifier->changes, 1);
    if (rc < 0)
        return rc;

    if (event->seq <= verifier->projected_seq)
        projector_fold(verifier->state, event, &verifier->changes);
    else
        state_fold(verifier->state, event);
    for (size_t i = 0; rc == 0 && i < verifier->changes.count; i++)
        rc = projector_write(&verifier->projector,
                             &verifier->changes.changes[i]);
    verifier->changes.count = 0;

    const char *claim =
        event->seq % 1000 == 0
            ? state_broken_claim(verifier->state, &agent_id, &contact_id)
            : NULL;
    if (claim)
        verify_tell(verifier, VERIFY_CLAIM, claim);
    return rc;
}

static int verify_event(struct verifier *verifier, sqlite3_stmt *row)
{
    const struct event_masks masks = { NULL, unmask_text, verifier };
    uint64_t expected = state_system(verifier->state)->seq + 1;
    struct event event = { .seq = db_id(row, 0) };
    struct mistake mistake = { .place = "" };
    const char *body = db_text(row, 4);

    event.at_us = sqlite3_column_int64(row, 1);
    event.by = db_id(row, 2);
    verifier->seq = event.seq;
    verifier->report->events++;
    pulse_beat();
    check_chain(verifier, row);

    int rc = event_parse_body(db_text(row, 3), body, strlen(body), &masks,
                              &event, &mistake);
    db_reset(verifier->select_private);
    if (rc == -EBADMSG)
        verify_tell(verifier, VERIFY_UNREADABLE, mistake.place);
    else if (event.seq != expected)
        verify_tell(verifier, VERIFY_GAP, db_text(row, 3));
    if (rc < 0 || event.seq != expected)
        return rc == -ENOMEM ? rc : -ECANCELED;

    check_columns(verifier, row, &event);
    rc = fold_event(verifier, &event);
    return rc < 0 ? rc : check_snapshots(verifier);
}

/* Behind an event that cannot be folded, nothing can be compared. */
static int verify_events(struct verifier *verifier)
{
    sqlite3_stmt *select = NULL;
    int rc = read_snapshots(verifier);

    if (rc == 0)
        rc = db_prepare(verifier->db,
                        "SELECT " JOURNAL_COLUMNS ", chain, contact_id,"
                        " agent_id, queue_id FROM event ORDER BY seq",
                        &select);
    if (rc == 0)
        rc = db_step(select);
    while (rc == 1) {
        rc = verify_event(verifier, select);
        if (rc == 0)
            rc = db_step(select);
    }

    (void)sqlite3_finalize(select);
    return rc;
}

static int open_databases(struct verifier *verifier, const char *directory,
                          struct store_problem *ret_problem)
{
    char path[STORE_PATH_SIZE];
    int rc = guard_path(directory, STORE_FILE, path);

    if (rc == 0)
        rc = guard_file(directory, false, ret_problem);
    if (rc == 0)
        return store_problem_note(ret_problem, -ENOENT, "There is no database.",
                                  path, NULL);
    if (rc > 0)
        rc = db_open(path, DB_READ, &verifier->db);
    if (rc == 0)
        rc = guard_content(verifier->db, store_migrations, path, ret_problem);
    if (rc < 0)
        return rc;

    /* "": a temporary file that goes by itself */
    rc = db_open("", DB_CREATE, &verifier->made);
    if (rc == 0)
        rc = db_run(verifier->made, "PRAGMA synchronous = OFF");
    if (rc == 0)
        rc = migrate_apply(verifier->made, store_migrations);
    if (rc == 0)
        rc = projector_init(&verifier->projector, verifier->made);
    if (rc == 0)
        rc = db_prepare(verifier->db,
                        "SELECT salt, value FROM event_private"
                        " WHERE seq = ? AND field = ?",
                        &verifier->select_private);
    if (rc == 0)
        rc = state_new(&verifier->state);
    return rc;
}

/* One read transaction, so that events and projections are of one moment. */
static int verify_all(struct verifier *verifier)
{
    int rc = db_run(verifier->db, "BEGIN");

    if (rc == 0)
        rc = db_run(verifier->made, "BEGIN");
    if (rc == 0)
        rc = projector_read_seq(verifier->db, &verifier->projected_seq);
    if (rc == 0)
        rc = verify_events(verifier);

    bool is_whole = rc == 0;
    uint64_t last = state_system(verifier->state)->seq;

    for (size_t i = 0; is_whole && i < verifier->snapshot_count; i++)
        if (verifier->snapshots[i].seq > last)
            verify_tell(verifier, VERIFY_SNAPSHOT,
                        "of an event that is not there");
    if (rc == 0)
        rc = verify_rows(verifier);

    return rc == -ECANCELED ? 0 : rc;
}

int store_verify(const char *directory, struct verify_report *report,
                 struct store_problem *ret_problem)
{
    assert(directory && report);

    struct verifier verifier = { .report = report };

    *report =
        (struct verify_report){ .tell = report->tell, .arg = report->arg };
    int rc = open_databases(&verifier, directory, ret_problem);
    if (rc == 0)
        rc = verify_all(&verifier);
    sha256_spell(verifier.chain, report->chain);

    for (size_t i = 0; i < verifier.snapshot_count; i++)
        snapshot_done(&verifier.snapshots[i]);
    change_list_done(&verifier.changes);
    (void)state_free(verifier.state);
    projector_done(&verifier.projector);
    (void)sqlite3_finalize(verifier.select_private);
    (void)db_close(verifier.db);
    (void)db_close(verifier.made);
    return rc;
}
