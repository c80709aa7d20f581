/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow asks for a queue whether to be called back. */

#include <string.h>

#include "tests/core/callback_house.h"
#include "tests/test.h"

enum { ASKS = 3 };

#define ASK_EXITS(done)                                                        \
    {                                                                          \
        [STEP_DONE] = (done), [STEP_TIMEOUT] = 3, [STEP_INVALID] = 3,          \
        [STEP_ERROR] = 3, [STEP_OTHER] = 3,                                    \
    }

/* 1: at the number that calls, 2: at another, 3: the server's own question
   comes, 4: the number is masked, 5: nothing comes of it for hours. */
static struct flow_program asks = {
    .type = FLOW_TYPE_CALLBACK,
    .node_count = 9,
    .nodes = {
        { .name = { "ask" },
          .type = NODE_MENU,
          .as.menu_node = { .barge_in = true, .prompt = { "menu" }, .wait_ms = 5000, .tries = 1 },
          .choice_count = 5,
          .choices = { { "1", 1 }, { "2", 2 }, { "3", 6 }, { "4", 7 },
                       { "5", 8 } },
          .exits = ASK_EXITS(0) },
        { .name = { "mine" },
          .type = NODE_CALLBACK,
          .as.callback_node = { .number = { "{{caller}}" }, .priority = 50 },
          .exits = ASK_EXITS(4) },
        { .name = { "type" },
          .type = NODE_COLLECT,
          .as.collect_node = { .barge_in = true, .prompt = { "menu" }, .variable = { "to" },
                               .min = 1, .max = 20, .end_key = { "#" },
                               .wait_ms = 5000, .between_ms = 3000,
                               .tries = 1 },
          .exits = ASK_EXITS(5) },
        { .name = { "back" }, .type = NODE_RETURN },
        { .name = { "bye" }, .type = NODE_HANG_UP },
        { .name = { "theirs" },
          .type = NODE_CALLBACK,
          .as.callback_node = { .number = { "{{to}}" }, .priority = 50 },
          .exits = ASK_EXITS(4) },
        { .name = { "plain" },
          .type = NODE_CALLBACK,
          .as.callback_node = { .priority = 50 },
          .exits = ASK_EXITS(4) },
        { .name = { "secret" },
          .type = NODE_COLLECT,
          .as.collect_node = { .barge_in = true, .prompt = { "menu" }, .variable = { "to" },
                               .min = 1, .max = 20, .end_key = { "#" },
                               .wait_ms = 5000, .between_ms = 3000,
                               .tries = 1, .masked = true },
          .exits = ASK_EXITS(5) },
        { .name = { "for-ever" },
          .type = NODE_WAIT,
          .as.wait_node.for_ms = 600000,
          .exits = { [STEP_DONE] = 8 } },
    },
};

static void begin(struct story *story)
{
    struct command set = { COMMAND_SET_FLOW,
                           .as.set_flow = { .name = { "asks" } } };
    struct command queue;

    callback_house_begin(story);
    memset(asks.digest.text, '7', 64);
    assert_int_equal(core_add_program(story->core, &asks), 0);
    set.as.set_flow.digest = asks.digest;
    story_lead(story, &set, 1);
    queue = story_queue(story, SALES);
    queue.as.set_queue.callback_flow_id = ASKS;
    story_lead(story, &queue, 1);
}

static void press(struct story *story, const char *keys)
{
    for (; *keys; keys++) {
        struct command key = PRESS(1, "");

        key.as.press_digit.digit.text[0] = *keys;
        LEAD(story, key);
    }
}

static const char *node_of(const struct story *story)
{
    const struct contact_row *contact = contact_of(story, 1);

    return contact && contact->node >= 0 ? asks.nodes[contact->node].name.text
                                         : "";
}

static void assert_waits(const struct story *story)
{
    assert_int_equal(contact_of(story, 1)->place, PLACE_QUEUE);
    assert_int_equal(contact_of(story, 1)->queue_id, SALES);
    assert_true(contact_of(story, 1)->in_line);
}

