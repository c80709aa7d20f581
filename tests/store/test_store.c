/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the store keeps, and what it does when it cannot. */

#include "store/store.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "tests/store/place.h"
#include "tests/test.h"

static void what_was_written_is_recovered(void **state)
{
    struct place place;

    (void)state;
    place_make(&place);
    place_start(&place);
    place_write_day(&place, 500, 1);

    struct core *core = place.core;
    place.core = NULL;
    place_stop(&place);
    place_start(&place);

    assert_null(state_difference(core_state(core), core_state(place.core)));
    (void)core_free(core);
    place_verify(&place);
    place_remove(&place);
}

static void the_past_is_told(void **state)
{
    struct place place;
    struct store_past past;

    (void)state;
    place_make(&place);
    place_start(&place);
    store_past(place.store, &past);
    assert_int_equal(past.seq, 0);
    assert_int_equal(past.alive_at_us, 0);

    place_write_day(&place, 20, 1);
    uint64_t seq = state_system(core_state(place.core))->seq;
    int64_t at_us = state_system(core_state(place.core))->at_us;
    store_alive(place.store, 5, 6);
    store_alive(place.store, 77, 88);
    place_stop(&place);

    place_start(&place);
    store_past(place.store, &past);
    assert_int_equal(past.seq, seq);
    assert_int_equal(past.at_us, at_us);
    assert_int_equal(past.alive_at_us, 77);
    assert_int_equal(past.alive_wall_us, 88);
    assert_int_equal(past.snapshot_seq, seq);
    assert_int_equal(past.replayed, 0);
    assert_int_equal(store_committed_seq(place.store), seq);
    place_remove(&place);
}

static void tickets_are_numbered_and_kept_in_order(void **state)
{
    struct place place;
    struct day day;
    int64_t last = 0;

    (void)state;
    place_make(&place);
    place_start(&place);
    day_begin(&day, place.core, 1);
    for (int i = 1; i <= 50; i++) {
        assert_int_equal(place_write_step(&place, &day), i);
        int64_t committed = store_committed(place.store);
        assert_in_range(committed, last, i);
        last = committed;
        day_step_to_events(&day);
    }
    place_wait(&place, 50);
    assert_int_equal(store_committed(place.store), 50);
    day_end(&day);
    place_remove(&place);
}

static int collect(void *arg, const char *key, const void *value, size_t length)
{
    char *text = arg;

    (void)snprintf(text + strlen(text), 200 - strlen(text), "%s=%.*s;", key,
                   (int)length, (const char *)value);
    return 0;
}

static void sides_are_put_replaced_deleted_and_expire(void **state)
{
    static const struct side_write first[] = {
        { SIDE_PUT, SIDE_BINDING, "b", "old", 3, 10 },
        { SIDE_PUT, SIDE_BINDING, "a", "", 0, 20 },
        { SIDE_PUT, SIDE_BINDING, "c", "gone", 4, 20 },
        { SIDE_PUT, SIDE_SECRET, "s", "x\0y", 3, 20 },
        { SIDE_PUT, SIDE_BINDING, "d", "late", 4, 5 },
    };
    static const struct side_write second[] = {
        { SIDE_PUT, SIDE_BINDING, "b", "new", 3, 30 },
        { SIDE_DELETE, SIDE_BINDING, "c", NULL, 0, 0 },
        { SIDE_DELETE, SIDE_BINDING, "none", NULL, 0, 0 },
        { SIDE_EXPIRE, SIDE_BINDING, NULL, NULL, 0, 20 },
        { SIDE_EXPIRE, SIDE_SECRET, NULL, NULL, 0, 20 },
    };
    struct place place;
    char text[200] = "";

    (void)state;
    place_make(&place);
    place_start(&place);
    struct store_turn turn = { NULL, 0, first, 5 };
    assert_int_equal(store_write(place.store, &turn), 1);
    turn.sides = second;
    int64_t ticket = store_write(place.store, &turn);
    place_wait(&place, ticket);
    place_stop(&place);

    assert_int_equal(store_open(&place.settings, &place.store, NULL), 0);
    assert_int_equal(store_side_each(place.store, SIDE_BINDING, collect, text),
                     0);
    assert_string_equal(text, "a=;b=new;");
    text[0] = '\0';
    assert_int_equal(store_side_each(place.store, SIDE_SECRET, collect, text),
                     0);
    assert_string_equal(text, "s=x;");
    assert_int_equal(place_number(&place, "SELECT length(value) FROM secret"),
                     3);
    place_remove(&place);
}

static void wait_for_commits(const struct place *place, int64_t ticket)
{
    struct pollfd fd = { .fd = store_event_fd(place->store), .events = POLLIN };

    while (store_committed(place->store) < ticket) {
        assert_int_equal(poll(&fd, 1, PLACE_WAIT_MS), 1);
        store_event_clear(place->store);
    }
}

