/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a descriptor does not take waits in its order, and nobody with it. */

#include "tui/outlet.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "tests/test.h"

enum { MANY = 300000 }; /* more than a pipe holds: pipe(7), 65,536 */

/* A pipe, opened anew for writing as the device of an outlet. */
struct line {
    struct outlet outlet;
    int ends[2];
};

static void line_open(struct line *line)
{
    char device[64];

    *line = (struct line){ .ends = { -1, -1 } };
    assert_int_equal(pipe2(line->ends, O_CLOEXEC | O_NONBLOCK), 0);
    snprintf(device, sizeof(device), "/proc/self/fd/%d", line->ends[1]);
    assert_int_equal(outlet_open(&line->outlet, device), 0);
}

static void line_close(struct line *line)
{
    outlet_close(&line->outlet);
    close(line->ends[0]);
    if (line->ends[1] >= 0)
        close(line->ends[1]);
}

/* Reads all there is. */
static size_t take(const struct line *line, char *ret_bytes, size_t size)
{
    size_t length = 0;
    ssize_t count;

    while (length < size &&
           (count = read(line->ends[0], ret_bytes + length, size - length)) > 0)
        length += (size_t)count;
    return length;
}

/* Every number differs from its neighbours: a byte lost or twice is seen. */
static char *numbers(void)
{
    char *bytes = malloc(MANY);

    assert_non_null(bytes);
    for (size_t i = 0; i < MANY; i++)
        bytes[i] = (char)(i % 251);
    return bytes;
}

static void nothing_goes_out_before_the_flush(void **state)
{
    struct line line;
    char bytes[16];

    (void)state;
    line_open(&line);
    outlet_add_text(&line.outlet, "one ");
    outlet_add_text(&line.outlet, "frame");
    assert_int_equal(take(&line, bytes, sizeof(bytes)), 0);
    outlet_flush(&line.outlet);
    assert_int_equal(take(&line, bytes, sizeof(bytes)), 9);
    assert_memory_equal(bytes, "one frame", 9);
    assert_false(line.outlet.is_stuck);
    line_close(&line);
}

static void what_is_not_taken_waits_in_its_order(void **state)
{
    struct line line;
    char *sent = numbers(), *got = malloc(MANY);
    size_t length = 0;
    int flushes = 0;

    (void)state;
    assert_non_null(got);
    line_open(&line);
    outlet_add(&line.outlet, sent, MANY);
    outlet_flush(&line.outlet);
    assert_true(line.outlet.is_stuck);
    while (line.outlet.is_stuck) {
        length += take(&line, got + length, MANY - length);
        outlet_flush(&line.outlet);
        assert_in_range(++flushes, 1, MANY);
    }
    length += take(&line, got + length, MANY - length);
    assert_int_equal(length, MANY);
    assert_memory_equal(got, sent, MANY);
    line_close(&line);
    free(sent);
    free(got);
}

static void too_much_is_refused_whole_and_told_once(void **state)
{
    struct line line;
    char *bytes = numbers();
    size_t whole = 0;

    (void)state;
    line_open(&line);
    for (int i = 0; i <= OUTLET_MAX / MANY; i++) {
        outlet_add(&line.outlet, bytes, MANY);
        whole = line.outlet.length;
    }
    assert_true(whole <= OUTLET_MAX);
    assert_int_equal(whole % MANY, 0);
    assert_true(outlet_takes_break(&line.outlet));
    assert_false(outlet_takes_break(&line.outlet));
    line_close(&line);
    free(bytes);
}

static void a_line_that_is_gone_is_waited_for_by_nobody(void **state)
{
    struct line line;
    char *bytes = numbers();

    (void)state;
    signal(SIGPIPE, SIG_IGN);
    line_open(&line);
    outlet_add(&line.outlet, bytes, MANY);
    outlet_flush(&line.outlet);
    assert_true(line.outlet.is_stuck);
    close(line.ends[0]);
    outlet_flush(&line.outlet);
    assert_false(line.outlet.is_stuck);
    assert_int_equal(line.outlet.length, 0);
    line.ends[0] = -1;
    line_close(&line);
    free(bytes);
}

static void what_was_dropped_does_not_come(void **state)
{
    struct line line;
    char bytes[16];

    (void)state;
    line_open(&line);
    outlet_add_text(&line.outlet, "old");
    outlet_drop(&line.outlet);
    outlet_add_text(&line.outlet, "new");
    outlet_flush(&line.outlet);
    assert_int_equal(take(&line, bytes, sizeof(bytes)), 3);
    assert_memory_equal(bytes, "new", 3);
    line_close(&line);
}

static void no_device_is_an_error(void **state)
{
    struct outlet outlet = { .fd = 0 };

    (void)state;
    assert_int_equal(outlet_open(&outlet, "/nowhere/at/all"), -ENOENT);
    outlet_close(&outlet);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD(&list, nothing_goes_out_before_the_flush);
    TEST_LIST_ADD(&list, what_is_not_taken_waits_in_its_order);
    TEST_LIST_ADD(&list, too_much_is_refused_whole_and_told_once);
    TEST_LIST_ADD(&list, a_line_that_is_gone_is_waited_for_by_nobody);
    TEST_LIST_ADD(&list, what_was_dropped_does_not_come);
    TEST_LIST_ADD(&list, no_device_is_an_error);
    return test_list_run(&list);
}
