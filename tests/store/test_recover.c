/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recovery gives the same state however it is reached, and notices changes. */

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/sha256.h"
#include "core/library.h"
#include "store/verify.h"
#include "tests/store/place.h"
#include "tests/test.h"

/* Recovers without starting; the caller frees the core. */
static struct core *recover(struct place *place, struct store_past *ret_past,
                            int expected)
{
    struct store_problem problem = { .text = NULL };
    struct core *core = NULL;

    assert_int_equal(store_open(&place->settings, &place->store, &problem), 0);
    assert_int_equal(core_new(&core), 0);
    int rc = store_recover(place->store, core, &problem);
    store_past(place->store, ret_past);
    place->store = store_close(place->store, 0, NULL);
    if (rc != expected)
        fail_msg("%s %s", problem.text ? problem.text : "no problem",
                 problem.detail);
    return core;
}

/* A place with some days, its last snapshots in the middle of the journal. */
static void make_days(struct place *place)
{
    place_make(place);
    for (uint64_t seed = 1; seed <= 3; seed++) {
        place_start(place);
        place_write_day(place, 500, seed);
        place_stop(place);
    }
    place_run(place, "DELETE FROM snapshot WHERE seq ="
                     " (SELECT max(seq) FROM snapshot)");
}

static void a_snapshot_and_the_rest_equal_all_of_it(void **state)
{
    struct store_past by_snapshot;
    struct store_past by_all;
    struct place place;

    (void)state;
    make_days(&place);
    struct core *one = recover(&place, &by_snapshot, 0);
    place_run(&place, "DELETE FROM snapshot");
    struct core *other = recover(&place, &by_all, 0);

    assert_true(by_snapshot.snapshot_seq > 0);
    assert_true(by_snapshot.replayed >= 400);
    assert_int_equal(by_all.snapshot_seq, 0);
    assert_int_equal(by_all.replayed, by_all.seq);
    assert_null(state_difference(core_state(one), core_state(other)));
    (void)core_free(one);
    (void)core_free(other);
    place_remove(&place);
}

/* What was told of a progress. */
struct told {
    unsigned times;
    struct store_progress first, last;
};

static void note_progress(void *arg, const struct store_progress *progress)
{
    struct told *told = arg;

    if (told->times++ == 0)
        told->first = *progress;
    assert_true(progress->read >= told->last.read);
    told->last = *progress;
}

static void how_far_it_is_is_told(void **state)
{
    struct told told = { 0 };
    struct store_past past;
    struct place place;

    (void)state;
    place_make(&place);
    place.settings.snapshot_every = 100000;
    place_start(&place);
    place_write_day(&place, 9000, 1);
    place_stop(&place);
    place_run(&place, "DELETE FROM snapshot");
    place.settings.on_progress = note_progress;
    place.settings.progress_arg = &told;
    (void)core_free(recover(&place, &past, 0));

    assert_int_equal(told.first.schema_from, 0);
    assert_int_equal(told.first.read, 0);
    assert_int_equal(told.first.to_read, past.seq);
    assert_int_equal(told.last.to_read, past.seq);
    assert_int_equal(told.last.read, (told.times - 1) * 4096);
    assert_true(told.times >= 3);
    place_remove(&place);
}

static void two_snapshots_are_kept(void **state)
{
    struct place place;

    (void)state;
    place_make(&place);
    place.settings.snapshot_every = 50;
    for (uint64_t seed = 1; seed <= 4; seed++) {
        place_start(&place);
        place_write_day(&place, 100, seed);
        place_stop(&place);
    }
    assert_int_equal(place_number(&place, "SELECT count(*) FROM snapshot"), 2);
    assert_int_equal(place_number(&place, "SELECT max(seq) FROM snapshot"),
                     place_number(&place, "SELECT max(seq) FROM event"));
    place_verify(&place);
    place_remove(&place);
}

static const struct corruption_row {
    const char *says;
    const char *sql;
    unsigned bad;
    int from_first;
} corruption_rows[] = {
    { "a snapshot with a wrong byte gives way to the older one",
      "UPDATE snapshot SET body = replace(body, 'admin', 'nimda')"
      " WHERE seq = (SELECT max(seq) FROM snapshot)",
      1, 0 },
    { "a snapshot cut off gives way to the older one",
      "UPDATE snapshot SET body = substr(body, 1, 1000)"
      " WHERE seq = (SELECT max(seq) FROM snapshot)",
      1, 0 },
    { "without a readable snapshot all events are folded",
      "UPDATE snapshot SET digest = 'x'", 2, 1 },
};

static void gives_way(void **state)
{
    const struct corruption_row *row = *state;
    struct store_past past;
    struct store_past healthy_past;
    struct place place;

    place_make(&place);
    for (uint64_t seed = 1; seed <= 2; seed++) {
        place_start(&place);
        place_write_day(&place, 500, seed);
        place_stop(&place);
    }

    struct core *healthy = recover(&place, &healthy_past, 0);
    place_run(&place, row->sql);
    struct core *core = recover(&place, &past, 0);

    assert_int_equal(past.bad_snapshots, row->bad);
    assert_true((past.snapshot_seq == 0) == row->from_first);
    assert_true(past.snapshot_seq < healthy_past.snapshot_seq);
    assert_null(state_difference(core_state(core), core_state(healthy)));
    (void)core_free(core);
    (void)core_free(healthy);
    place_remove(&place);
}

