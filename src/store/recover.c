/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Giving a new core, and the store's shadow, what is stored. */

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/library.h"
#include "store/db.h"
#include "store/snapshot.h"
#include "store/store_inside.h"
#include "wire/caller_text.h"
#include "wire/flow_text.h"
#include "wire/snapshot_json.h"

enum { TOLD_EVERY = 4096 }; /* events */

struct loading {
    struct core *core;
    char *detail;
    struct flow_program *program; /* room for one, of flows */
};

/* After the journal, for those that are in use: of drafts and of older versions
   more may lie there than a core takes. The key is the digest of the text as it
   was stored; how this release would write the flow does not matter. */
static int add_flow(void *arg, const char *key, const void *value,
                    size_t length)
{
    struct loading *loading = arg;
    struct mistake mistake = { .code = MISTAKE_NONE };
    unsigned char digest[SHA256_SIZE];
    char text[SHA256_TEXT_SIZE];

    if (!state_names_program(core_state(loading->core), key))
        return 0;

    sha256_of(value, length, digest);
    sha256_spell(digest, text);
    int rc = strcmp(text, key) == 0 ? 0 : -EBADMSG;

    if (rc == 0)
        rc = flow_text_parse(value, length, NULL, loading->program, NULL,
                             &mistake);
    if (rc == 0) {
        memcpy(loading->program->digest.text, text, sizeof(text));
        rc = core_add_program(loading->core, loading->program);
    }
    if (rc < 0)
        (void)snprintf(loading->detail, STORE_PROBLEM_DETAIL_SIZE,
                       "flow %s: %s", key, mistake.place);
    return rc;
}

/* What a stack has touched stays with the process: half a megabyte is none for
   it. */
static int add_flows(struct store *store, struct loading *loading)
{
    int rc = -ENOMEM;

    loading->program = malloc(sizeof(*loading->program));
    if (loading->program)
        rc = side_each(store->db, SIDE_FLOW_TEXT, add_flow, loading);

    free(loading->program);
    return rc;
}

/* After the journal as well. */
static int add_list(void *arg, const char *key, const void *value,
                    size_t length)
{
    struct loading *loading = arg;
    struct caller_list *list = NULL;

    if (!state_names_list(core_state(loading->core), key))
        return 0;

    int rc = caller_text_parse(value, length, &list);
    if (rc == 0 && strcmp(list->digest, key) != 0)
        rc = -EBADMSG;
    if (rc == 0)
        rc = core_add_list(loading->core, list);
    if (rc < 0)
        (void)snprintf(loading->detail, STORE_PROBLEM_DETAIL_SIZE,
                       "caller list %s", key);
    free(list);
    return rc;
}

/* Both from one text: they must not share memory. */
static int adopt_both(struct store *store, struct core *core,
                      const struct snapshot *snapshot)
{
    struct state *for_core = NULL;
    struct state *for_shadow = NULL;
    size_t length = strlen(snapshot->body);
    int rc = snapshot_parse(snapshot->body, length, &for_core, NULL);

    if (rc == 0)
        rc = snapshot_parse(snapshot->body, length, &for_shadow, NULL);
    if (rc == 0)
        rc = core_adopt(core, for_core);
    if (rc < 0) {
        (void)state_free(for_core);
        (void)state_free(for_shadow);
        return rc;
    }

    (void)state_free(store->shadow);
    store->shadow = for_shadow;
    store->last_snapshot = snapshot->seq;
    store->past.snapshot_seq = snapshot->seq;
    memcpy(store->chain, snapshot->chain, SHA256_SIZE);
    return 0;
}

/* The newest that can be read, and that is no newer than the projections; for
   none, from the first event on. */