static void what_nobody_waits_for_rests_until_somebody_does(void **state)
{
    static const struct side_write side = {
        SIDE_PUT, SIDE_NOTE, "k", "v", 1, 0
    };
    const struct store_turn turn = { NULL, 0, &side, 1 };
    struct store_status status;
    struct place place;
    int64_t ticket = 0;

    (void)state;
    place_make(&place);
    place.settings.linger_ms = 24 * 3600 * 1000;
    place_start(&place);
    for (int i = 0; i < 50; i++)
        ticket = store_write(place.store, &turn);
    assert_int_equal(store_committed(place.store), 0);

    store_want(place.store, ticket - 20);
    wait_for_commits(&place, ticket);
    store_status(place.store, &status);
    assert_int_equal(status.commits, 1);

    ticket = store_write(place.store, &turn);
    store_want(place.store, ticket - 1); /* on disk already: no reason */
    assert_int_equal(store_committed(place.store), ticket - 1);
    place_stop(&place); /* leaves nothing unwritten */
    place_remove(&place);
}

static void what_nobody_waits_for_is_written_all_the_same(void **state)
{
    static const struct side_write side = {
        SIDE_PUT, SIDE_NOTE, "k", "v", 1, 0
    };
    const struct store_turn turn = { NULL, 0, &side, 1 };
    struct place place;

    (void)state;
    place_make(&place);
    place_start(&place);
    wait_for_commits(&place, store_write(place.store, &turn));
    place_remove(&place);
}

static void a_side_too_long_is_refused(void **state)
{
    static char key[SIDE_MAX_KEY + 2];
    static const char value[1] = "";
    struct place place;
    struct side_write side = { SIDE_PUT, SIDE_TOKEN, key, value, 0, 0 };
    const struct store_turn turn = { NULL, 0, &side, 1 };

    (void)state;
    place_make(&place);
    place_start(&place);
    assert_int_equal(store_write(place.store, &turn), -EINVAL);
    memset(key, 'k', sizeof(key) - 1);
    assert_int_equal(store_write(place.store, &turn), -EINVAL);
    key[SIDE_MAX_KEY] = '\0';
    assert_true(store_write(place.store, &turn) > 0);
    side.length = SIDE_MAX_VALUE + 1;
    assert_int_equal(store_write(place.store, &turn), -EINVAL);
    place_remove(&place);
}

static void before_the_start_nothing_is_taken(void **state)
{
    static const struct side_write side = {
        SIDE_PUT, SIDE_NOTE, "k", "v", 1, 0
    };
    const struct store_turn turn = { NULL, 0, &side, 1 };
    struct place place;

    (void)state;
    place_make(&place);
    assert_int_equal(store_open(&place.settings, &place.store, NULL), 0);
    assert_int_equal(store_write(place.store, &turn), -ESHUTDOWN);
    place_remove(&place);
}

static void second_server(struct place *place, int expected)
{
    struct store *store = NULL;
    struct store_problem problem = { .text = NULL };

    assert_int_equal(store_open(&place->settings, &store, &problem), expected);
    if (expected < 0)
        assert_non_null(strstr(problem.text, "Another server"));
    (void)store_close(store, 0, NULL);
}

static void a_second_server_is_refused(void **state)
{
    struct place place;

    (void)state;
    place_make(&place);
    place_start(&place);
    second_server(&place, -EBUSY);
    place_stop(&place);
    second_server(&place, 0);
    place_remove(&place);
}

static enum store_health wait_for_health(struct place *place,
                                         enum store_health health)
{
    struct pollfd fd = { .fd = store_event_fd(place->store), .events = POLLIN };
    struct store_status status;

    for (;;) {
        store_event_clear(place->store);
        store_status(place->store, &status);
        if (status.health == health || poll(&fd, 1, PLACE_WAIT_MS) <= 0)
            return status.health;
    }
}

/* Waits until the oldest turn not on disk is so old; 0: until there is none. */
static int64_t wait_behind(struct place *place, int64_t us)
{
    struct store_status status;

    for (int tries = 0; tries < PLACE_WAIT_MS / 10; tries++) {
        store_status(place->store, &status);
        if (us == 0 ? status.behind_us == 0 : status.behind_us >= us)
            return us;
        (void)poll(NULL, 0, 10);
    }
    return status.behind_us;
}

static void locked_turns_wait_and_are_written(void **state)
{
    struct place place;
    struct day day;
    int64_t ticket = 0;
    struct store_status status;

    (void)state;
    place_make(&place);
    place_start(&place);
    place_write_day(&place, 50, 1);

    sqlite3 *other = place_open_database(&place);
    int64_t before = store_committed(place.store);
    assert_int_equal(db_run(other, "BEGIN EXCLUSIVE"), 0);

    day_begin(&day, place.core, 2);
    for (int i = 0; i < 30; i++) {
        ticket = place_write_step(&place, &day);
        assert_true(ticket > 0);
        day_step_to_events(&day);
    }
    assert_int_equal(wait_for_health(&place, STORE_LOCKED), STORE_LOCKED);
    assert_int_equal(store_committed(place.store), before);
    store_status(place.store, &status);
    assert_true(status.queued >= 30);
    assert_int_equal(wait_behind(&place, 20000), 20000);

    assert_int_equal(db_run(other, "COMMIT"), 0);
    (void)db_close(other);
    place_wait(&place, ticket);
    assert_int_equal(wait_for_health(&place, STORE_OK), STORE_OK);
    assert_int_equal(wait_behind(&place, 0), 0);
    day_end(&day);
    place_stop(&place);
    place_verify(&place);
    place_remove(&place);
}