static void assert_ended_with(struct story *story, const char *cause)
{
    static char text[STORY_TEXT_SIZE];

    story_text(&story->outbox, text);
    assert_non_null(strstr(text, "contact_ended"));
    assert_non_null(strstr(strstr(text, "contact_ended"), cause));
}

static void who_waits_is_asked_by_the_flow(void **state)
{
    struct story story;
    struct state *copy;

    (void)state;
    begin(&story);
    LEAD(&story, JOIN(1), PRESS(1, "1"));
    callback_house_expect(
        &story, "queue_left flow_entered step_began +stop_play +play");
    assert_string_equal(node_of(&story), "ask");
    assert_false(contact_of(&story, 1)->in_line);
    copy = copy_of_state(core_state(story.core));
    assert_same_state(copy, core_state(story.core));
    state_free(copy);
    story_end(&story);
}

/* Nothing is pressed; and the second caller was there all the time. */
static void who_says_nothing_comes_back_to_the_same_place(void **state)
{
    struct story story;

    (void)state;
    begin(&story);
    LEAD(&story, JOIN(1), WAIT(1), JOIN(2), WAIT(1), PRESS(1, "1"),
         PROMPT_ENDS(false), WAIT(5));
    assert_waits(&story);
    assert_true(contact_of(&story, 1)->queued_us <
                contact_of(&story, 2)->queued_us);
    LEAD(&story, READY(ANN));
    assert_int_equal(desk_of(&story, ANN)->contact_id, 1);
    story_end(&story);
}

static void the_number_that_calls_is_booked(void **state)
{
    int64_t since_us;
    struct story story;

    (void)state;
    begin(&story);
    LEAD(&story, JOIN(1), WAIT(7));
    since_us = contact_of(&story, 1)->queued_us;
    press(&story, "11");
    assert_ended_with(&story, "cause=callback");
    assert_string_equal(callback_of(&story, 1)->number.text, "+420777");
    assert_int_equal(callback_of(&story, 1)->since_us, since_us);
    assert_int_equal(callback_of(&story, 1)->queue_id, SALES);
    assert_int_equal(callback_of(&story, 1)->origin, CALLBACK_BY_FLOW);
    story_end(&story);
}

static void a_number_that_the_flow_asked_for_is_booked(void **state)
{
    struct story story;

    (void)state;
    begin(&story);
    callback_house_set(
        &story, SALES,
        &(struct command_set_queue){ .callback_numbers = { "1" },
                                     .callback_tries = 1,
                                     .callback_retry_ms = 600000,
                                     .callback_expiry_ms = 600000 });
    LEAD(&story, JOIN(1));
    press(&story, "1212#");
    assert_ended_with(&story, "cause=callback");
    assert_string_equal(callback_of(&story, 1)->number.text, "12");
    story_end(&story);
}

static const struct failing_row {
    const char *says;
    const char *keys;
} failing_rows[] = {
    { "a number that the queue does not call", "120044123#" },
    { "what is no number", "12#" },
    { "a masked number, which would be in the journal", "14420777#" },
    { "a key that the flow does not have", "19" },
};

static void nothing_is_booked(void **state)
{
    const struct failing_row *row = *state;
    struct story story;

    begin(&story);
    LEAD(&story, JOIN(1));
    press(&story, row->keys);
    assert_null(callback_of(&story, 1));
    assert_waits(&story);
    story_end(&story);
}

/* A node without a number asks as the server does, and keeps the place. */
static void the_server_asks_within_the_flow(void **state)
{
    int64_t since_us;
    struct story story;

    (void)state;
    begin(&story);
    LEAD(&story, JOIN(1), WAIT(3));
    since_us = contact_of(&story, 1)->queued_us;
    press(&story, "13");
    callback_house_expect(&story, "digit_pressed step_ended step_began "
                                  "callback_offered +stop_play +play");
    press(&story, "*");
    assert_waits(&story);
    assert_int_equal(contact_of(&story, 1)->queued_us, since_us);
    press(&story, "131");
    assert_ended_with(&story, "cause=callback");
    assert_int_equal(callback_of(&story, 1)->since_us, since_us);
    story_end(&story);
}

