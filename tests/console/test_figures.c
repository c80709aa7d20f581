/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures add up as their formulas say, and grades follow their limits. */

#include "console/figures.h"

#include <string.h>

#include "console/grade.h"
#include "tests/test.h"

#define S INT64_C(1000000)

static struct topic_queues row_of(int64_t offered, int64_t in_time,
                                  int64_t waiting)
{
    return (struct topic_queues){
        .queue_id = 7,
        .name = { "sales" },
        .waiting = waiting,
        .oldest_age_us = waiting > 0 ? 10 * S : -1,
        .service_level_us = 20 * S,
        .service_level_permille = -1,
        .offered = offered,
        .answered = in_time,
        .answered_in_time = in_time,
    };
}

static void ages_grow_while_nothing_comes(void **state)
{
    (void)state;
    struct topic_queues row = row_of(10, 5, 1);
    struct figures figures;

    figures_read(&row, 3 * S, LANGUAGE_EN, &figures);
    assert_int_equal(figures.oldest_us, 13 * S);
    row.oldest_age_us = -1;
    figures_read(&row, 3 * S, LANGUAGE_EN, &figures);
    assert_int_equal(figures.oldest_us, -1);
}

static void a_label_falls_back(void **state)
{
    (void)state;
    struct topic_queues row = row_of(0, 0, 0);
    struct figures figures;

    figures_read(&row, 0, LANGUAGE_CS, &figures);
    assert_string_equal(figures.label.text, "sales");
    strcpy(row.label.text, "Sales");
    figures_read(&row, 0, LANGUAGE_CS, &figures);
    assert_string_equal(figures.label.text, "Sales");
    strcpy(row.label_cs.text, "Prodej");
    figures_read(&row, 0, LANGUAGE_CS, &figures);
    assert_string_equal(figures.label.text, "Prodej");
    figures_read(&row, 0, LANGUAGE_ES, &figures);
    assert_string_equal(figures.label.text, "Sales");
}

static void a_short_history_ends_now(void **state)
{
    (void)state;
    struct topic_queues row = row_of(0, 0, 0);
    struct figures figures;

    strcpy(row.history.text, "3 0 12");
    figures_read(&row, 0, LANGUAGE_EN, &figures);
    assert_int_equal(figures.history[FIGURES_STEPS - 1], 12);
    assert_int_equal(figures.history[FIGURES_STEPS - 3], 3);
    assert_int_equal(figures.history[0], 0);
}

/* By hand: 100 offered, of them 10 short and 15 still waiting, 60 in time:
   60 / 75 = 80 %. */
static void a_service_level_leaves_out_who_waits_and_who_was_short(void **state)
{
    (void)state;
    struct topic_queues rows[2] = { row_of(70, 40, 10), row_of(30, 20, 5) };
    struct figures figures[2], sum;

    rows[0].abandoned = rows[0].short_abandoned = 10;
    rows[1].abandoned = 9;
    for (int i = 0; i < 2; i++)
        figures_read(&rows[i], 0, LANGUAGE_EN, &figures[i]);
    figures_add_up(figures, 2, &sum);
    assert_int_equal(sum.level_permille, 800);
    assert_int_equal(sum.waiting, 15);
    /* 9 of 90 who were not short */
    assert_int_equal(figures_abandon_permille(&sum), 100);
}

/* By hand: 3 of 60 s and 1 of 100 s is 70 s on average, not 80. */
static void an_average_counts_contacts_not_queues(void **state)
{
    (void)state;
    struct topic_queues rows[2] = { row_of(3, 3, 0), row_of(1, 1, 0) };
    struct figures figures[2], sum;

    rows[0].handled = 3;
    rows[0].average_talk_us = 40 * S;
    rows[0].average_hold_us = 5 * S;
    rows[0].average_acw_us = 15 * S;
    rows[1].handled = 1;
    rows[1].average_talk_us = 100 * S;
    for (int i = 0; i < 2; i++)
        figures_read(&rows[i], 0, LANGUAGE_EN, &figures[i]);
    figures_add_up(figures, 2, &sum);
    assert_int_equal(sum.handling_us, 70 * S);
}

static void nothing_adds_up_to_unknown(void **state)
{
    (void)state;
    struct figures sum;

    figures_add_up(NULL, 0, &sum);
    assert_int_equal(sum.oldest_us, -1);
    assert_int_equal(sum.level_permille, -1);
    assert_int_equal(sum.handling_us, -1);
    assert_int_equal(figures_abandon_permille(&sum), -1);
}

static void different_promises_are_none_together(void **state)
{
    (void)state;
    struct topic_queues rows[2] = { row_of(1, 1, 0), row_of(1, 1, 0) };
    struct figures figures[2], sum;

    rows[1].service_level_us = 30 * S;
    for (int i = 0; i < 2; i++)
        figures_read(&rows[i], 0, LANGUAGE_EN, &figures[i]);
    figures_add_up(figures, 2, &sum);
    assert_int_equal(sum.in_time_us, 0);
}

static void the_oldest_brings_the_promise_it_was_given(void **state)
{
    (void)state;
    struct topic_queues rows[2] = { row_of(1, 1, 1), row_of(1, 1, 1) };
    struct figures figures[2], sum;

    rows[1].service_level_us = 30 * S;
    rows[1].oldest_age_us = 11 * S;
    for (int i = 0; i < 2; i++)
        figures_read(&rows[i], 0, LANGUAGE_EN, &figures[i]);
    figures_add_up(figures, 2, &sum);
    assert_int_equal(sum.oldest_us, 11 * S);
    assert_int_equal(sum.oldest_in_time_us, 30 * S);
}