static int adopt_snapshot(struct store *store, struct core *core)
{
    uint64_t before = store->projected_seq + 1;
    int rc;

    for (;;) {
        struct snapshot snapshot;

        rc = snapshot_read_before(store->db, before, &snapshot);
        if (rc == 0)
            rc = adopt_both(store, core, &snapshot);
        snapshot_done(&snapshot);
        if (rc != -EBADMSG)
            break;

        store->past.bad_snapshots++;
        before = snapshot.seq;
    }

    return rc == -ENOENT ? 0 : rc;
}

static int recover_event(struct store *store, struct core *core,
                         struct journal_reader *reader, sqlite3_stmt *row,
                         char *detail)
{
    struct event event;
    struct mistake mistake = { .place = "" };
    unsigned char chain[SHA256_SIZE];
    const void *stored = sqlite3_column_blob(row, 5);
    int rc;

    journal_chain(store->chain, db_id(row, 0), sqlite3_column_int64(row, 1),
                  db_id(row, 2), db_text(row, 3), db_text(row, 4), chain);
    if (sqlite3_column_bytes(row, 5) != SHA256_SIZE ||
        memcmp(stored, chain, SHA256_SIZE) != 0)
        rc = -EBADMSG;
    else
        rc = journal_decode(reader, row, &event, &mistake);

    if (rc == 0)
        rc = state_reserve(store->shadow, 1);
    if (rc == 0)
        rc = change_list_reserve(&store->changes, 1);
    if (rc == 0)
        rc = core_recover(core, &event);
    if (rc < 0) {
        (void)snprintf(detail, STORE_PROBLEM_DETAIL_SIZE,
                       "event %" PRIu64 " %s %s", db_id(row, 0),
                       db_text(row, 3), mistake.place);
        return rc;
    }

    if (event.seq > store->projected_seq)
        projector_fold(store->shadow, &event, &store->changes);
    else
        state_fold(store->shadow, &event);
    memcpy(store->chain, chain, SHA256_SIZE);
    store->past.replayed++;
    return 0;
}

static int recover_events(struct store *store, struct core *core,
                          sqlite3_stmt *select, char *detail)
{
    struct journal_reader reader;
    uint64_t seq = state_system(store->shadow)->seq;
    int rc = journal_reader_init(&reader, store->db);

    store->progress.to_read = store->past.seq > seq ? store->past.seq - seq : 0;
    if (rc == 0) {
        (void)sqlite3_bind_int64(select, 1, (int64_t)seq);
        rc = db_step(select);
    }
    while (rc == 1) {
        store->progress.read = store->past.replayed;
        if (store->progress.read % TOLD_EVERY == 0)
            store_tell_progress(store);
        rc = recover_event(store, core, &reader, select, detail);
        if (rc == 0)
            rc = db_step(select);
    }

    journal_reader_done(&reader);
    return rc;
}

int store_recover(struct store *store, struct core *core,
                  struct store_problem *ret_problem)
{
    assert(store && core && !store->is_started);

    char detail[STORE_PROBLEM_DETAIL_SIZE] = "";
    struct loading loading = { .core = core, .detail = detail };
    sqlite3_stmt *select = NULL;
    int rc = projector_read_seq(store->db, &store->projected_seq);

    if (rc == 0)
        rc = adopt_snapshot(store, core);
    if (rc == 0)
        rc = db_prepare(store->db,
                        "SELECT " JOURNAL_COLUMNS ", chain FROM event"
                        " WHERE seq > ? ORDER BY seq",
                        &select);
    if (rc == 0)
        rc = recover_events(store, core, select, detail);
    if (rc == 0)
        rc = add_flows(store, &loading);
    if (rc == 0)
        rc = side_each(store->db, SIDE_CALLER_LIST, add_list, &loading);
    (void)sqlite3_finalize(select);

    if (rc < 0)
        return store_problem_note(ret_problem, rc,
                                  N_("The journal cannot be read. Nothing was "
                                     "changed. Install the release that wrote "
                                     "it, or restore a backup."),
                                  store->directory, detail);

    atomic_store(&store->committed_seq, state_system(store->shadow)->seq);
    store_project_note(store);
    return 0;
}
