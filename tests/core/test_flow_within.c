/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows within flows. */

#include "tests/core/caller_in_flow.h"
#include "tests/test.h"

/* DIRECT becomes this; MAIN is what begins. */
static void put_inside(struct story *story, const struct flow_node *nodes,
                       size_t count)
{
    const struct command set = flow_of(story, DIRECT, nodes, count);

    story_lead(story, &set, 1);
}

static const struct flow_node outer[] = {
    { .name = { "first" },
      .type = NODE_WAIT,
      .as.wait_node.for_ms = 1000,
      .exits = { [STEP_DONE] = 1 } },
    { .name = { "sub" },
      .type = NODE_SUB_FLOW,
      .as.sub_flow_node.flow_id = DIRECT,
      .exits = { [STEP_DONE] = 2, [STEP_ERROR] = 3 } },
    REST("back"),
    REST("error"),
};

static void a_flow_within_a_flow_comes_back(void **state)
{
    static const struct flow_node inner[] = {
        { .name = { "set" },
          .type = NODE_SET,
          .as.set_node = { .variable = { "x" }, .value = { "in" } },
          .exits = { [STEP_DONE] = 1, [STEP_ERROR] = FLOW_EXIT_NONE } },
        { .name = { "pause" },
          .type = NODE_WAIT,
          .as.wait_node.for_ms = 1000,
          .exits = { [STEP_DONE] = 2 } },
        { .name = { "end" }, .type = NODE_RETURN },
    };
    struct story story;

    (void)state;
    BEGIN(&story, outer);
    answer(&story);
    put_inside(&story, inner, ARRAY_LEN(inner));
    story_wait(&story, SECOND_US);
    assert_int_equal(contact_of(&story, 1)->flow_id, DIRECT);
    assert_string_equal(place_of(&story, inner), "pause");
    story_wait(&story, SECOND_US);
    assert_int_equal(contact_of(&story, 1)->flow_id, MAIN);
    assert_string_equal(place_of(&story, outer), "back");
    assert_string_equal(variable_of(&story, 0)->value.text, "in");
    assert_int_equal(state_row_count(core_state(story.core), ROW_RETURN), 0);
    story_end(&story);
}

/* Twelve times ten minutes. */
static void two_hours_in_a_flow_are_enough(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "round" },
          .type = NODE_WAIT,
          .as.wait_node.for_ms = 600000,
          .exits = { [STEP_DONE] = 0 } },
    };
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    answer(&story);
    story_wait(&story, 7199 * (int64_t)SECOND_US);
    assert_string_equal(place_of(&story, nodes), "round");
    story_wait(&story, 602 * (int64_t)SECOND_US);
    assert_int_equal(contact_of(&story, 1) ? contact_of(&story, 1)->place
                                           : PLACE_ENDED,
                     PLACE_ENDED);
    story_end(&story);
}

/* It leads to itself: the sixth within is refused, and all hang up. */
static void flows_within_flows_have_a_limit(void **state)
{
    static const struct flow_node inner[] = {
        { .name = { "sub" },
          .type = NODE_SUB_FLOW,
          .as.sub_flow_node.flow_id = DIRECT,
          .exits = { [STEP_DONE] = FLOW_EXIT_NONE, [STEP_ERROR] = 1 } },
        REST("too deep"),
    };
    struct story story;

    (void)state;
    BEGIN(&story, outer);
    answer(&story);
    put_inside(&story, inner, ARRAY_LEN(inner));
    story_wait(&story, SECOND_US);
    assert_string_equal(place_of(&story, inner), "too deep");
    assert_int_equal(state_row_count(core_state(story.core), ROW_RETURN), 5);
    story_end(&story);
}

static void who_joins_a_queue_comes_back_to_no_flow(void **state)
{
    struct story story;

    (void)state;
    BEGIN(&story, outer);
    answer(&story);
    story_wait(&story, SECOND_US);
    assert_int_equal(contact_of(&story, 1)->place, PLACE_QUEUE);
    assert_int_equal(state_row_count(core_state(story.core), ROW_RETURN), 0);
    story_end(&story);
}

static void a_return_from_the_first_flow_hangs_up(void **state)
{
    static const struct flow_node nodes[] = { { .name = { "end" },
                                                .type = NODE_RETURN } };
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    assert_int_equal(contact_of(&story, 1)->place, PLACE_ENDED);
    story_end(&story);
}

static void a_flow_that_is_a_part_is_not_removed(void **state)
{
    static const struct command remove[] = {
        { COMMAND_REMOVE_ENTRY, .as.remove_entry = { 2, 1 } },
    };
    static const struct command remove_flow = {
        COMMAND_REMOVE_FLOW, .as.remove_flow = { DIRECT, 1 }
    };
    struct story story;

    (void)state;
    BEGIN(&story, outer);
    story_lead(&story, remove, ARRAY_LEN(remove));
    assert_int_equal(story_give(&story, &remove_flow), REFUSED_IN_USE);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, two_hours_in_a_flow_are_enough);
    TEST_LIST_ADD(&list, a_flow_within_a_flow_comes_back);
    TEST_LIST_ADD(&list, flows_within_flows_have_a_limit);
    TEST_LIST_ADD(&list, who_joins_a_queue_comes_back_to_no_flow);
    TEST_LIST_ADD(&list, a_return_from_the_first_flow_hangs_up);
    TEST_LIST_ADD(&list, a_flow_that_is_a_part_is_not_removed);
    return test_list_run(&list);
}
