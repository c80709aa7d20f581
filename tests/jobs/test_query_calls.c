/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which calls of the past the routing rules are asked about, and how many. */

#include "jobs/query_calls.h"

#include <stdlib.h>

#include "jobs/query.h"
#include "store/reader.h"
#include "tests/store/place.h"
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

/* A day of several pages, in which every fifth came to no entry's number, and
   another fifth were made by agents. */
static struct place place;
static struct reader *reader;

static const char of_entries[] =
    "SELECT count(*) FROM contact WHERE entry_id <> 0 AND outbound = 0";

static int make_day(void **state)
{
    (void)state;
    place_make(&place);
    place_start(&place);
    place_write_day(&place, 40000, 7);
    place_stop(&place);
    place_run(&place,
              "UPDATE contact SET entry_id = 0 WHERE contact_id % 5 = 1;"
              "UPDATE contact SET outbound = 1 WHERE contact_id % 5 = 2;");
    return reader_open(place.directory, &reader, NULL);
}

static int remove_day(void **state)
{
    (void)state;
    reader = reader_close(reader);
    place_remove(&place);
    return 0;
}

static struct past_call *find(size_t rules, size_t *ret_count, bool *ret_more)
{
    const struct query_calls query = { .before_wall_us = INT64_MAX,
                                       .rules = rules };
    struct past_call *calls = NULL;

    assert_int_equal(query_calls(reader, &query, &calls, ret_count, ret_more),
                     0);
    return calls;
}

static void those_of_entries_are_found_on_every_page(void **state)
{
    size_t count;
    bool is_more;
    struct past_call *calls = find(1, &count, &is_more);
    int64_t sum_us = 0;

    (void)state;
    assert_true(place_number(&place, "SELECT count(*) FROM contact") >
                place_number(&place, of_entries));
    assert_true(count > QUERY_MAX_ROWS);
    assert_int_equal(count, place_number(&place, of_entries));
    assert_false(is_more);
    for (size_t i = 0; i < count; i++) {
        assert_true(i == 0 ||
                    calls[i].arrived_wall_us <= calls[i - 1].arrived_wall_us);
        sum_us += calls[i].arrived_wall_us % 1000000007;
    }
    assert_int_equal(
        sum_us,
        place_number(&place,
                     "SELECT sum(arrived_wall_us % 1000000007) FROM contact"
                     " WHERE entry_id <> 0 AND outbound = 0"));
    free(calls);
}

static void beyond_the_most_the_newest_are_taken(void **state)
{
    size_t count;
    bool is_more;
    struct past_call *calls = find(800, &count, &is_more);

    (void)state;
    assert_int_equal(count, 1000);
    assert_true(is_more);
    assert_int_equal(calls[0].arrived_wall_us,
                     place_number(&place,
                                  "SELECT max(arrived_wall_us) FROM contact"
                                  " WHERE entry_id <> 0 AND outbound = 0"));
    free(calls);
}

static void how_they_fared_is_told(void **state)
{
    size_t count, offered = 0, in_time = 0, short_abandoned = 0;
    bool is_more;
    struct past_call *calls = find(1, &count, &is_more);

    (void)state;
    for (size_t i = 0; i < count; i++) {
        offered += calls[i].queue_id > 0;
        in_time += calls[i].in_time;
        short_abandoned += calls[i].short_abandon;
    }
    free(calls);
    assert_true(in_time > 0 && short_abandoned > 0);
    assert_int_equal(
        offered, place_number(&place, "SELECT sum(queue_id > 0) FROM contact"
                                      " WHERE entry_id <> 0"
                                      " AND outbound = 0"));
    assert_int_equal(in_time,
                     place_number(&place, "SELECT sum(in_time) FROM contact"
                                          " WHERE entry_id <> 0"
                                          " AND outbound = 0"));
    assert_int_equal(short_abandoned,
                     place_number(&place,
                                  "SELECT sum(short_abandon) FROM contact"
                                  " WHERE entry_id <> 0 AND outbound = 0"));
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, those_of_entries_are_found_on_every_page);
    TEST_LIST_ADD(&list, beyond_the_most_the_newest_are_taken);
    TEST_LIST_ADD(&list, how_they_fared_is_told);
    TEST_LIST_ADD_ROWS(&list, asks_about_so_many, most_rows);
    return _cmocka_run_group_tests("tests", list.tests, list.count, make_day,
                                   remove_day);
}
