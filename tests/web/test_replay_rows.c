/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls that were, summed up by two ways, against a slow and plain model. */

#include "web/routing_replay_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/test.h"

enum { CALLS = 5000, MOST_PAIRS = 1000 };

static struct past_call calls[CALLS];
static struct replay_led was[CALLS], would[CALLS];
static struct shape_routing_replayed *rows;
static size_t row_count;

static uint32_t seed;

static uint32_t draw(uint32_t below)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

/* A rule may lead to several places, and two rules to one. */
static struct replay_led draw_led(void)
{
    struct replay_led led = { .rule_id = draw(4) };

    led.to = draw(2) ? TO_QUEUE : TO_NUMBER;
    led.to_id = led.to == TO_QUEUE ? 1 + draw(3) : 0;
    snprintf(led.to_name.text, sizeof(led.to_name.text), "n%u",
             led.to == TO_NUMBER ? (unsigned)draw(2) : (unsigned)led.to_id);
    return led;
}

static void draw_calls(size_t count)
{
    seed = 20261122;
    for (size_t i = 0; i < count; i++) {
        was[i] = draw_led();
        would[i] = draw(2) ? was[i] : draw_led();
        calls[i] = (struct past_call){ .queue_id = draw(4) };
        calls[i].in_time = calls[i].queue_id && draw(2);
        calls[i].short_abandon =
            calls[i].queue_id && !calls[i].in_time && draw(2);
    }
}

static void sum(size_t count)
{
    free(rows);
    assert_int_equal(replay_rows(calls, was, would, count, &rows, &row_count),
                     0);
}

static bool is_way(const struct replay_led *led, uint64_t rule_id,
                   enum destination to, uint64_t to_id, const char *name)
{
    return led->rule_id == rule_id && led->to == to && led->to_id == to_id &&
           strcmp(led->to_name.text, name) == 0;
}

static bool is_of(const struct shape_routing_replayed *row, size_t call)
{
    return is_way(&was[call], row->was_rule_id, row->was_to, row->was_to_id,
                  row->was_to_name.text) &&
           is_way(&would[call], row->rule_id, row->to, row->to_id,
                  row->to_name.text);
}

/* By counting each row's calls one by one. */
static void each_call_is_in_one_row(void **state)
{
    (void)state;
    draw_calls(CALLS);
    sum(CALLS);
    assert_in_range(row_count, 20, MOST_PAIRS);
    for (size_t i = 0; i < row_count; i++) {
        int64_t contacts = 0, offered = 0, in_time = 0;

        for (size_t call = 0; call < CALLS; call++) {
            if (!is_of(&rows[i], call))
                continue;
            contacts++;
            offered += calls[call].queue_id > 0;
            in_time += calls[call].in_time;
        }
        assert_int_equal(rows[i].contacts, contacts);
        assert_int_equal(rows[i].offered, offered);
        assert_int_equal(rows[i].in_time, in_time);
        assert_int_equal(rows[i].of, CALLS);
    }
}

static int64_t all_contacts(void)
{
    int64_t all = 0;

    for (size_t i = 0; i < row_count; i++)
        all += rows[i].contacts;
    return all;
}

static void none_is_lost_or_there_twice(void **state)
{
    static const size_t counts[] = { 0, 1, 2, 7, 4999, 5000 };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(counts); i++) {
        draw_calls(counts[i]);
        sum(counts[i]);
        assert_int_equal(all_contacts(), counts[i]);
    }
}

static void what_goes_elsewhere_comes_first_and_the_most_before(void **state)
{
    (void)state;
    draw_calls(CALLS);
    sum(CALLS);
    for (size_t i = 1; i < row_count; i++) {
        assert_true(rows[i - 1].same <= rows[i].same);
        if (rows[i - 1].same == rows[i].same)
            assert_true(rows[i - 1].contacts >= rows[i].contacts);
    }
}

static void another_rule_to_the_same_place_is_no_other_way(void **state)
{
    (void)state;
    draw_calls(2);
    was[0] = (struct replay_led){ .rule_id = 1, .to = TO_QUEUE, .to_id = 3 };
    would[0] = was[0];
    would[0].rule_id = 2;
    was[1] = was[0];
    would[1] = was[0];
    would[1].to_id = 4;
    sum(2);
    assert_int_equal(row_count, 2);
    assert_int_equal(rows[0].to_id, 4);
    assert_false(rows[0].same);
    assert_true(rows[1].same);
}

/* Ten calls go to queue 7: of eight that waited one hung up at once, and three
   were in time. Four others waited in queue 9, where they would go. */
static void levels_are_those_that_there_were(void **state)
{
    (void)state;
    for (size_t i = 0; i < 14; i++) {
        bool moves = i < 10;

        was[i] = (struct replay_led){ .to = TO_QUEUE, .to_id = moves ? 7 : 9 };
        would[i] = (struct replay_led){ .to = TO_QUEUE, .to_id = 9 };
        calls[i] = (struct past_call){
            .queue_id = moves ? (i < 8 ? 7 : 0) : 9,
            .in_time = moves ? i < 3 : i < 12,
            .short_abandon = i == 3,
        };
    }
    sum(14);
    assert_int_equal(row_count, 2);
    assert_int_equal(rows[0].contacts, 10);
    assert_int_equal(rows[0].offered, 8);
    assert_int_equal(rows[0].service_level_permille, 1000 * 3 / 7);
    assert_int_equal(rows[0].to_offered, 4);
    assert_int_equal(rows[0].to_service_level_permille, 500);
}

static void nothing_is_told_where_nobody_waited(void **state)
{
    (void)state;
    was[0] = (struct replay_led){ .to = TO_QUEUE, .to_id = 7 };
    would[0] = (struct replay_led){ .to = TO_AGENT, .to_id = 9 };
    calls[0] = (struct past_call){ .queue_id = 0 };
    was[1] = would[1] = was[0];
    calls[1] = (struct past_call){ .queue_id = 9, .in_time = true };
    sum(2);
    assert_int_equal(rows[0].service_level_permille, -1);
    assert_int_equal(rows[0].to_service_level_permille, -1);
    assert_int_equal(rows[0].to_offered, 0);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD(&list, each_call_is_in_one_row);
    TEST_LIST_ADD(&list, none_is_lost_or_there_twice);
    TEST_LIST_ADD(&list, what_goes_elsewhere_comes_first_and_the_most_before);
    TEST_LIST_ADD(&list, another_rule_to_the_same_place_is_no_other_way);
    TEST_LIST_ADD(&list, levels_are_those_that_there_were);
    TEST_LIST_ADD(&list, nothing_is_told_where_nobody_waited);
    int rc = test_list_run(&list);

    free(rows);
    return rc;
}
