/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A terminal that takes nothing blocks nobody, and catches up later. */

#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tests/test.h"
#include "tests/tui/emulator.h"

/* Ten times what a line holds, some 20 kB; and what may come of it: that, the
 * frame that waited, and the last one. */
enum { REPAINTS = 150, BYTES_MOST = 60000 };

static void start(struct emulator *emulator)
{
    emulator_start(emulator, &(struct emulator_setup){ .rows = 24,
                                                       .columns = 80,
                                                       .term = "xterm-256color",
                                                       .locale = "C.UTF-8" });
    emulator_expect(emulator, "Support Tier 1");
}

/* The program writes its picture into a file, while nobody reads its line. */
static void still_answers(struct emulator *emulator)
{
    const struct timespec moment = { .tv_nsec = 1000000 };
    time_t limit = time(NULL) + EMULATOR_LIMIT_S;

    emulator_send(emulator, "\004");
    while (access(emulator->dump, R_OK) != 0) {
        if (time(NULL) > limit)
            fail_msg("the program hangs on its terminal");
        nanosleep(&moment, NULL);
    }
    unlink(emulator->dump);
}

static void stall(struct emulator *emulator)
{
    for (int i = 0; i < REPAINTS; i++) {
        emulator_send(emulator, "\014"); /* Ctrl-L: all of it again */
        still_answers(emulator);
    }
}

static void it_is_worked_on_while_nobody_reads(void **state)
{
    struct emulator emulator;
    size_t before;

    (void)state;
    start(&emulator);
    before = emulator.bytes;
    stall(&emulator);
    emulator_send(&emulator, "e");
    still_answers(&emulator);
    emulator_expect(&emulator, "Ring time");
    assert_int_equal(emulator_differences(&emulator, true), 0);
    assert_in_range(emulator.bytes - before, 1, BYTES_MOST);
    emulator_stop(&emulator);
}

static void it_ends_while_nobody_reads(void **state)
{
    struct emulator emulator;
    time_t limit = time(NULL) + EMULATOR_LIMIT_S;

    (void)state;
    start(&emulator);
    stall(&emulator);
    kill(emulator.child, SIGTERM);
    while (waitpid(emulator.child, &emulator.status, WNOHANG) == 0)
        assert_true(time(NULL) < limit);
    emulator.child = -1;
    assert_true(WIFEXITED(emulator.status));
    emulator_read(&emulator);
    assert_false(emulator.is_alternate);
    assert_true(emulator.cursor_visible);
    emulator_stop(&emulator);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD(&list, it_is_worked_on_while_nobody_reads);
    TEST_LIST_ADD(&list, it_ends_while_nobody_reads);
    return test_list_run(&list);
}
