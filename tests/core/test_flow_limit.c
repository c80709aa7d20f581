/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far, and for how long, a caller may go through flows; and what is counted
   of flows that come to no good end. */

#include <string.h>

#include "core/flow_claim.h"
#include "tests/core/caller_in_flow.h"
#include "tests/test.h"

static const int64_t TWO_HOURS_US = INT64_C(7200) * SECOND_US;

static const int64_t REST_S = 600;

/* Rests of ten minutes, one after the other, for ever. */
static const struct flow_node for_ever[] = {
    { .name = { "rest" },
      .type = NODE_WAIT,
      .as.wait_node.for_ms = 600000,
      .exits = { [STEP_DONE] = 0 } },
};

static const struct system_row *counts(const struct story *story)
{
    return state_system(core_state(story->core));
}

/* The event of that type which was written last; NULL: none was. */
static const struct event *told(const struct story *story, enum event_type type)
{
    for (size_t i = story->outbox.event_count; i-- > 0;)
        if (story->outbox.events[i].type == type)
            return &story->outbox.events[i];

    return NULL;
}

static void assert_out_of_time(const struct story *story, int64_t ivr_us)
{
    const struct event *limit = told(story, EVENT_FLOW_LIMIT_REACHED);
    const struct event *ended = told(story, EVENT_CONTACT_ENDED);

    assert_true(limit && ended);
    assert_int_equal(limit->as.flow_limit_reached.limit, LIMIT_TIME);
    assert_int_equal(limit->as.flow_limit_reached.ivr_us, ivr_us);
    assert_int_equal(limit->as.flow_limit_reached.flow_id, MAIN);
    assert_int_equal(ended->as.contact_ended.cause, END_FLOW_FAILED);
    assert_int_equal(counts(story)->flow_time_limits, 1);
    assert_int_equal(counts(story)->flow_step_limits, 0);
    assert_int_equal(counts(story)->flows_failed, 1);
}

/* The twelfth rest ends at two hours, to the microsecond. */
static void a_caller_may_be_in_flows_for_two_hours_and_no_longer(void **state)
{
    struct story story;

    (void)state;
    BEGIN(&story, for_ever);
    answer(&story);
    story_wait(&story, TWO_HOURS_US);
    assert_string_equal(place_of(&story, for_ever), "rest");
    assert_int_equal(contact_of(&story, 1)->step, 1 + 7200 / REST_S);
    assert_null(told(&story, EVENT_FLOW_LIMIT_REACHED));

    outbox_clear(&story.outbox);
    story_wait(&story, REST_S * SECOND_US - 1);
    assert_string_equal(place_of(&story, for_ever), "rest");
    story_wait(&story, 1);
    assert_out_of_time(&story, TWO_HOURS_US + REST_S * SECOND_US);
    story_end(&story);
}

/* Noticed a day later, it is told as of the moment itself. */
static void a_late_look_tells_the_same(void **state)
{
    static char punctual[STORY_TEXT_SIZE], late[STORY_TEXT_SIZE];
    struct story story;

    (void)state;
    BEGIN(&story, for_ever);
    answer(&story);
    outbox_clear(&story.outbox);
    for (int i = 0; i < 14; i++)
        story_wait(&story, REST_S * SECOND_US);
    story_text(&story.outbox, punctual);
    story_end(&story);

    BEGIN(&story, for_ever);
    answer(&story);
    outbox_clear(&story.outbox);
    story_wait(&story, 14 * REST_S * SECOND_US);
    story_text(&story.outbox, late);
    assert_string_equal(late, punctual);
    story_end(&story);
}

/* MAIN leads through DIRECT, which rests and comes back, over and over. */
static void flows_within_flows_have_no_time_of_their_own(void **state)
{
    static const struct flow_node outer[] = {
        { .name = { "through" },
          .type = NODE_SUB_FLOW,
          .as.sub_flow_node.flow_id = DIRECT,
          .exits = { [STEP_DONE] = 0, [STEP_ERROR] = FLOW_EXIT_NONE } },
    };
    static const struct flow_node inner[] = {
        { .name = { "rest" },
          .type = NODE_WAIT,
          .as.wait_node.for_ms = 600000,
          .exits = { [STEP_DONE] = 1 } },
        { .name = { "back" }, .type = NODE_RETURN },
    };
    static const struct command call = ARRIVES(1, "+4201");
    struct command set;
    struct story story;

    (void)state;
    story_begin(&story);
    set = flow_of(&story, MAIN, outer, ARRAY_LEN(outer));
    story_lead(&story, &set, 1);
    set = flow_of(&story, DIRECT, inner, ARRAY_LEN(inner));
    story_lead(&story, &set, 1);
    assert_int_equal(story_give(&story, &call), 0);
    answer(&story);
    story_wait(&story, TWO_HOURS_US);
    assert_null(told(&story, EVENT_FLOW_LIMIT_REACHED));
    story_wait(&story, REST_S * SECOND_US);
    assert_non_null(told(&story, EVENT_FLOW_LIMIT_REACHED));
    assert_int_equal(contact_of(&story, 1)->place, PLACE_ENDED);
    story_end(&story);
}

