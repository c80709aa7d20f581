/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties by name and by effect, and trunks in their order. */

#include "calls/party.h"

#include <errno.h>
#include <stdlib.h>

#include "calls/line_out.h"
#include "tests/failing_alloc.h"
#include "tests/test.h"

static void a_name_outlives_its_party_and_finds_nobody(void **state)
{
    (void)state;
    struct party_table table;

    assert_int_equal(party_table_init(&table, 4), 0);
    struct party *first = party_add(&table, PARTY_CALLER, 0);
    uint64_t name = first->id;

    party_remove(&table, first);
    struct party *second = party_add(&table, PARTY_CALLER, 0);

    assert_null(party_find(&table, name));
    assert_ptr_equal(party_find(&table, second->id), second);
    assert_null(party_find(&table, 0));
    assert_null(party_find(&table, UINT64_MAX));
    party_table_done(&table);
}

static void a_full_table_takes_nobody(void **state)
{
    (void)state;
    struct party_table table;

    assert_int_equal(party_table_init(&table, 2), 0);
    assert_non_null(party_add(&table, PARTY_CALLER, 0));
    assert_non_null(party_add(&table, PARTY_AGENT, 5));
    assert_null(party_add(&table, PARTY_AGENT, 6));
    assert_int_equal(table.count, 2);
    party_table_done(&table);
}

/* Serials of one bucket are 1,024 apart; the naive model is an array. */
static void callees_are_found_by_their_effect_after_many_changes(void **state)
{
    (void)state;
    enum { SERIALS = 64, STEPS = 20000 };
    struct party_table table;
    struct party *model[SERIALS] = { NULL };
    uint32_t random = 1;

    assert_int_equal(party_table_init(&table, SERIALS), 0);
    for (int step = 0; step < STEPS; step++) {
        random = random * 1664525 + 1013904223;
        size_t i = random >> 16 & (SERIALS - 1);
        uint64_t serial = 1 + 512 * (uint64_t)i;

        if (model[i]) {
            party_remove(&table, model[i]);
            model[i] = NULL;
        } else {
            model[i] = party_add(&table, PARTY_AGENT, serial);
            assert_non_null(model[i]);
        }
        for (size_t j = 0; j < SERIALS; j++)
            assert_ptr_equal(party_by_serial(&table, 1 + 512 * (uint64_t)j),
                             model[j]);
    }
    party_table_done(&table);
}

static void without_memory_there_is_no_table_and_no_party(void **state)
{
    (void)state;
    struct party_table table;

    for (int n = 0; n < 2; n++) {
        fail_alloc_after(n);
        assert_int_equal(party_table_init(&table, 4), -ENOMEM);
        fail_alloc_after(FAIL_NO_ALLOC);
    }

    assert_int_equal(party_table_init(&table, 4), 0);
    fail_alloc_after(0);
    assert_null(party_add(&table, PARTY_AGENT, 3));
    fail_alloc_after(FAIL_NO_ALLOC);
    assert_int_equal(table.count, 0);
    assert_null(party_by_serial(&table, 3));
    party_table_done(&table);
}

static struct event_trunk_set trunk(uint64_t id, int64_t preference,
                                    bool outbound)
{
    return (struct event_trunk_set){
        .id = id,
        .preference = preference,
        .outbound = outbound,
    };
}

/* A line has one name of its own, and another while it is lent. */
static void a_line_is_found_by_both_its_names(void **state)
{
    (void)state;
    static struct party_table table;
    struct party *line;

    assert_int_equal(party_table_init(&table, 4), 0);
    line = party_add(&table, PARTY_AGENT, 7);
    assert_non_null(party_add(&table, PARTY_AGENT, 8));
    line->line = 7;
    party_rename(&table, line, 9 + 1024);
    assert_null(party_by_serial(&table, 7));
    assert_ptr_equal(party_by_serial(&table, 9 + 1024), line);
    assert_ptr_equal(party_of_line(&table, 7), line);
    party_rename(&table, line, 7);
    assert_ptr_equal(party_by_serial(&table, 7), line);
    assert_null(party_by_serial(&table, 9 + 1024));
    assert_null(party_of_line(&table, 8));
    assert_null(party_of_line(&table, 0));
    party_table_done(&table);
}

static void trunks_are_tried_by_preference_then_age(void **state)
{
    (void)state;
    static struct line_out out;
    const struct event_trunk_set all[] = {
        trunk(1, 20, true), trunk(2, 10, true), trunk(3, 10, true),
        trunk(4, 1, false), trunk(1, 10, true), /* changed */
    };
    static const uint64_t expected[] = { 1, 2, 3 };

    out.count = 0;
    for (size_t i = 0; i < ARRAY_LEN(all); i++)
        assert_int_equal(line_out_set(&out, &all[i]), 0);

    assert_int_equal(out.count, ARRAY_LEN(expected));
    for (size_t i = 0; i < out.count; i++)
        assert_int_equal(out.trunks[i].id, expected[i]);

    line_out_remove(&out, 2);
    line_out_remove(&out, 99);
    assert_int_equal(out.count, 2);
    assert_int_equal(out.trunks[1].id, 3);
}

static void a_trunk_that_no_longer_dials_leaves_the_order(void **state)
{
    (void)state;
    static struct line_out out;
    const struct event_trunk_set dials = trunk(1, 1, true);
    const struct event_trunk_set silent = trunk(1, 1, false);

    out.count = 0;
    assert_int_equal(line_out_set(&out, &dials), 0);
    assert_int_equal(line_out_set(&out, &silent), 0);
    assert_int_equal(out.count, 0);
}

int main(void)
{
    struct test_list list = { .count = 0 };

    TEST_LIST_ADD(&list, a_name_outlives_its_party_and_finds_nobody);
    TEST_LIST_ADD(&list, a_full_table_takes_nobody);
    TEST_LIST_ADD(&list, callees_are_found_by_their_effect_after_many_changes);
    TEST_LIST_ADD(&list, a_line_is_found_by_both_its_names);
    TEST_LIST_ADD(&list, without_memory_there_is_no_table_and_no_party);
    TEST_LIST_ADD(&list, trunks_are_tried_by_preference_then_age);
    TEST_LIST_ADD(&list, a_trunk_that_no_longer_dials_leaves_the_order);
    return test_list_run(&list);
}
