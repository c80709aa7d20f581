/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The projections follow the journal: nobody who asks sees them behind. */

#include <errno.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#include "store/reader.h"
#include "tests/store/place.h"
#include "tests/test.h"

enum { NOT_DONE = 12345, NEVER_MS = 3600 * 1000 };

static const char arrived_sql[] =
    "SELECT count(*) FROM event WHERE type = 'contact_arrived'";
static const char contacts_sql[] = "SELECT count(*) FROM contact";
static const char projected_sql[] = "SELECT seq FROM projected";
static const char last_sql[] = "SELECT max(seq) FROM event";

/* A store whose projections wait until somebody asks, or it is closed. */
static void start_lagging(struct place *place, uint64_t events)
{
    place_make(place);
    place->settings.project_ms = NEVER_MS;
    place_start(place);
    place_write_day(place, events, 1);
    assert_true(place_number(place, projected_sql) <
                place_number(place, last_sql));
}

static int count_contact(void *arg, const struct contact_projection *contact)
{
    (void)contact;
    (*(int64_t *)arg)++;
    return 0;
}

static int64_t count_contacts(struct reader *reader, int expected)
{
    const struct contact_filter filter = { .limit = 1000 };
    int64_t count = 0;

    assert_int_equal(reader_contacts(reader, &filter, count_contact, &count),
                     expected);
    return count;
}

static void a_reader_beside_the_store_sees_all_that_is_committed(void **state)
{
    struct place place;
    struct reader *reader;

    (void)state;
    start_lagging(&place, 300);
    int64_t arrived = place_number(&place, arrived_sql);
    assert_true(place_number(&place, contacts_sql) < arrived);
    place_verify(&place);

    assert_int_equal(reader_open_beside(place.store, &reader, NULL), 0);
    assert_int_equal(count_contacts(reader, 0), arrived);
    assert_int_equal(place_number(&place, projected_sql),
                     place_number(&place, last_sql));

    place_write_day(&place, 100, 2);
    assert_true(place_number(&place, arrived_sql) > arrived);
    assert_int_equal(count_contacts(reader, 0),
                     place_number(&place, arrived_sql));
    (void)reader_close(reader);
    place_stop(&place);
    place_verify(&place);
    place_remove(&place);
}

static void they_follow_by_themselves_after_a_while(void **state)
{
    struct place place;
    int tries = 0;

    (void)state;
    place_make(&place);
    place.settings.project_ms = 1;
    place_start(&place);
    place_write_day(&place, 100, 1);
    while (place_number(&place, contacts_sql) !=
               place_number(&place, arrived_sql) &&
           tries++ < PLACE_WAIT_MS / 10)
        (void)poll(NULL, 0, 10);

    assert_int_equal(place_number(&place, contacts_sql),
                     place_number(&place, arrived_sql));
    place_remove(&place);
}

static void a_long_list_of_changes_is_written_early(void **state)
{
    struct place place;

    (void)state;
    place_make(&place);
    place.settings.project_ms = NEVER_MS;
    place_start(&place);
    place_write_day(&place, 3000, 1);
    assert_true(place_number(&place, last_sql) -
                    place_number(&place, projected_sql) <
                2 * STORE_MAX_BATCH);
    place_remove(&place);
}

static void note_done(void *arg, int rc)
{
    atomic_store((atomic_int *)arg, rc);
}

static int wait_done(atomic_int *result)
{
    for (int tries = 0;
         atomic_load(result) == NOT_DONE && tries < PLACE_WAIT_MS / 10; tries++)
        (void)poll(NULL, 0, 10);

    return atomic_load(result);
}

/* A copy of the database as a crash would leave it: rows behind the events. */
static void copy_lagging(struct place *ret_copy)
{
    struct place place;
    char path[128];
    atomic_int result = NOT_DONE;

    start_lagging(&place, 300);
    (void)snprintf(path, sizeof(path), "%s/backup", place.directory);
    assert_int_equal(store_backup(place.store, path, note_done, &result), 0);
    assert_int_equal(wait_done(&result), 0);

    place_make(ret_copy);
    ret_copy->settings.project_ms = NEVER_MS;
    assert_int_equal(store_restore(path, ret_copy->directory, NULL, NULL), 0);
    assert_true(place_number(ret_copy, projected_sql) <
                place_number(ret_copy, last_sql));
    place_verify(ret_copy);
    place_remove(&place);
}

