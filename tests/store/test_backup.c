/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups while writing, their restoring, and the erasing of people. */

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "store/verify.h"
#include "tests/store/place.h"
#include "tests/test.h"

enum { NOT_DONE = 12345 };

static void note_done(void *arg, int rc)
{
    atomic_store((atomic_int *)arg, rc);
}

/* Bounded: the store signals after each commit, and is woken each second. */
static int wait_done(struct place *place, atomic_int *result)
{
    for (int tries = 0;
         atomic_load(result) == NOT_DONE && tries < PLACE_WAIT_MS / 10; tries++)
        (void)poll(NULL, 0, 10);

    (void)place;
    return atomic_load(result);
}

static struct core *recover(const char *directory, struct store **ret_store)
{
    const struct store_settings settings = { .directory = directory };
    struct core *core = NULL;

    assert_int_equal(store_open(&settings, ret_store, NULL), 0);
    assert_int_equal(core_new(&core), 0);
    assert_int_equal(store_recover(*ret_store, core, NULL), 0);
    return core;
}

static void a_backup_made_while_writing_is_one_moment_of_the_journal(
    void **state)
{
    struct place place;
    struct place other;
    char path[128];
    struct day day;
    atomic_int result = NOT_DONE;
    int64_t ticket = 0;

    (void)state;
    place_make(&place);
    place_start(&place);
    place_write_day(&place, 3000, 1);
    (void)snprintf(path, sizeof(path), "%s/backup", place.directory);
    assert_int_equal(store_backup(place.store, path, note_done, &result), 0);
    assert_int_equal(store_backup(place.store, path, note_done, &result),
                     -EBUSY);

    day_begin(&day, place.core, 2);
    do {
        ticket = place_write_step(&place, &day);
        assert_true(ticket > 0);
        day_step_to_events(&day);
        place_wait(&place, ticket);
    } while (atomic_load(&result) == NOT_DONE);
    day_end(&day);
    assert_int_equal(atomic_load(&result), 0);
    place_stop(&place);

    place_make(&other);
    assert_int_equal(store_restore(path, other.directory, NULL, NULL), 0);
    place_verify(&other);
    int64_t seq = place_number(&other, "SELECT max(seq) FROM event");
    assert_true(seq >= 3000);
    assert_true(seq <= place_number(&place, "SELECT max(seq) FROM event"));

    struct core *core = recover(other.directory, &other.store);
    assert_int_equal(state_system(core_state(core))->seq, seq);
    (void)core_free(core);
    place_remove(&other);
    place_remove(&place);
}

static void a_restored_store_is_the_same_store(void **state)
{
    struct place place;
    struct place other;
    char path[128];
    atomic_int result = NOT_DONE;
    static const struct side_write side = { SIDE_PUT, SIDE_SECRET, "k",
                                            "secret", 6,           1 };
    const struct store_turn turn = { NULL, 0, &side, 1 };

    (void)state;
    place_make(&place);
    place_start(&place);
    place_write_day(&place, 500, 1);
    place_wait(&place, store_write(place.store, &turn));
    (void)snprintf(path, sizeof(path), "%s/backup", place.directory);
    assert_int_equal(store_backup(place.store, path, note_done, &result), 0);
    assert_int_equal(wait_done(&place, &result), 0);
    place_stop(&place);

    place_make(&other);
    assert_int_equal(store_restore(path, other.directory, NULL, NULL), 0);
    struct core *one = recover(place.directory, &place.store);
    struct core *two = recover(other.directory, &other.store);
    assert_null(state_difference(core_state(one), core_state(two)));
    (void)core_free(one);
    (void)core_free(two);
    assert_int_equal(place_number(&other, "SELECT count(*) FROM secret"), 1);
    place_remove(&other);
    place_remove(&place);
}

static void a_backup_overwrites_nothing(void **state)
{
    struct place place;
    atomic_int result = NOT_DONE;

    (void)state;
    place_make(&place);
    place_start(&place);
    place_write_day(&place, 20, 1);
    assert_int_equal(
        store_backup(place.store, place.database, note_done, &result), 0);
    assert_int_equal(wait_done(&place, &result), -EEXIST);

    atomic_store(&result, NOT_DONE);
    assert_int_equal(
        store_backup(place.store, "/nonexistent/backup", note_done, &result),
        0);
    assert_int_equal(wait_done(&place, &result), -ENOENT);
    place_stop(&place);
    place_verify(&place);
    place_remove(&place);
}