/* Pressing 2 leads back to the menu, by way of another language. */
static void the_five_hundredth_step_is_the_last(void **state)
{
    static const struct command again = PRESS(1, "2");
    const struct event *limit;
    struct story story;

    (void)state;
    story_begin_in(&story, IN_MENU);
    for (int i = 0; contact_of(&story, 1)->place == PLACE_IVR; i++) {
        assert_true(i < FLOW_MAX_STEPS);
        outbox_clear(&story.outbox);
        assert_int_equal(story_give(&story, &again), 0);
    }
    limit = told(&story, EVENT_FLOW_LIMIT_REACHED);
    assert_non_null(limit);
    assert_int_equal(limit->as.flow_limit_reached.limit, LIMIT_STEPS);
    assert_int_equal(limit->as.flow_limit_reached.steps, FLOW_MAX_STEPS);
    assert_int_equal(counts(&story)->flow_step_limits, 1);
    assert_int_equal(counts(&story)->flow_time_limits, 0);
    assert_int_equal(counts(&story)->flows_failed, 1);
    story_end(&story);
}

/* What a flow is limited to by itself. */

static const struct flow_node in_circles[] = {
    { .name = { "wait" },
      .type = NODE_WAIT,
      .as.wait_node.for_ms = 1000,
      .exits = { [STEP_DONE] = 0 } },
};

static const struct own_limit_row {
    const char *says;
    int64_t max_steps;
    int64_t max_ms;
    enum flow_limit limit;
    int64_t steps; /* at the end */
} own_limit_rows[] = {
    { "a flow may have fewer steps than the house", 7, 0, LIMIT_STEPS, 7 },
    { "... or less time", 0, 10000, LIMIT_TIME, 11 },
    { "... or both, and what comes first counts", 5, 10000, LIMIT_STEPS, 5 },
    { "without limits of its own it has those of the house", 0, 0, LIMIT_STEPS,
      FLOW_MAX_STEPS },
};

static void own_limits(void **state)
{
    const struct own_limit_row *row = *state;
    static const struct command call = ARRIVES(1, "+4201");
    static struct flow_program program;
    const struct event *limit;
    struct command set;
    struct story story;

    memset(&program, 0, sizeof(program));
    memcpy(program.nodes, in_circles, sizeof(in_circles));
    memset(program.digest.text, 'e', 64);
    program.node_count = 1;
    program.max_steps = row->max_steps;
    program.max_ms = row->max_ms;
    story_begin(&story);
    assert_int_equal(core_add_program(story.core, &program), 0);
    set = story_flow(&story, MAIN);
    set.as.set_flow.digest = program.digest;
    story_lead(&story, &set, 1);
    assert_int_equal(story_give(&story, &call), 0);
    answer(&story);
    story_wait(&story, (FLOW_MAX_STEPS + 1) * SECOND_US);
    limit = told(&story, EVENT_FLOW_LIMIT_REACHED);
    assert_non_null(limit);
    assert_int_equal(limit->as.flow_limit_reached.limit, row->limit);
    assert_int_equal(limit->as.flow_limit_reached.steps, row->steps);
    story_end(&story);
}

static void no_flow_goes_beyond_the_house(void **state)
{
    static struct flow_program program;

    (void)state;
    memcpy(program.nodes, in_circles, sizeof(in_circles));
    program.node_count = 1;
    assert_null(flow_broken_claim(&program, NULL));
    program.max_steps = FLOW_MAX_STEPS + 1;
    assert_non_null(flow_broken_claim(&program, NULL));
    program.max_steps = FLOW_MAX_STEPS;
    program.max_ms = FLOW_MAX_MS;
    assert_null(flow_broken_claim(&program, NULL));
    program.max_ms = FLOW_MAX_MS + 1;
    assert_non_null(flow_broken_claim(&program, NULL));
    program.max_ms = FLOW_LEAST_MS - 1;
    assert_non_null(flow_broken_claim(&program, NULL));
}

/* What is counted of errors. */

static const struct error_row {
    const char *says;
    int on_error;
    enum end_cause cause;
    int64_t failed;
} error_rows[] = {
    { "an error that leads nowhere fails the flow", FLOW_EXIT_NONE,
      END_FLOW_FAILED, 1 },
    { "an error that leads on is counted, and no failure", 1, END_FLOW_ENDED,
      0 },
};

static void errors_are_counted(void **state)
{
    const struct error_row *row = *state;
    static const struct command broken = PROMPT_ENDS(true);
    struct flow_node nodes[] = {
        { .name = { "hello" },
          .type = NODE_PLAY,
          .as.play_node.prompt = { "welcome" },
          .exits = { [STEP_DONE] = 1, [STEP_ERROR] = row->on_error } },
        { .name = { "bye" }, .type = NODE_HANG_UP },
    };
    struct story story;

    BEGIN(&story, nodes);
    answer(&story);
    assert_int_equal(story_give(&story, &broken), 0);
    assert_int_equal(told(&story, EVENT_CONTACT_ENDED)->as.contact_ended.cause,
                     row->cause);
    assert_int_equal(counts(&story)->flows_entered, 1);
    assert_int_equal(counts(&story)->flow_errors, 1);
    assert_int_equal(counts(&story)->flows_failed, row->failed);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_caller_may_be_in_flows_for_two_hours_and_no_longer);
    TEST_LIST_ADD(&list, a_late_look_tells_the_same);
    TEST_LIST_ADD(&list, flows_within_flows_have_no_time_of_their_own);
    TEST_LIST_ADD(&list, the_five_hundredth_step_is_the_last);
    TEST_LIST_ADD_ROWS(&list, errors_are_counted, error_rows);
    TEST_LIST_ADD_ROWS(&list, own_limits, own_limit_rows);
    TEST_LIST_ADD(&list, no_flow_goes_beyond_the_house);
    return test_list_run(&list);
}
