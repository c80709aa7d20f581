/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many calls of the past the routing rules are asked about at once. */

#include "jobs/query_calls.h"

#include "tests/test.h"

static const struct most_row {
    const char *says;
    size_t rules, calls;
} most_rows[] = {
    { "of one rule all that may be asked about", 1, 5000 },
    { "of 160 rules, too", 160, 5000 },
    { "of one more fewer", 161, 4968 },
    { "of 2,000 rules and as many in the draft 200", 4000, 200 },
    { "of as many rules as there are questions one", 800000, 1 },
};

static void asks_about_so_many(void **state)
{
    const struct most_row *row = *state;

    assert_int_equal(query_calls_most(row->rules), row->calls);
    assert_true(row->rules * row->calls <= QUERY_CALLS_RULES);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, asks_about_so_many, most_rows);
    return test_list_run(&list);
}
