/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A data directory for a test, a store in it, and days written to it. */

#include "tests/store/place.h"

#include <dirent.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/verify.h"
#include "tests/test.h"

void place_make(struct place *place)
{
    const char *above = getenv("TMPDIR");

    *place = (struct place){ .store = NULL };
    (void)snprintf(place->directory, sizeof(place->directory),
                   "%.30s/cclite-store.XXXXXX", above ? above : "/tmp");
    assert_non_null(mkdtemp(place->directory));
    (void)snprintf(place->database, sizeof(place->database), "%s/cclite.db",
                   place->directory);
    place->settings.directory = place->directory;
}

void place_remove(struct place *place)
{
    char path[512];

    place_stop(place);

    DIR *directory = opendir(place->directory);
    for (struct dirent *entry; (entry = readdir(directory));) {
        (void)snprintf(path, sizeof(path), "%s/%s", place->directory,
                       entry->d_name);
        if (entry->d_name[0] != '.' && unlink(path) < 0)
            (void)rmdir(path);
    }
    (void)closedir(directory);
    assert_int_equal(rmdir(place->directory), 0);
}

void place_start(struct place *place)
{
    struct store_problem problem = { .text = "" };
    int rc = store_open(&place->settings, &place->store, &problem);

    if (rc == 0)
        rc = core_new(&place->core);
    if (rc == 0)
        rc = store_recover(place->store, place->core, &problem);
    if (rc == 0)
        rc = store_start(place->store);
    if (rc < 0)
        fail_msg("%s %s %s: %s", problem.text, problem.path, problem.detail,
                 strerror(-rc));
}

void place_stop(struct place *place)
{
    size_t unwritten = 0;

    place->store = store_close(place->store, PLACE_WAIT_MS, &unwritten);
    place->core = core_free(place->core);
    assert_int_equal(unwritten, 0);
}

void place_wait(struct place *place, int64_t ticket)
{
    struct pollfd fd = { .fd = store_event_fd(place->store), .events = POLLIN };

    store_want(place->store, ticket);
    while (store_committed(place->store) < ticket) {
        assert_int_equal(poll(&fd, 1, PLACE_WAIT_MS), 1);
        store_event_clear(place->store);
    }
}

int64_t place_write_step(struct place *place, const struct day *day)
{
    const struct side_write side = {
        SIDE_PUT,       SIDE_FLOW_TEXT,         day->flow_digest.text,
        day->flow_text, strlen(day->flow_text), day->now_us
    };
    const struct store_turn turn = { day->outbox.events,
                                     day->outbox.event_count, &side,
                                     day->set_up <= DAY_AGENTS };

    return store_write(place->store, &turn);
}

void place_write_day(struct place *place, uint64_t events, uint64_t seed)
{
    uint64_t last = state_system(core_state(place->core))->seq + events;
    int64_t ticket;
    struct day day;

    day_begin(&day, place->core, seed);
    for (;;) {
        ticket = place_write_step(place, &day);
        assert_true(ticket > 0);
        if (store_level_pct(place->store) >= STORE_ALARM_PCT)
            place_wait(place, ticket);
        if (state_system(core_state(place->core))->seq >= last)
            break;
        day_step_to_events(&day);
    }
    day_end(&day);
    place_wait(place, ticket);
}

static void tell(void *arg, enum verify_difference kind, uint64_t seq,
                 const char *what)
{
    (void)arg;
    print_error("%s at %ju: %s\n", verify_spell(kind), (uintmax_t)seq, what);
}

void place_verify(struct place *place)
{
    struct verify_report report = { .tell = tell };
    struct store_problem problem = { .text = "" };

    if (store_verify(place->directory, &report, &problem) < 0)
        fail_msg("%s %s", problem.text, problem.detail);
    assert_int_equal(report.differences, 0);
}

sqlite3 *place_open_database(struct place *place)
{
    sqlite3 *db = NULL;

    assert_int_equal(db_open(place->database, DB_WRITE, &db), 0);
    return db;
}

int64_t place_number(struct place *place, const char *sql)
{
    sqlite3 *db = place_open_database(place);
    int64_t number = -1;

    assert_int_equal(db_number(db, sql, &number), 0);
    (void)db_close(db);
    return number;
}

void place_run(struct place *place, const char *sql)
{
    sqlite3 *db = place_open_database(place);

    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    (void)db_close(db);
}