/* A snapshot whose digest is right, but whose state is not, is another
   release's. */
static void a_snapshot_of_another_release_gives_way(void **state)
{
    struct store_past past;
    struct place place;
    unsigned char digest[SHA256_SIZE];
    char spelled[SHA256_TEXT_SIZE];
    char sql[512];
    static const char body[] = "{\"documents\":{},\"rows\":{\"mood\":[]}}";

    (void)state;
    make_days(&place);
    sha256_of(body, strlen(body), digest);
    sha256_spell(digest, spelled);
    (void)snprintf(sql, sizeof(sql),
                   "UPDATE snapshot SET body = '%s', digest = '%s'", body,
                   spelled);
    place_run(&place, sql);
    struct core *core = recover(&place, &past, 0);
    assert_int_equal(past.bad_snapshots,
                     place_number(&place, "SELECT count(*) FROM snapshot"));
    assert_int_equal(past.snapshot_seq, 0);
    (void)core_free(core);

    struct verify_report report = { .tell = NULL };

    assert_int_equal(store_verify(place.directory, &report, NULL), 0);
    assert_int_equal(report.differences, 0);
    assert_int_equal(report.snapshots, 0);
    place_remove(&place);
}

/* As drafts leave them, of which nothing is ever taken away. */
static void store_texts(struct place *place, int count)
{
    sqlite3 *db = place_open_database(place);
    sqlite3_stmt *insert = NULL;

    assert_int_equal(sqlite3_exec(db, "BEGIN", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(db_prepare(db,
                                "INSERT INTO side (kind, key, at_us, value)"
                                " VALUES ('flow_text', ?, 1, ?)",
                                &insert),
                     0);
    for (int i = 0; i < count; i++) {
        unsigned char digest[SHA256_SIZE];
        char key[SHA256_TEXT_SIZE];
        char text[128];

        (void)snprintf(text, sizeof(text),
                       "{\"name\":\"f%d\",\"nodes\":"
                       "[{\"name\":\"bye\",\"type\":\"hang_up\"}]}",
                       i);
        sha256_of(text, strlen(text), digest);
        sha256_spell(digest, key);
        (void)sqlite3_bind_text(insert, 1, key, -1, SQLITE_TRANSIENT);
        (void)sqlite3_bind_blob(insert, 2, text, (int)strlen(text),
                                SQLITE_TRANSIENT);
        assert_int_equal(sqlite3_step(insert), SQLITE_DONE);
        (void)sqlite3_reset(insert);
    }
    (void)sqlite3_finalize(insert);
    assert_int_equal(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
    (void)db_close(db);
}

/* However many texts lie there, the start takes those that are in use. */
static void drafts_of_old_stop_no_start(void **state)
{
    struct document_use uses[8];
    struct document_use_page page = { .uses = uses, .room = ARRAY_LEN(uses) };
    bool is_led_there = false;
    struct store_past past;
    struct place place;

    (void)state;
    make_days(&place);
    store_texts(&place, LIBRARY_MAX_PROGRAMS);
    struct core *core = recover(&place, &past, 0);

    assert_int_equal(core_document_uses(core, DOCUMENT_QUEUE, 1, &page), 0);
    for (size_t i = 0; i < page.count; i++)
        is_led_there |= uses[i].kind == DOCUMENT_FLOW;
    assert_true(is_led_there);
    (void)core_free(core);
    place_remove(&place);
}

static const struct tamper_row {
    const char *says;
    const char *sql;
    enum verify_difference kind;
    int recovery;
} tamper_rows[] = {
    { "an event that was changed",
      "UPDATE event SET body = replace(body, '\"percentage\":60',"
      " '\"percentage\":61') WHERE seq = (SELECT max(seq) FROM event WHERE"
      " type IN ('recording_started', 'recording_skipped')"
      " AND body LIKE '%\"percentage\":60%')",
      VERIFY_CHAIN, -EBADMSG },
    { "an event whose moment was changed",
      "UPDATE event SET at_us = at_us + 1 WHERE seq = 1300", VERIFY_CHAIN,
      -EBADMSG },
    { "an event that is missing", "DELETE FROM event WHERE seq = 1300",
      VERIFY_GAP, -EBADMSG },
    { "an event of an unknown type",
      "UPDATE event SET type = 'mind_read' WHERE seq = 1300", VERIFY_UNREADABLE,
      -EBADMSG },
    { "a private text that was changed",
      "UPDATE event_private SET value = '+1' WHERE field = 'caller'"
      " AND seq = (SELECT max(seq) FROM event_private)",
      VERIFY_PRIVATE, 0 },
    { "a column that does not fit",
      "UPDATE event SET contact_id = 1 WHERE seq = (SELECT max(seq) FROM event"
      " WHERE contact_id > 5)",
      VERIFY_COLUMN, 0 },
    { "a contact whose figures were changed",
      "UPDATE contact SET talk_us = talk_us + 1 WHERE contact_id = 3",
      VERIFY_PROJECTION, 0 },
    { "a contact that was forgotten",
      "DELETE FROM contact WHERE contact_id = 3", VERIFY_PROJECTION, 0 },
    { "a recording that is shorter than it was",
      "UPDATE recording SET length_us = length_us - 1", VERIFY_PROJECTION, 0 },
    { "a recording that nobody deleted",
      "UPDATE recording SET state = 'deleted' WHERE recording_id ="
      " (SELECT max(recording_id) FROM recording WHERE state != 'deleted')",
      VERIFY_PROJECTION, 0 },
    { "an interval that was invented",
      "INSERT INTO agent_interval VALUES (99, 0, 'paused', 1, 5)",
      VERIFY_PROJECTION, 0 },
    { "an answer too many", "UPDATE interval_queue SET answered = answered + 1",
      VERIFY_PROJECTION, 0 },
    { "a snapshot that was changed", "UPDATE snapshot SET digest = 'x'",
      VERIFY_SNAPSHOT, 0 },
};

struct tamper_search {
    enum verify_difference kind;
    int found;
};

static void look_for(void *arg, enum verify_difference kind, uint64_t seq,
                     const char *what)
{
    struct tamper_search *search = arg;

    (void)seq;
    assert_non_null(what);
    search->found += kind == search->kind;
}

static void is_noticed(void **state)
{
    const struct tamper_row *row = *state;
    struct tamper_search search = { row->kind, 0 };
    struct verify_report report = { .tell = look_for, .arg = &search };
    struct store_past past;
    struct place place;

    make_days(&place);
    place_verify(&place);
    place_run(&place, row->sql);

    assert_int_equal(store_verify(place.directory, &report, NULL), 0);
    assert_true(report.differences > 0);
    assert_true(search.found > 0);
    (void)core_free(recover(&place, &past, row->recovery));
    place_remove(&place);
}

#define PRIVATE_WHERE(column)                                                  \
    column " GLOB '*+42060*' OR " column " GLOB '*Caller*' OR " column         \
           " GLOB '*Secret *' OR " column " GLOB '*Agent Number*'"

static void events_name_nobody(void **state)
{
    struct place place;

    (void)state;
    make_days(&place);
    assert_int_equal(
        place_number(&place,
                     "SELECT count(*) FROM event WHERE " PRIVATE_WHERE("body")),
        0);
    assert_true(
        place_number(&place,
                     "SELECT count(*) FROM event_private WHERE " PRIVATE_WHERE(
                         "value")) > 50);
    assert_int_equal(
        place_number(&place, "SELECT count(DISTINCT salt) FROM event_private"),
        place_number(&place, "SELECT count(*) FROM event_private"));
    place_remove(&place);
}

static void assert_same_but_for_names(const struct record *record,
                                      const void *a, const void *b)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (record->fields[i].privacy == PUBLIC &&
            !field_is_same(&record->fields[i], a, b))
            fail_msg("the rows differ in %s", record->fields[i].name);
}

static void an_erased_journal_gives_the_same_state_but_for_names(void **state)
{
    struct store_past past;
    struct place place;

    (void)state;
    make_days(&place);
    struct core *before = recover(&place, &past, 0);
    place_run(&place, "DELETE FROM event_private");
    place_run(&place, "DELETE FROM snapshot");
    struct core *after = recover(&place, &past, 0);

    assert_int_equal(memcmp(state_system(core_state(before)),
                            state_system(core_state(after)),
                            sizeof(struct system_row)),
                     0);
    for (size_t i = 0; i < DAY_AGENTS; i++)
        assert_same_but_for_names(row_record(ROW_DESK),
                                  state_row_at(core_state(before), ROW_DESK, i),
                                  state_row_at(core_state(after), ROW_DESK, i));
    const char *field = state_difference(core_state(before), core_state(after));
    assert_true(!field || strstr(field, "label") || strstr(field, "caller"));
    (void)core_free(before);
    (void)core_free(after);
    place_remove(&place);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_snapshot_and_the_rest_equal_all_of_it);
    TEST_LIST_ADD(&list, how_far_it_is_is_told);
    TEST_LIST_ADD(&list, two_snapshots_are_kept);
    TEST_LIST_ADD_ROWS(&list, gives_way, corruption_rows);
    TEST_LIST_ADD(&list, a_snapshot_of_another_release_gives_way);
    TEST_LIST_ADD(&list, drafts_of_old_stop_no_start);
    TEST_LIST_ADD_ROWS(&list, is_noticed, tamper_rows);
    TEST_LIST_ADD(&list, events_name_nobody);
    TEST_LIST_ADD(&list, an_erased_journal_gives_the_same_state_but_for_names);
    return test_list_run(&list);
}
