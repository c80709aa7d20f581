/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns are copied and taken in order; a batch survives want of memory. */

#include "store/batch.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "store/migrate.h"
#include "tests/failing_alloc.h"
#include "tests/store/day.h"
#include "tests/test.h"
#include "wire/snapshot_json.h"

/* A day in memory: core, and every event it gave. */
struct journal {
    struct core *core;
    struct event *events;
    size_t count;
};

static void make_journal(struct journal *journal, size_t wanted)
{
    struct day day;

    *journal = (struct journal){ .events = calloc(wanted + 4000,
                                                  sizeof(struct event)) };
    assert_non_null(journal->events);
    assert_int_equal(core_new(&journal->core), 0);
    day_begin(&day, journal->core, 5);
    while (journal->count < wanted) {
        assert_true(day.outbox.event_count < 4000);
        for (size_t i = 0; i < day.outbox.event_count; i++)
            journal->events[journal->count++] = day.outbox.events[i];
        day_step_to_events(&day);
    }
    day_end(&day);
}

static void free_journal(struct journal *journal)
{
    free(journal->events);
    (void)core_free(journal->core);
}

static struct turn *copy(const struct event *events, size_t count,
                         const struct side_write *sides, size_t side_count)
{
    const struct store_turn from = { events, count, sides, side_count };
    struct turn *turn = NULL;

    assert_int_equal(turn_copy(&from, &turn), 0);
    return turn;
}

static void a_turn_is_copied_with_all_that_it_points_to(void **state)
{
    char key[] = "key";
    char value[] = "val\0ue";
    struct event event = { .seq = 9, .type = EVENT_AGENT_SEEN };
    const struct side_write sides[] = {
        { SIDE_PUT, SIDE_TOKEN, key, value, 6, 1 },
        { SIDE_EXPIRE, SIDE_TOKEN, NULL, NULL, 0, 2 },
        { SIDE_DELETE, SIDE_TOKEN, key, NULL, 0, 0 },
    };
    struct turn *turn = copy(&event, 1, sides, 3);

    (void)state;
    memset(key, 'x', 3);
    memset(value, 'x', 6);
    event.seq = 0;

    assert_int_equal(turn_load(turn), 4);
    assert_int_equal(turn->events[0].seq, 9);
    assert_string_equal(turn->sides[0].key, "key");
    assert_memory_equal(turn->sides[0].value, "val\0ue", 6);
    assert_null(turn->sides[1].key);
    assert_string_equal(turn->sides[2].key, "key");
    free(turn);
}

static void turns_are_taken_in_order_up_to_a_load(void **state)
{
    static const struct event events[10] = { { .seq = 1 } };
    static const struct load_row {
        size_t load;
        size_t turns; /* that come out */
    } rows[] = { { 1, 1 }, { 4, 1 }, { 5, 2 }, { 9, 2 }, { 100, 5 } };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct turn_queue queue = { NULL, NULL, 0 };
        size_t count = 0;

        /* loads 3, 2, 5, 1, 4 */
        for (size_t t = 0; t < 5; t++) {
            static const size_t loads[] = { 3, 2, 5, 1, 4 };
            struct turn *turn = copy(events, loads[t], NULL, 0);

            turn->ticket = (int64_t)t + 1;
            turn_queue_push(&queue, turn);
        }
        assert_int_equal(queue.load, 15);

        struct turn *taken = turn_queue_take(&queue, rows[i].load);
        for (const struct turn *turn = taken; turn; turn = turn->next)
            assert_int_equal(turn->ticket, ++count);
        assert_int_equal(count, rows[i].turns);
        (void)turn_free_all(taken);

        while ((taken = turn_queue_take(&queue, 1))) {
            assert_int_equal(taken->ticket, ++count);
            (void)turn_free_all(taken);
        }
        assert_int_equal(count, 5);
        assert_int_equal(queue.load, 0);
        assert_null(queue.last);
    }
}