static void a_restore_overwrites_nothing(void **state)
{
    struct place place;
    struct store_problem problem = { .text = "" };
    char path[128];
    atomic_int result = NOT_DONE;

    (void)state;
    place_make(&place);
    place_start(&place);
    place_write_day(&place, 20, 1);
    (void)snprintf(path, sizeof(path), "%s/backup", place.directory);
    assert_int_equal(store_backup(place.store, path, note_done, &result), 0);
    assert_int_equal(wait_done(&place, &result), 0);
    assert_int_equal(store_restore(path, place.directory, NULL, &problem),
                     -EBUSY);
    place_stop(&place);
    assert_int_equal(store_restore(path, place.directory, NULL, &problem),
                     -EEXIST);
    assert_non_null(strstr(problem.text, "already has a database"));
    place_verify(&place);
    place_remove(&place);
}

static void only_backups_are_restored(void **state)
{
    static const char letter[] = "no database at all, but long enough for one "
                                 "to be looked for in it, header and all; so "
                                 "it goes on for a while longer.";
    struct place place;
    char path[128];

    (void)state;
    place_make(&place);
    (void)snprintf(path, sizeof(path), "%s/letter", place.directory);
    assert_int_equal(store_restore(path, place.directory, NULL, NULL), -ENOENT);
    int fd = open(path, O_WRONLY | O_CREAT, 0600);
    assert_int_equal(store_restore(path, place.directory, NULL, NULL),
                     -EBADMSG);
    assert_int_equal(write(fd, letter, sizeof(letter)), sizeof(letter));
    assert_int_equal(close(fd), 0);
    assert_int_equal(store_restore(path, place.directory, NULL, NULL),
                     -EBADMSG);
    assert_int_equal(access(place.database, F_OK), -1);
    place_remove(&place);
}

/* The number of a contact whose caller is known, and a document's. */
static uint64_t first_seq(struct place *place, const char *sql)
{
    return (uint64_t)place_number(place, sql);
}

static int file_has(const char *path, const char *text)
{
    char *bytes = NULL;
    size_t length = 0;

    if (file_read(path, 1 << 28, &bytes, &length) < 0)
        return 0;

    int has = memmem(bytes, length, text, strlen(text)) != NULL;
    free(bytes);
    return has;
}

static void an_erased_person_is_nowhere_and_the_journal_stays_valid(
    void **state)
{
    struct place place;
    char number[64];
    char log[128];
    atomic_int result = NOT_DONE;
    uint64_t seqs[3];

    (void)state;
    place_make(&place);
    place_start(&place);
    place_write_day(&place, 1500, 1);
    assert_int_equal(store_catch_up(place.store), 0);

    seqs[0] = first_seq(&place, "SELECT max(arrived_seq) FROM contact"
                                " WHERE ended = 1");
    seqs[1] = first_seq(&place, "SELECT max(note_seq) FROM segment");
    seqs[2] = first_seq(&place, "SELECT min(seq) FROM document"
                                " WHERE kind = 'agent'");
    assert_true(seqs[0] && seqs[1] && seqs[2]);
    sqlite3 *db = place_open_database(&place);
    sqlite3_stmt *select = NULL;
    assert_int_equal(
        db_prepare(db, "SELECT caller FROM contact WHERE arrived_seq = ?",
                   &select),
        0);
    (void)sqlite3_bind_int64(select, 1, (int64_t)seqs[0]);
    assert_int_equal(db_step(select), 1);
    (void)snprintf(number, sizeof(number), "%s", db_text(select, 0));
    (void)sqlite3_finalize(select);
    (void)db_close(db);
    assert_true(strlen(number) == 13);

    assert_int_equal(store_erase(place.store, seqs, 3, note_done, &result), 0);
    assert_int_equal(wait_done(&place, &result), 0);
    place_write_day(&place, 300, 3);
    place_stop(&place);

    place_verify(&place);
    assert_int_equal(place_number(&place,
                                  "SELECT count(*) FROM event_private"
                                  " WHERE value = 'Agent Number 1'"
                                  " AND seq IN (SELECT seq FROM document"
                                  " WHERE kind = 'agent')"),
                     0);
    assert_int_equal(place_number(&place,
                                  "SELECT count(*) FROM snapshot"
                                  " WHERE body GLOB '*Agent Number 2*'") > 0,
                     1);
    (void)snprintf(log, sizeof(log), "%s-wal", place.database);
    assert_false(file_has(place.database, number));
    assert_false(file_has(log, number));
    place_remove(&place);
}

static bool is_a_draft_kept(const struct core *core)
{
    for (size_t i = 0; i < DAY_AGENTS; i++) {
        const struct desk_row *desk =
            state_row_at(core_state(core), ROW_DESK, i);

        if (desk && desk->note.text[0])
            return true;
    }

    return false;
}