static void the_next_start_writes_what_was_missing(void **state)
{
    struct place place;

    (void)state;
    copy_lagging(&place);
    place_start(&place);
    assert_int_equal(store_catch_up(place.store), 0);
    assert_int_equal(place_number(&place, projected_sql),
                     place_number(&place, last_sql));
    assert_int_equal(place_number(&place, contacts_sql),
                     place_number(&place, arrived_sql));
    place_verify(&place);
    place_stop(&place);
    place_verify(&place);
    place_remove(&place);
}

static void a_close_right_after_the_start_writes_it_too(void **state)
{
    struct place place;

    (void)state;
    copy_lagging(&place);
    place_start(&place);
    place_stop(&place);
    assert_int_equal(place_number(&place, contacts_sql),
                     place_number(&place, arrived_sql));
    place_verify(&place);
    place_remove(&place);
}

/* Nobody writes before the start, so the wait ends by itself. */
static void the_wait_for_them_is_bounded(void **state)
{
    struct place place;

    (void)state;
    copy_lagging(&place);
    assert_int_equal(store_open(&place.settings, &place.store, NULL), 0);
    assert_int_equal(core_new(&place.core), 0);
    assert_int_equal(store_recover(place.store, place.core, NULL), 0);
    struct reader *reader;

    assert_int_equal(reader_open_beside(place.store, &reader, NULL), 0);
    assert_int_equal(count_contacts(reader, -ETIME), 0);
    (void)reader_close(reader);
    place_remove(&place);
}

static enum store_health wait_for_lock(struct place *place)
{
    struct pollfd fd = { .fd = store_event_fd(place->store), .events = POLLIN };
    struct store_status status;

    for (;;) {
        store_event_clear(place->store);
        store_status(place->store, &status);
        if (status.health == STORE_LOCKED || poll(&fd, 1, PLACE_WAIT_MS) <= 0)
            return status.health;
    }
}

static void while_nothing_can_be_written_what_is_there_is_shown(void **state)
{
    struct place place;
    struct reader *reader;
    struct day day;

    (void)state;
    start_lagging(&place, 300);
    int64_t contacts = place_number(&place, contacts_sql);
    sqlite3 *other = place_open_database(&place);
    assert_int_equal(db_run(other, "BEGIN IMMEDIATE"), 0);
    day_begin(&day, place.core, 2);
    int64_t ticket = place_write_step(&place, &day);
    store_want(place.store, ticket);
    assert_int_equal(wait_for_lock(&place), STORE_LOCKED);

    assert_int_equal(reader_open_beside(place.store, &reader, NULL), 0);
    assert_int_equal(count_contacts(reader, 0), contacts);

    assert_int_equal(db_run(other, "COMMIT"), 0);
    (void)db_close(other);
    place_wait(&place, ticket);
    assert_int_equal(count_contacts(reader, 0),
                     place_number(&place, arrived_sql));
    (void)reader_close(reader);
    day_end(&day);
    place_remove(&place);
}

static void a_person_whose_row_is_not_written_yet_is_erased(void **state)
{
    struct place place;
    atomic_int result = NOT_DONE;
    uint64_t seq;

    (void)state;
    start_lagging(&place, 300);
    seq = (uint64_t)place_number(
        &place, "SELECT max(seq) FROM event WHERE type = 'contact_arrived'");
    assert_int_equal(store_erase(place.store, &seq, 1, note_done, &result), 0);
    assert_int_equal(wait_done(&result), 0);
    assert_int_equal(
        place_number(&place, "SELECT count(*) FROM contact WHERE caller = ''"
                             " AND arrived_seq = (SELECT max(seq) FROM event"
                             " WHERE type = 'contact_arrived')"),
        1);
    place_stop(&place);
    place_verify(&place);
    place_remove(&place);
}

