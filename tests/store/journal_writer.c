/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small program that writes a journal, to be killed in the middle of it. */

/*
 *     journal_writer DIRECTORY write EVENTS SNAPSHOT_EVERY
 *         goes on with the journal until it has so many events more, and
 *         prints the number of the last event each time it is acknowledged
 *     journal_writer DIRECTORY check
 *         recovers, verifies, and prints "last N" and each difference; again
 *         when the projections have caught up
 */

#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/store.h"
#include "store/verify.h"
#include "tests/store/day.h"

enum { WAIT_MS = 120000, PROJECT_MS = 10 };

static void say_fatal(void *arg, const char *reason)
{
    (void)arg;
    fprintf(stderr, "fatal: %s\n", reason);
}

static int fail(const char *what, int rc, const struct store_problem *problem)
{
    fprintf(stderr, "%s: %s: %s %s %s\n", what, strerror(-rc),
            problem->text ? problem->text : "", problem->path, problem->detail);
    return EXIT_FAILURE;
}

/* Prints what is acknowledged, at once, as a client would hear it. */
static void acknowledge(struct store *store)
{
    char line[32];
    int length = snprintf(line, sizeof(line), "%" PRIu64 "\n",
                          store_committed_seq(store));

    if (write(STDOUT_FILENO, line, (size_t)length) != length)
        _exit(EXIT_FAILURE);
}

static int wait_for(struct store *store, int64_t ticket)
{
    struct pollfd fd = { .fd = store_event_fd(store), .events = POLLIN };

    store_want(store, ticket);
    while (store_committed(store) < ticket) {
        if (poll(&fd, 1, WAIT_MS) <= 0)
            return -ETIMEDOUT;
        store_event_clear(store);
    }
    acknowledge(store);
    return 0;
}

static int write_turn(struct store *store, const struct day *day)
{
    const struct side_write sides[] = {
        { SIDE_PUT, SIDE_FLOW_TEXT, day->flow_digest.text, day->flow_text,
          strlen(day->flow_text), day->now_us },
    };
    struct store_turn turn = { day->outbox.events, day->outbox.event_count,
                               sides, 1 };
    int64_t ticket = store_write(store, &turn);

    store_alive(store, day->now_us, day->now_us);
    return ticket < 0 ? (int)ticket : wait_for(store, ticket);
}

static int write_events(struct store *store, struct core *core, uint64_t events)
{
    uint64_t first = state_system(core_state(core))->seq;
    struct day day;
    int rc;

    day_begin(&day, core, first + 1);
    for (;;) {
        rc = write_turn(store, &day);
        if (rc < 0 || state_system(core_state(core))->seq >= first + events)
            break;
        day_step_to_events(&day);
    }
    day_end(&day);
    return rc;
}

static int do_write(const char *directory, uint64_t events, uint64_t every)
{
    struct store_settings settings = { .directory = directory,
                                       .snapshot_every = every,
                                       .project_ms = PROJECT_MS,
                                       .on_fatal = say_fatal };
    struct store_problem problem = { .text = NULL };
    struct store *store = NULL;
    struct core *core = NULL;
    int rc = store_open(&settings, &store, &problem);

    if (rc == 0)
        rc = core_new(&core);
    if (rc == 0)
        rc = store_recover(store, core, &problem);
    if (rc == 0)
        rc = store_start(store);
    if (rc == 0)
        rc = write_events(store, core, events);

    (void)store_close(store, WAIT_MS, NULL);
    (void)core_free(core);
    return rc < 0 ? fail("write", rc, &problem) : EXIT_SUCCESS;
}

static void tell(void *arg, enum verify_difference kind, uint64_t seq,
                 const char *what)
{
    (void)arg;
    printf("difference %s %" PRIu64 " %s\n", verify_spell(kind), seq, what);
}

static int do_check(const char *directory)
{
    struct store_settings settings = { .directory = directory };
    struct store_problem problem = { .text = NULL };
    struct verify_report report = { .tell = tell };
    struct store *store = NULL;
    struct core *core = NULL;
    struct store_past past = { .seq = 0 };
    int rc = store_open(&settings, &store, &problem);

    if (rc == 0)
        rc = core_new(&core);
    if (rc == 0)
        rc = store_recover(store, core, &problem);
    if (rc == 0)
        store_past(store, &past);
    if (rc == 0)
        rc = store_verify(directory, &report, &problem);
    if (rc == 0)
        rc = store_start(store);
    if (rc == 0)
        rc = store_catch_up(store);
    (void)store_close(store, WAIT_MS, NULL);
    (void)core_free(core);

    if (rc == 0)
        rc = store_verify(directory, &report, &problem);
    if (rc < 0)
        return fail("check", rc, &problem);

    printf("last %" PRIu64 " snapshot %" PRIu64 " bad %u\n", past.seq,
           past.snapshot_seq, past.bad_snapshots);
    return EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    if (argc == 5 && strcmp(argv[2], "write") == 0)
        return do_write(argv[1], strtoull(argv[3], NULL, 10),
                        strtoull(argv[4], NULL, 10));
    if (argc == 3 && strcmp(argv[2], "check") == 0)
        return do_check(argv[1]);

    fprintf(stderr, "usage: %s DIRECTORY write EVENTS SNAPSHOT_EVERY | check\n",
            argv[0]);
    return 2;
}