/* A note that an agent has not finished is in the state, too. */
static void an_erased_draft_is_nowhere(void **state)
{
    static uint64_t seqs[4096];
    struct place place;
    atomic_int result = NOT_DONE;
    size_t count = 0;

    (void)state;
    place_make(&place);
    place_start(&place);
    for (uint64_t seed = 1; seed < 50 && !is_a_draft_kept(place.core); seed++)
        place_write_day(&place, 200, seed);
    assert_true(is_a_draft_kept(place.core));

    sqlite3 *db = place_open_database(&place);
    sqlite3_stmt *select = NULL;
    assert_int_equal(db_prepare(db,
                                "SELECT seq FROM event_private"
                                " WHERE value GLOB 'Secret draft*'",
                                &select),
                     0);
    while (db_step(select) == 1 && count < ARRAY_LEN(seqs))
        seqs[count++] = db_id(select, 0);
    (void)sqlite3_finalize(select);
    (void)db_close(db);
    assert_true(count > 0 && count < ARRAY_LEN(seqs));

    assert_int_equal(store_erase(place.store, seqs, count, note_done, &result),
                     0);
    assert_int_equal(wait_done(&place, &result), 0);
    place_stop(&place);
    place_verify(&place);
    assert_int_equal(place_number(&place, "SELECT count(*) FROM snapshot"
                                          " WHERE body GLOB '*Secret draft*'"),
                     0);
    assert_false(file_has(place.database, "Secret draft"));
    place_remove(&place);
}

/* All of a contact's events at once, those still queued included; somebody who
   reads the log meanwhile delays it, and no more. */
static void a_contact_is_erased_with_all_its_events(void **state)
{
    struct place place;
    atomic_int result = NOT_DONE;
    struct store_erasure erasure = { .texts = 4711 };
    char number[64];
    char log[128];

    (void)state;
    place_make(&place);
    place_start(&place);
    place_write_day(&place, 1500, 1);
    assert_int_equal(store_catch_up(place.store), 0);
    erasure.contact_id = first_seq(&place, "SELECT contact_id FROM segment"
                                           " WHERE note <> '' LIMIT 1");
    assert_true(erasure.contact_id > 0);

    sqlite3 *db = place_open_database(&place);
    sqlite3_stmt *select = NULL;
    assert_int_equal(
        db_prepare(db, "SELECT caller FROM contact WHERE contact_id = ?",
                   &select),
        0);
    (void)sqlite3_bind_int64(select, 1, (int64_t)erasure.contact_id);
    assert_int_equal(db_step(select), 1);
    (void)snprintf(number, sizeof(number), "%s", db_text(select, 0));

    /* The statement is not finished: it still reads. */
    assert_int_equal(
        store_erase_contacts(place.store, &erasure, 1, note_done, &result), 0);
    assert_int_equal(
        store_erase_contacts(place.store, &erasure, 1, note_done, &result),
        -EBUSY);
    place_write_day(&place, 300, 3);
    assert_int_equal(atomic_load(&result), NOT_DONE);
    (void)sqlite3_finalize(select);
    (void)db_close(db);
    assert_int_equal(wait_done(&place, &result), 0);
    assert_true(erasure.texts >= 3); /* number, name, note */

    (void)snprintf(log, sizeof(log), "%s-wal", place.database);
    assert_false(file_has(place.database, number));
    assert_false(file_has(log, number));
    atomic_store(&result, NOT_DONE);
    assert_int_equal(
        store_erase_contacts(place.store, &erasure, 1, note_done, &result), 0);
    assert_int_equal(wait_done(&place, &result), 0);
    assert_int_equal(erasure.texts, 0);
    place_stop(&place);
    place_verify(&place);
    place_remove(&place);
}

static void erasing_what_is_not_there_does_no_harm(void **state)
{
    static const uint64_t seqs[] = { 1, 2, 999999 };
    struct place place;
    atomic_int result = NOT_DONE;

    (void)state;
    place_make(&place);
    place_start(&place);
    place_write_day(&place, 100, 1);
    assert_int_equal(store_erase(place.store, seqs, 3, note_done, &result), 0);
    assert_int_equal(wait_done(&place, &result), 0);
    place_stop(&place);
    place_verify(&place);
    place_remove(&place);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list,
                  a_backup_made_while_writing_is_one_moment_of_the_journal);
    TEST_LIST_ADD(&list, a_restored_store_is_the_same_store);
    TEST_LIST_ADD(&list, a_backup_overwrites_nothing);
    TEST_LIST_ADD(&list, a_restore_overwrites_nothing);
    TEST_LIST_ADD(&list, only_backups_are_restored);
    TEST_LIST_ADD(&list,
                  an_erased_person_is_nowhere_and_the_journal_stays_valid);
    TEST_LIST_ADD(&list, an_erased_draft_is_nowhere);
    TEST_LIST_ADD(&list, a_contact_is_erased_with_all_its_events);
    TEST_LIST_ADD(&list, erasing_what_is_not_there_does_no_harm);
    return test_list_run(&list);
}