static void copying_without_memory_leaves_nothing_behind(void **state)
{
    struct event event = { .seq = 1 };
    const struct store_turn from = { &event, 1, NULL, 0 };
    struct turn *turn = NULL;
    int before = live_blocks();

    (void)state;
    fail_alloc_after(0);
    assert_int_equal(turn_copy(&from, &turn), -ENOMEM);
    fail_alloc_after(FAIL_NO_ALLOC);
    assert_null(turn);
    assert_int_equal(live_blocks(), before);
}

static void an_entry_needs_its_memory_and_leaves_none(void **state)
{
    static const unsigned char zero[SHA256_SIZE];
    struct event event = { .seq = 1, .type = EVENT_CONTACT_ARRIVED };
    struct entry entry;
    int before = live_blocks();
    int rc = -ENOMEM;

    (void)state;
    event.as.contact_arrived.caller = (struct phone_number){ "+34911" };
    for (int granted = 0; rc == -ENOMEM; granted++) {
        assert_true(granted < 1000);
        fail_alloc_after(granted);
        rc = entry_make(&event, zero, &entry);
        fail_alloc_after(FAIL_NO_ALLOC);
        if (rc < 0)
            assert_int_equal(live_blocks(), before);
    }
    assert_int_equal(rc, 0);
    assert_int_equal(entry.private_count, 1);
    entry_done(&entry);
    assert_int_equal(live_blocks(), before);
}

/* The same bytes again from what was read of them. */
static void a_snapshot_needs_its_memory_and_leaves_none(void **state)
{
    struct journal journal;
    struct state *shadow = NULL;
    struct state *again = NULL;
    char *text = NULL;
    int tries = 0;

    (void)state;
    make_journal(&journal, 300);
    assert_int_equal(state_new(&shadow), 0);
    for (size_t i = 0; i < journal.count; i++) {
        assert_int_equal(state_reserve(shadow, 1), 0);
        state_fold(shadow, &journal.events[i]);
    }

    int before = live_blocks();
    for (; !text; tries++) {
        assert_int_equal(live_blocks(), before);
        fail_alloc_after(tries);
        text = snapshot_print(shadow);
        fail_alloc_after(FAIL_NO_ALLOC);
    }
    assert_true(tries > 3);
    assert_int_equal(snapshot_parse(text, strlen(text), &again, NULL), 0);
    assert_null(state_difference(shadow, again));
    char *copy = snapshot_print(again);
    assert_string_equal(copy, text);

    free(copy);
    free(text);
    (void)state_free(again);
    (void)state_free(shadow);
    free_journal(&journal);
}

static void a_text_that_is_none_is_not_taken_for_want_of_memory(void **state)
{
    static const unsigned char zero[SHA256_SIZE];
    struct event event = { .seq = 1, .type = EVENT_CONTACT_ARRIVED };
    struct entry entry;

    (void)state;
    event.as.contact_arrived.caller_name = (struct label){ "\xff" };
    assert_int_equal(entry_make(&event, zero, &entry), -EPROTO);
    event.as.contact_arrived.caller_name = (struct label){ "a\x1b[2J" };
    assert_int_equal(entry_make(&event, zero, &entry), -EPROTO);
}

/* Prepares all with allocations failing ever later; what comes of it is what
   comes of it without trouble: nothing is folded twice. */
static void a_batch_goes_on_where_memory_ran_out(void **state)
{
    struct journal journal;
    struct state *calm = NULL;
    struct state *troubled = NULL;
    unsigned char calm_chain[SHA256_SIZE] = { 0 };
    unsigned char chain[SHA256_SIZE] = { 0 };
    struct batch calm_batch = { .turns = NULL };
    struct batch batch = { .turns = NULL };
    struct change_list calm_changes = { .count = 0 };
    struct change_list changes = { .count = 0 };
    int failures = 0;
    int rc = -ENOMEM;

    (void)state;
    make_journal(&journal, 300);
    assert_int_equal(state_new(&calm), 0);
    assert_int_equal(state_new(&troubled), 0);
    batch_begin(&calm_batch, copy(journal.events, journal.count, NULL, 0));
    assert_int_equal(
        batch_prepare(&calm_batch, calm, calm_chain, &calm_changes), 0);

    batch_begin(&batch, copy(journal.events, journal.count, NULL, 0));
    for (int granted = 0; rc == -ENOMEM; granted++) {
        fail_alloc_after(granted);
        rc = batch_prepare(&batch, troubled, chain, &changes);
        fail_alloc_after(FAIL_NO_ALLOC);
        failures += rc == -ENOMEM;
    }
    assert_int_equal(rc, 0);
    assert_true(failures > 20);
    assert_null(state_difference(calm, troubled));
    assert_int_equal(changes.count, calm_changes.count);
    assert_int_equal(batch.prepared, journal.count);

    batch_done(&calm_batch);
    batch_done(&batch);
    change_list_done(&calm_changes);
    change_list_done(&changes);
    (void)state_free(calm);
    (void)state_free(troubled);
    free_journal(&journal);
}