static void a_routing_rule_leads_into_the_flow(void **state)
{
    struct story story;

    (void)state;
    begin(&story);
    LEAD(&story, ROUTED("", .to = TO_CALLBACK, .to_id = SALES),
         ARRIVES(1, "+4201"), CONNECTED);
    assert_string_equal(node_of(&story), "ask");
    press(&story, "9");
    assert_waits(&story);
    story_end(&story);
}

/* Nobody loses a place by a flow that comes to no end. */
static void a_flow_without_end_is_left_after_two_hours(void **state)
{
    struct story story;

    (void)state;
    begin(&story);
    LEAD(&story, JOIN(1));
    press(&story, "15");
    LEAD(&story, WAIT(2 * HOUR_S));
    assert_string_equal(node_of(&story), "for-ever");
    LEAD(&story, WAIT(11 * MINUTE_S));
    assert_waits(&story);
    story_end(&story);
}

static void who_hangs_up_in_the_flow_is_not_called(void **state)
{
    struct story story;

    (void)state;
    begin(&story);
    LEAD(&story, JOIN(1));
    press(&story, "12777");
    LEAD(&story, CALLER_HANGS_UP(1));
    callback_house_expect(&story, "contact_ended");
    assert_null(callback_of(&story, 1));
    story_end(&story);
}

/* The queue's field. */

static const struct setting_row {
    const char *says;
    uint64_t flow_id;
    enum refusal refusal;
} setting_rows[] = {
    { "a flow that is not there is refused", 9, REFUSED_NO_BACK_FLOW },
    { "one that is a draft only is refused", 4, REFUSED_NO_BACK_FLOW },
    { "one for calls that come in is refused", MAIN, REFUSED_BACK_FLOW_TYPE },
    { "one that asks is taken", ASKS, REFUSED_NOT },
    { "none is the server's own question", 0, REFUSED_NOT },
};

static void is_set(void **state)
{
    const struct setting_row *row = *state;
    struct command draft = { COMMAND_SET_FLOW,
                             .as.set_flow = { .name = { "draft" } } };
    struct command queue;
    struct story story;

    begin(&story);
    draft.as.set_flow.draft = asks.digest;
    story_lead(&story, &draft, 1);
    queue = story_queue(&story, SALES);
    queue.as.set_queue.callback_flow_id = row->flow_id;
    assert_int_equal(story_give(&story, &queue), row->refusal);
    if (row->refusal)
        assert_string_equal(refusal_text(row->refusal)->field,
                            "callback_flow_id");
    story_end(&story);
}

static void a_flow_that_a_queue_asks_by_stays(void **state)
{
    static const struct command remove = { COMMAND_REMOVE_FLOW,
                                           .as.remove_flow = { ASKS, 1 } };
    struct command set;
    struct story story;

    (void)state;
    begin(&story);
    assert_int_equal(story_give(&story, &remove), REFUSED_IN_USE);
    set = story_flow(&story, ASKS);
    set.as.set_flow.digest = story_program(MAIN)->digest;
    assert_int_equal(story_give(&story, &set), REFUSED_FLOW_TYPE_USED);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, who_waits_is_asked_by_the_flow);
    TEST_LIST_ADD(&list, who_says_nothing_comes_back_to_the_same_place);
    TEST_LIST_ADD(&list, the_number_that_calls_is_booked);
    TEST_LIST_ADD(&list, a_number_that_the_flow_asked_for_is_booked);
    TEST_LIST_ADD_ROWS(&list, nothing_is_booked, failing_rows);
    TEST_LIST_ADD(&list, the_server_asks_within_the_flow);
    TEST_LIST_ADD(&list, a_routing_rule_leads_into_the_flow);
    TEST_LIST_ADD(&list, a_flow_without_end_is_left_after_two_hours);
    TEST_LIST_ADD(&list, who_hangs_up_in_the_flow_is_not_called);
    TEST_LIST_ADD_ROWS(&list, is_set, setting_rows);
    TEST_LIST_ADD(&list, a_flow_that_a_queue_asks_by_stays);
    return test_list_run(&list);
}