static const struct grade_row {
    const char *says;
    struct limits limits;
    struct figures figures;
    enum grade waiting, oldest, level, ready, queue;
} grade_rows[] = {
    { "nobody works and nobody waits: off",
      { 0 },
      { .oldest_us = -1, .oldest_in_time_us = 20 * S, .level_permille = -1 },
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_OFF,
      GRADE_OFF },
    { "somebody waits for nobody: critical",
      { .waiting = 5 },
      { .waiting = 1,
        .oldest_us = S,
        .oldest_in_time_us = 20 * S,
        .level_permille = -1 },
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_CRITICAL,
      GRADE_CRITICAL },
    { "all busy and nobody waits: a good queue",
      { 0 },
      { .oldest_us = -1,
        .oldest_in_time_us = 20 * S,
        .logged_in = 2,
        .level_permille = 900 },
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_WARNING,
      GRADE_GOOD },
    { "more than half of the limit wait: a warning",
      { .waiting = 5 },
      { .waiting = 3,
        .oldest_us = S,
        .oldest_in_time_us = 20 * S,
        .logged_in = 9,
        .available = 1,
        .level_permille = 900 },
      GRADE_WARNING,
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_WARNING },
    { "the limit itself is no alarm",
      { .waiting = 5 },
      { .waiting = 5,
        .oldest_us = S,
        .oldest_in_time_us = 20 * S,
        .logged_in = 9,
        .available = 1,
        .level_permille = 900 },
      GRADE_WARNING,
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_WARNING },
    { "more wait than are logged in: critical by the rule",
      { 0 },
      { .waiting = 3,
        .oldest_us = S,
        .oldest_in_time_us = 20 * S,
        .logged_in = 2,
        .available = 1,
        .level_permille = 900 },
      GRADE_CRITICAL,
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_CRITICAL },
    { "longer than an answer in time takes: a warning",
      { 0 },
      { .waiting = 1,
        .oldest_us = 21 * S,
        .oldest_in_time_us = 20 * S,
        .logged_in = 9,
        .available = 1,
        .level_permille = 900 },
      GRADE_GOOD,
      GRADE_WARNING,
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_WARNING },
    { "three times as long: critical by the rule",
      { 0 },
      { .waiting = 1,
        .oldest_us = 61 * S,
        .oldest_in_time_us = 20 * S,
        .logged_in = 9,
        .available = 1,
        .level_permille = 900 },
      GRADE_GOOD,
      GRADE_CRITICAL,
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_CRITICAL },
    { "somebody's own limit holds instead",
      { .oldest_us = 300 * S },
      { .waiting = 1,
        .oldest_us = 61 * S,
        .oldest_in_time_us = 20 * S,
        .logged_in = 9,
        .available = 1,
        .level_permille = 900 },
      GRADE_GOOD,
      GRADE_WARNING,
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_WARNING },
    { "a little below the target: a warning",
      { 0 },
      { .oldest_us = -1,
        .oldest_in_time_us = 20 * S,
        .logged_in = 9,
        .available = 1,
        .level_permille = 788 },
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_WARNING,
      GRADE_GOOD,
      GRADE_WARNING },
    { "far below the target: critical",
      { 0 },
      { .oldest_us = -1,
        .oldest_in_time_us = 20 * S,
        .logged_in = 9,
        .available = 1,
        .level_permille = 749 },
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_CRITICAL,
      GRADE_GOOD,
      GRADE_CRITICAL },
    { "a target that is not known is not missed",
      { 0 },
      { .oldest_us = -1,
        .oldest_in_time_us = 20 * S,
        .logged_in = 9,
        .available = 1,
        .level_permille = -1 },
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_GOOD,
      GRADE_GOOD },
};

static void grades_follow_limits(void **state)
{
    const struct grade_row *row = *state;
    struct limits limits = grade_limits(&row->limits, &row->figures);

    assert_int_equal(grade_waiting(&limits, &row->figures), row->waiting);
    assert_int_equal(grade_oldest(&limits, &row->figures), row->oldest);
    assert_int_equal(grade_level(&limits, &row->figures), row->level);
    assert_int_equal(grade_ready(&row->figures), row->ready);
    assert_int_equal(grade_queue(&limits, &row->figures), row->queue);
}

static void an_agent_is_counted_by_state(void **state)
{
    (void)state;
    struct figures sum = { 0 };

    figures_count_agent(&sum, AGENT_OFFLINE);
    assert_int_equal(sum.logged_in, 0);
    figures_count_agent(&sum, AGENT_HOLD);
    figures_count_agent(&sum, AGENT_TALKING);
    figures_count_agent(&sum, AGENT_AVAILABLE);
    assert_int_equal(sum.logged_in, 3);
    assert_int_equal(sum.talking, 2);
    assert_int_equal(sum.available, 1);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD(&list, ages_grow_while_nothing_comes);
    TEST_LIST_ADD(&list, a_label_falls_back);
    TEST_LIST_ADD(&list, a_short_history_ends_now);
    TEST_LIST_ADD(&list,
                  a_service_level_leaves_out_who_waits_and_who_was_short);
    TEST_LIST_ADD(&list, an_average_counts_contacts_not_queues);
    TEST_LIST_ADD(&list, nothing_adds_up_to_unknown);
    TEST_LIST_ADD(&list, different_promises_are_none_together);
    TEST_LIST_ADD(&list, the_oldest_brings_the_promise_it_was_given);
    TEST_LIST_ADD(&list, an_agent_is_counted_by_state);
    TEST_LIST_ADD_ROWS(&list, grades_follow_limits, grade_rows);
    return test_list_run(&list);
}
