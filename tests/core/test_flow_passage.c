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

/* So many took the way of a node; key "": hung up there. */
static int64_t count_of(const struct story *story, const char *node,
                        const char *key)
{
    const struct passage_row *row;
    int64_t callers = 0;

    for (size_t i = 0; (row = passage_of(story, i)); i++)
        if (strcmp(row->node_name.text, node) == 0 &&
            strcmp(row->key.text, key) == 0 && row->hung_up == !*key)
            callers += row->callers;
    return callers;
}

static int64_t count_of_exit(const struct story *story, enum step_exit exit)
{
    const struct passage_row *row;

    for (size_t i = 0; (row = passage_of(story, i)); i++)
        if (!row->hung_up && !row->key.text[0] && row->exit == exit)
            return row->callers;
    return 0;
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

    assert_int_equal(state_row_count(core_state(story.core), ROW_PASSAGE), 3);
    assert_int_equal(count_of_exit(&story, STEP_INVALID), 1);
    assert_int_equal(count_of(&story, "menu", ""), 1);
    assert_int_equal(count_of(&story, "menu", "2"), 1);
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

static void publish(struct story *story, const struct flow_node *nodes,
                    size_t count, char digest)
{
    struct command set = story_flow(story, MAIN);
    static struct flow_program program;

    memset(&program, 0, sizeof(program));
    memcpy(program.nodes, nodes, count * sizeof(nodes[0]));
    memset(program.digest.text, digest, 64);
    program.node_count = count;
    assert_int_equal(core_add_program(story->core, &program), 0);
    set.as.set_flow.digest = program.digest;
    story_lead(story, &set, 1);
}

/* The same node, further behind, whose keys have changed places. */
static const struct flow_node menu_behind[] = {
    { .name = { "start" }, .type = NODE_START, .exits = { 1 } },
    { .name = { "menu" },
      .type = NODE_MENU,
      .as.menu_node = { .barge_in = true,
                        .prompt = { "menu" },
                        .wait_ms = 5000,
                        .tries = 2 },
      .choices = { { "2", 2 }, { "1", 2 } },
      .choice_count = 2,
      .exits = { [STEP_TIMEOUT] = 2, [STEP_INVALID] = 2, [STEP_ERROR] = 2 } },
    REST("rest"),
};

static void a_way_goes_on_being_counted_in_another_version(void **state)
{
    static const struct command second[] = { ARRIVES(2, "+4201"), CONNECTED };
    struct story story;

    (void)state;
    BEGIN(&story, two_ways);
    answer(&story);
    press(&story, "2");
    assert_int_equal(count_of(&story, "menu", "2"), 1);
    publish(&story, menu_behind, ARRAY_LEN(menu_behind), 'b');
    assert_int_equal(count_of(&story, "menu", "2"), 1);

    story_lead(&story, second, ARRAY_LEN(second));
    struct command key = PRESS(2, "2");

    assert_int_equal(story_give(&story, &key), 0);
    assert_int_equal(count_of(&story, "menu", "2"), 2);
    assert_int_equal(count_of(&story, "menu", "1"), 0);
    story_end(&story);
}

static void whoever_is_in_the_old_version_counts_as_well(void **state)
{
    struct story story;

    (void)state;
    BEGIN(&story, two_ways);
    answer(&story);
    publish(&story, menu_behind, ARRAY_LEN(menu_behind), 'b');
    press(&story, "1");
    assert_int_equal(count_of(&story, "menu", "1"), 1);
    story_end(&story);
}

static void what_is_called_otherwise_counts_apart(void **state)
{
    static const struct command second[] = { ARRIVES(2, "+4201"), CONNECTED,
                                             CALLER_HANGS_UP(2) };
    static const struct flow_node renamed[] = { REST("pause") };
    struct story story;

    (void)state;
    BEGIN(&story, two_ways);
    answer(&story);
    press(&story, "1");
    publish(&story, renamed, ARRAY_LEN(renamed), 'b');
    story_lead(&story, second, ARRAY_LEN(second));
    assert_int_equal(count_of(&story, "pause", ""), 1);
    assert_int_equal(count_of(&story, "menu", ""), 0);
    story_end(&story);
}

/* What nobody takes today is kept for no day but that. */
static void another_version_lets_the_days_before_go(void **state)
{
    static const struct command second[] = { ARRIVES(2, "+4201"), CONNECTED,
                                             CALLER_HANGS_UP(2) };
    struct story story;

    (void)state;
    BEGIN(&story, two_ways);
    answer(&story);
    press(&story, "1");
    story_wait(&story, INT64_C(86400) * SECOND_US);
    story_lead(&story, second, ARRAY_LEN(second));
    assert_int_equal(count_of(&story, "menu", "1"), 1);
    publish(&story, menu_behind, ARRAY_LEN(menu_behind), 'b');
    assert_int_equal(count_of(&story, "menu", "1"), 0);
    assert_int_equal(count_of(&story, "menu", ""), 1);
    story_end(&story);
}

/* Two ways out of one node do not stand in each other's place, or the second
   would be counted in another one once the first is forgotten. */
static void a_way_is_one_when_that_beside_it_goes(void **state)
{
    static const struct command silent[] = { PROMPT_ENDS(false) };
    static const struct command second[] = { ARRIVES(2, "+4201"), CONNECTED,
                                             PRESS(2, "7") };
    static const struct command again[] = { PRESS(2, "7") };
    struct story story;

    (void)state;
    BEGIN(&story, two_ways);
    answer(&story);
    story_lead(&story, silent, ARRAY_LEN(silent));
    story_wait(&story, 6 * SECOND_US);
    assert_int_equal(count_of_exit(&story, STEP_TIMEOUT), 1);
    story_wait(&story, INT64_C(86400) * SECOND_US);
    story_lead(&story, second, ARRAY_LEN(second));
    publish(&story, menu_behind, ARRAY_LEN(menu_behind), 'b');
    assert_int_equal(count_of_exit(&story, STEP_TIMEOUT), 0);
    story_lead(&story, again, ARRAY_LEN(again));
    assert_int_equal(count_of_exit(&story, STEP_INVALID), 2);
    assert_int_equal(state_row_count(core_state(story.core), ROW_PASSAGE), 1);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, ways_of_today_are_counted);
    TEST_LIST_ADD(&list, another_day_counts_anew);
    TEST_LIST_ADD(&list, the_day_is_that_of_the_house);
    TEST_LIST_ADD(&list, a_way_goes_on_being_counted_in_another_version);
    TEST_LIST_ADD(&list, whoever_is_in_the_old_version_counts_as_well);
    TEST_LIST_ADD(&list, what_is_called_otherwise_counts_apart);
    TEST_LIST_ADD(&list, another_version_lets_the_days_before_go);
    TEST_LIST_ADD(&list, a_way_is_one_when_that_beside_it_goes);
    return test_list_run(&list);
}
