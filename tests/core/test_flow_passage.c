/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which ways callers take through a flow is counted. */

#include <string.h>

#include "tests/core/caller_in_flow.h"
#include "tests/test.h"

static const struct passage_row *passage_of(const struct story *story,
                                            size_t at)
{
    return state_row_at(core_state(story->core), ROW_PASSAGE, at);
}

static const struct passage_row *hung_up_of(const struct story *story)
{
    const struct passage_row *row = NULL;

    for (size_t i = 0; passage_of(story, i); i++)
        if (passage_of(story, i)->hung_up)
            row = passage_of(story, i);
    assert_non_null(row);
    return row;
}

static const int64_t DAY_US = INT64_C(86400000000);

static const struct flow_node two_ways[] = {
    { .name = { "menu" },
      .type = NODE_MENU,
      .as.menu_node = { .barge_in = true,
                        .prompt = { "menu" },
                        .wait_ms = 5000,
                        .tries = 2 },
      .choices = { { "1", 1 }, { "2", 1 } },
      .choice_count = 2,
      .exits = { [STEP_TIMEOUT] = 1, [STEP_INVALID] = 1, [STEP_ERROR] = 1 } },
    REST("rest"),
};

static void ways_of_today_are_counted(void **state)
{
    static const struct command second[] = { ARRIVES(2, "+4201"), CONNECTED,
                                             CALLER_HANGS_UP(2) };
    struct story story;

    (void)state;
    BEGIN(&story, two_ways);
    answer(&story);
    press(&story, "72");
    story_lead(&story, second, ARRAY_LEN(second));

    /* by node and way: invalid, hung up, the second choice */
    assert_int_equal(state_row_count(core_state(story.core), ROW_PASSAGE), 3);
    assert_int_equal(passage_of(&story, 0)->exit, STEP_INVALID);
    assert_int_equal(passage_of(&story, 0)->callers, 1);
    assert_true(passage_of(&story, 1)->hung_up);
    assert_int_equal(passage_of(&story, 1)->callers, 1);
    assert_int_equal(passage_of(&story, 2)->choice, 2);
    assert_int_equal(passage_of(&story, 2)->callers, 1);
    story_end(&story);
}

static void another_day_counts_anew(void **state)
{
    static const struct command second[] = { ARRIVES(2, "+4201"), CONNECTED,
                                             CALLER_HANGS_UP(2) };
    static const struct command third[] = { ARRIVES(3, "+4201"), CONNECTED,
                                            CALLER_HANGS_UP(3) };
    struct story story;

    (void)state;
    BEGIN(&story, two_ways);
    answer(&story);
    story_lead(&story, second, ARRAY_LEN(second));
    story_lead(&story, third, ARRAY_LEN(third));
    assert_int_equal(passage_of(&story, 0)->callers, 2);
    story_wait(&story, INT64_C(86400) * SECOND_US);
    static const struct command fourth[] = { ARRIVES(4, "+4201"), CONNECTED,
                                             CALLER_HANGS_UP(4) };

    story_lead(&story, fourth, ARRAY_LEN(fourth));
    for (size_t i = 0; passage_of(&story, i); i++)
        if (passage_of(&story, i)->hung_up)
            assert_int_equal(passage_of(&story, i)->callers, 1);
    story_end(&story);
}

/* Before midnight in the house it is another day there, whatever UTC says. */
static void the_day_is_that_of_the_house(void **state)
{
    static const struct command second[] = { ARRIVES(2, "+4201"), CONNECTED,
                                             CALLER_HANGS_UP(2) };
    static const struct command third[] = { ARRIVES(3, "+4201"), CONNECTED,
                                            CALLER_HANGS_UP(3) };
    static const struct zone zone = {
        .change_count = 1,
        .changes = { { 0, INT64_C(-5) * 3600 * SECOND_US } }, /* New York */
    };
    const int64_t midnight_us = INT64_C(5) * 3600 * SECOND_US;
    struct story story;

    (void)state;
    BEGIN(&story, two_ways);
    assert_int_equal(core_set_zone(story.core, &zone), 0);
    answer(&story);
    story_wait(&story, midnight_us - 60 * SECOND_US - story.now_us);
    story_lead(&story, second, ARRAY_LEN(second));
    assert_int_equal(hung_up_of(&story)->day, WALL_US / DAY_US - 1);
    story_wait(&story, 120 * SECOND_US);
    story_lead(&story, third, ARRAY_LEN(third));
    assert_int_equal(hung_up_of(&story)->day, WALL_US / DAY_US);
    assert_int_equal(hung_up_of(&story)->callers, 1);
    story_end(&story);
}

static void another_version_counts_anew(void **state)
{
    static const struct command second[] = { ARRIVES(2, "+4201"), CONNECTED,
                                             CALLER_HANGS_UP(2) };
    struct command set;
    struct story story;

    (void)state;
    BEGIN(&story, two_ways);
    answer(&story);
    story_lead(&story, second, ARRAY_LEN(second));
    set = story_flow(&story, MAIN);
    memset(set.as.set_flow.draft.text, 'd', 64);
    story_lead(&story, &set, 1);
    assert_int_equal(state_row_count(core_state(story.core), ROW_PASSAGE), 1);

    set.as.set_flow.version++;
    set.as.set_flow.digest = story_program(MAIN)->digest;
    story_lead(&story, &set, 1);
    assert_int_equal(state_row_count(core_state(story.core), ROW_PASSAGE), 0);

    /* and the first caller, still in the old one, is not counted */
    press(&story, "1");
    assert_int_equal(state_row_count(core_state(story.core), ROW_PASSAGE), 0);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, ways_of_today_are_counted);
    TEST_LIST_ADD(&list, another_day_counts_anew);
    TEST_LIST_ADD(&list, the_day_is_that_of_the_house);
    TEST_LIST_ADD(&list, another_version_counts_anew);
    return test_list_run(&list);
}
