/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which numbers are near the limit, by the limit there is. */

#include "base/descriptor.h"

#include <sys/resource.h>

#include "tests/test.h"

struct last_row {
    const char *says;
    rlim_t limit;
    int first; /* that is one of the last */
    enum descriptor_use use;
};

static const struct last_row last_rows[] = {
    { "of 1,024 recordings leave 16", 1024, 1008, DESCRIPTOR_RECORDING },
    { "of 1,024 new calls leave 32", 1024, 992, DESCRIPTOR_SOUND },
    { "of 1,024 connections leave 48", 1024, 976, DESCRIPTOR_CONNECTION },
    { "of 1,024 clients leave 64", 1024, 960, DESCRIPTOR_CLIENT },
    { "of 20,000 clients leave no more", 20000, 19936, DESCRIPTOR_CLIENT },
    { "of 64 clients leave 12", 64, 52, DESCRIPTOR_CLIENT },
    { "of 30 recordings leave one", 30, 29, DESCRIPTOR_RECORDING },
};

static void the_last_ones_are_kept(void **state)
{
    const struct last_row *row = *state;
    struct rlimit before, limit;

    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    limit = before;
    limit.rlim_cur = row->limit;
    if (setrlimit(RLIMIT_NOFILE, &limit) < 0)
        skip(); /* more than is allowed here */
    bool below = descriptor_is_last(row->first - 1, row->use);
    bool first = descriptor_is_last(row->first, row->use);
    bool beyond = descriptor_is_last((int)row->limit + 5, row->use);
    bool none = descriptor_is_last(-1, row->use);

    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_false(below);
    assert_true(first);
    assert_true(beyond);
    assert_false(none);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, the_last_ones_are_kept, last_rows);
    return test_list_run(&list);
}