/* As the release before left it. */
static const char older_sql[] =
    "DROP TABLE ruled;"
    "ALTER TABLE contact DROP COLUMN rule_version;"
    "DROP INDEX event_of_callback;"
    "ALTER TABLE contact DROP COLUMN holds;"
    "ALTER TABLE contact DROP COLUMN tags;"
    "ALTER TABLE contact DROP COLUMN rule_id;"
    "ALTER TABLE contact DROP COLUMN rule_to;"
    "ALTER TABLE recording DROP COLUMN box_id;"
    "DROP TABLE message;"
    "ALTER TABLE contact DROP COLUMN outbound;"
    "DROP TABLE projected;"
    "CREATE INDEX event_by_agent ON event (agent_id);"
    "CREATE INDEX event_by_queue ON event (queue_id);"
    "ALTER TABLE side RENAME TO newer;"
    "CREATE TABLE side (kind TEXT NOT NULL, key TEXT NOT NULL, at_us INTEGER"
    " NOT NULL, value BLOB NOT NULL, PRIMARY KEY (kind, key));"
    "INSERT INTO side SELECT * FROM newer;"
    "DROP TABLE newer;"
    "DELETE FROM migration WHERE version >= 3;";

static int note_side(void *arg, const char *key, const void *value,
                     size_t length)
{
    (void)key;
    (void)value;
    *(size_t *)arg += length;
    return 0;
}

static size_t bytes_of_flows(struct place *place)
{
    size_t bytes = 0;

    assert_int_equal(store_open(&place->settings, &place->store, NULL), 0);
    assert_int_equal(
        store_side_each(place->store, SIDE_FLOW_TEXT, note_side, &bytes), 0);
    place->store = store_close(place->store, 0, NULL);
    return bytes;
}

static void an_older_database_is_brought_up_to_date(void **state)
{
    struct place place;

    (void)state;
    place_make(&place);
    place_start(&place);
    place_write_day(&place, 300, 1);
    place_stop(&place);
    size_t bytes = bytes_of_flows(&place);
    assert_true(bytes > 0);
    place_run(&place, older_sql);

    assert_int_equal(bytes_of_flows(&place), bytes);
    assert_int_equal(place_number(&place, projected_sql),
                     place_number(&place, last_sql));
    place_start(&place);
    place_write_day(&place, 300, 2);
    place_stop(&place);
    place_verify(&place);
    place_remove(&place);
}

static void without_the_mark_nothing_is_guessed(void **state)
{
    struct store_problem problem = { .text = NULL };
    struct place place;

    (void)state;
    place_make(&place);
    place_start(&place);
    place_write_day(&place, 100, 1);
    place_stop(&place);
    place_run(&place, "DELETE FROM projected");
    assert_int_equal(store_open(&place.settings, &place.store, &problem), 0);
    assert_int_equal(core_new(&place.core), 0);
    assert_int_equal(store_recover(place.store, place.core, &problem),
                     -EBADMSG);
    assert_non_null(problem.text);
    place_remove(&place);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_reader_beside_the_store_sees_all_that_is_committed);
    TEST_LIST_ADD(&list, they_follow_by_themselves_after_a_while);
    TEST_LIST_ADD(&list, a_long_list_of_changes_is_written_early);
    TEST_LIST_ADD(&list, the_next_start_writes_what_was_missing);
    TEST_LIST_ADD(&list, a_close_right_after_the_start_writes_it_too);
    TEST_LIST_ADD(&list, the_wait_for_them_is_bounded);
    TEST_LIST_ADD(&list, while_nothing_can_be_written_what_is_there_is_shown);
    TEST_LIST_ADD(&list, a_person_whose_row_is_not_written_yet_is_erased);
    TEST_LIST_ADD(&list, an_older_database_is_brought_up_to_date);
    TEST_LIST_ADD(&list, without_the_mark_nothing_is_guessed);
    return test_list_run(&list);
}