/* Written, rolled back, and written again: the same rows, no more. */
static void a_batch_can_be_written_again(void **state)
{
    struct journal journal;
    struct journal_writer writer;
    struct projector projector;
    struct side_writer sides;
    struct change_list changes = { .count = 0 };
    struct batch batch = { .turns = NULL };
    struct state *shadow = NULL;
    unsigned char chain[SHA256_SIZE] = { 0 };
    sqlite3 *db = NULL;
    int64_t count = 0;

    (void)state;
    make_journal(&journal, 1000);
    assert_int_equal(db_open(":memory:", DB_CREATE, &db), 0);
    assert_int_equal(migrate_apply(db, store_migrations), 0);
    assert_int_equal(journal_writer_init(&writer, db), 0);
    assert_int_equal(projector_init(&projector, db), 0);
    assert_int_equal(side_writer_init(&sides, db), 0);
    assert_int_equal(state_new(&shadow), 0);
    batch_begin(&batch, copy(journal.events, journal.count, NULL, 0));
    assert_int_equal(batch_prepare(&batch, shadow, chain, &changes), 0);

    for (int i = 0; i < 3; i++) {
        assert_int_equal(db_run(db, "BEGIN"), 0);
        assert_int_equal(batch_write(&batch, &writer, &sides), 0);
        for (size_t n = 0; n < changes.count; n++)
            assert_int_equal(projector_write(&projector, &changes.changes[n]),
                             0);
        assert_int_equal(db_run(db, i < 2 ? "ROLLBACK" : "COMMIT"), 0);
    }
    assert_int_equal(db_number(db, "SELECT count(*) FROM event", &count), 0);
    assert_int_equal(count, journal.count);
    assert_int_equal(
        db_number(db, "SELECT sum(offered) FROM interval_queue", &count), 0);
    int64_t queued = 0;
    for (size_t i = 0; i < journal.count; i++)
        queued += journal.events[i].type == EVENT_CONTACT_QUEUED;
    assert_int_equal(count, queued);

    batch_done(&batch);
    change_list_done(&changes);
    journal_writer_done(&writer);
    projector_done(&projector);
    side_writer_done(&sides);
    (void)state_free(shadow);
    (void)db_close(db);
    free_journal(&journal);
}

/* What it would count under a lock is asked by nobody. */
static void of_memory_no_sum_is_kept(void **state)
{
    sqlite3 *db = NULL;

    (void)state;
    assert_int_equal(db_open(":memory:", DB_CREATE, &db), 0);
    assert_int_equal(db_run(db, "CREATE TABLE one (two TEXT)"), 0);
    assert_int_equal(sqlite3_memory_used(), 0);
    assert_null(db_close(db));
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_turn_is_copied_with_all_that_it_points_to);
    TEST_LIST_ADD(&list, turns_are_taken_in_order_up_to_a_load);
    TEST_LIST_ADD(&list, copying_without_memory_leaves_nothing_behind);
    TEST_LIST_ADD(&list, an_entry_needs_its_memory_and_leaves_none);
    TEST_LIST_ADD(&list, a_snapshot_needs_its_memory_and_leaves_none);
    TEST_LIST_ADD(&list, a_text_that_is_none_is_not_taken_for_want_of_memory);
    TEST_LIST_ADD(&list, a_batch_goes_on_where_memory_ran_out);
    TEST_LIST_ADD(&list, a_batch_can_be_written_again);
    TEST_LIST_ADD(&list, of_memory_no_sum_is_kept);
    return test_list_run(&list);
}