static void a_full_queue_says_so_and_loses_nothing(void **state)
{
    struct place place;
    struct day day;
    int64_t ticket = 0;

    (void)state;
    place_make(&place);
    place.settings.max_queued = 100;
    place_start(&place);
    place_write_day(&place, 50, 1);

    sqlite3 *other = place_open_database(&place);
    assert_int_equal(db_run(other, "BEGIN EXCLUSIVE"), 0);
    day_begin(&day, place.core, 2);
    do {
        assert_true(store_level_pct(place.store) < 100);
        ticket = place_write_step(&place, &day);
        assert_true(ticket > 0);
        day_step_to_events(&day);
    } while (store_level_pct(place.store) < 100);
    assert_int_equal(place_write_step(&place, &day), -EAGAIN);

    assert_int_equal(db_run(other, "COMMIT"), 0);
    (void)db_close(other);
    place_wait(&place, ticket);
    ticket = place_write_step(&place, &day);
    assert_true(ticket > 0);
    place_wait(&place, ticket);
    day_end(&day);
    place_stop(&place);
    place_verify(&place);
    place_remove(&place);
}

static void closing_while_locked_says_what_is_unwritten(void **state)
{
    struct place place;
    struct day day;
    size_t unwritten = 0;

    (void)state;
    place_make(&place);
    place_start(&place);
    place_write_day(&place, 20, 1);
    int64_t before = place_number(&place, "SELECT max(seq) FROM event");

    sqlite3 *other = place_open_database(&place);
    assert_int_equal(db_run(other, "BEGIN EXCLUSIVE"), 0);
    day_begin(&day, place.core, 2);
    size_t events = day.outbox.event_count;
    assert_true(place_write_step(&place, &day) > 0);
    place.store = store_close(place.store, 100, &unwritten);
    assert_int_equal(unwritten, events);
    assert_int_equal(db_run(other, "COMMIT"), 0);
    (void)db_close(other);
    day_end(&day);

    assert_int_equal(place_number(&place, "SELECT max(seq) FROM event"),
                     before);
    place_verify(&place);
    place_remove(&place);
}

/* As a disk that is full, until there is room again. */
static void without_room_turns_wait_and_are_written(void **state)
{
    struct place place;
    struct day day;
    struct rlimit before;
    struct stat file;
    int64_t ticket = 0;
    char path[128];

    (void)state;
    place_make(&place);
    place_start(&place);
    place_write_day(&place, 50, 1);

    (void)snprintf(path, sizeof(path), "%s-wal", place.database);
    assert_int_equal(stat(path, &file), 0);
    (void)signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    const struct rlimit tight = { (rlim_t)file.st_size, before.rlim_max };
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);

    day_begin(&day, place.core, 2);
    for (int i = 0; i < 30; i++) {
        ticket = place_write_step(&place, &day);
        day_step_to_events(&day);
    }
    assert_int_equal(wait_for_health(&place, STORE_FULL), STORE_FULL);
    assert_true(store_committed(place.store) < ticket);

    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    place_wait(&place, ticket);
    assert_int_equal(wait_for_health(&place, STORE_OK), STORE_OK);
    day_end(&day);
    place_stop(&place);
    place_verify(&place);
    place_remove(&place);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, what_was_written_is_recovered);
    TEST_LIST_ADD(&list, the_past_is_told);
    TEST_LIST_ADD(&list, tickets_are_numbered_and_kept_in_order);
    TEST_LIST_ADD(&list, sides_are_put_replaced_deleted_and_expire);
    TEST_LIST_ADD(&list, what_nobody_waits_for_rests_until_somebody_does);
    TEST_LIST_ADD(&list, what_nobody_waits_for_is_written_all_the_same);
    TEST_LIST_ADD(&list, a_side_too_long_is_refused);
    TEST_LIST_ADD(&list, before_the_start_nothing_is_taken);
    TEST_LIST_ADD(&list, a_second_server_is_refused);
    TEST_LIST_ADD(&list, locked_turns_wait_and_are_written);
    TEST_LIST_ADD(&list, a_full_queue_says_so_and_loses_nothing);
    TEST_LIST_ADD(&list, closing_while_locked_says_what_is_unwritten);
    TEST_LIST_ADD(&list, without_room_turns_wait_and_are_written);
    return test_list_run(&list);
}
