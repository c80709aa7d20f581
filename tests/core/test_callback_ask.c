/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows and ways out ask about a callback; what waits meanwhile. */

#include <string.h>

#include "tests/core/callback_house.h"
#include "tests/test.h"

/* A node of a flow asks, and each answer has a way of its own. */
static void lead_to_node(struct story *story)
{
    static struct flow_program program = {
        .node_count = 3,
        .nodes = { { .name = { "back" },
                     .type = NODE_CALLBACK,
                     .as.callback_node = { .queue_id = SALES, .priority = 7 },
                     .exits = { [STEP_DONE] = 1,
                                [STEP_OTHER] = 2,
                                [STEP_ERROR] = FLOW_EXIT_NONE } },
                   { .name = { "booked" },
                     .type = NODE_WAIT,
                     .as.wait_node.for_ms = 60000,
                     .exits = { [STEP_DONE] = FLOW_EXIT_NONE } },
                   { .name = { "not" },
                     .type = NODE_WAIT,
                     .as.wait_node.for_ms = 60000,
                     .exits = { [STEP_DONE] = FLOW_EXIT_NONE } } },
    };
    struct command set = { .type = COMMAND_SET_FLOW };

    memset(program.digest.text, 'b', 64);
    callback_house_begin(story);
    assert_int_equal(core_add_program(story->core, &program), 0);
    memcpy(&set.as, state_flow(core_state(story->core), MAIN),
           sizeof(set.as.set_flow));
    set.as.set_flow.digest = program.digest;
    story_lead(story, &set, 1);
    LEAD(story, ARRIVES(1, "+4201"), CONNECTED);
}

static void a_flow_asks(void **state)
{
    (void)state;
    struct story story;

    lead_to_node(&story);
    callback_house_expect(&story,
                          "caller_connected step_began callback_offered +play");
    LEAD(&story, PRESS(1, "1"));
    callback_house_expect(
        &story, "callback_answered callback_asked step_ended step_began "
                "+stop_play");
    assert_int_equal(contact_of(&story, 1)->node, 1);
    assert_int_equal(callback_of(&story, 1)->priority, 7);
    assert_int_equal(callback_of(&story, 1)->origin, CALLBACK_BY_FLOW);
    story_end(&story);

    lead_to_node(&story);
    LEAD(&story, PRESS(1, "*"));
    assert_int_equal(contact_of(&story, 1)->node, 2);
    assert_null(callback_of(&story, 1));
    story_end(&story);
}

/* Ends of prompts that another one has replaced may come late: a number that is
   being read back is confirmed by none of them. */
static void an_older_prompt_confirms_nothing(void **state)
{
    (void)state;
    struct command_set_queue settings = callback_house_settings;
    struct command late = PROMPT_ENDS(true);
    struct story story;
    uint64_t said;

    callback_house_begin(&story);
    settings.callback_numbers = (struct label){ "12 +420" };
    callback_house_set(&story, SALES, &settings);
    LEAD(&story, JOIN(1), PRESS(1, "1"), PRESS(1, "2"), PRESS(1, "1"),
         PRESS(1, "2"), PRESS(1, "#"));
    said = story.outbox.effects[story.outbox.effect_count - 1].serial;
    assert_int_equal(story_give(&story, &late), REFUSED_NOT_ASKED);

    LEAD(&story, PRESS(1, "7")); /* it is read back once more */
    callback_house_expect(&story, "callback_went_on +say");
    late.as.prompt_ended.serial = said;
    for (int i = 0; i < 2; i++) {
        late.as.prompt_ended.failed = i == 0;
        assert_int_equal(story_give(&story, &late), REFUSED_NOT_ASKED);
    }
    assert_int_equal(contact_of(&story, 1)->callback_stage,
                     CALLBACK_STAGE_CONFIRMS);
    assert_null(callback_of(&story, 1));

    LEAD(&story, SAID(true)); /* ... but by its own */
    assert_string_equal(callback_of(&story, 1)->number.text, "12");
    story_end(&story);
}

/* Who does not wait hears nothing of waiting on. */
static void a_flow_does_not_speak_of_waiting(void **state)
{
    (void)state;
    struct command_set_queue settings = callback_house_settings;
    const struct effect *last;
    struct story story;

    lead_to_node(&story);
    last = &story.outbox.effects[story.outbox.effect_count - 1];
    assert_string_equal(last->prompt.text, "callback_offer");
    settings.callback_numbers = (struct label){ "12 13 +420" };
    callback_house_set(&story, SALES, &settings);
    LEAD(&story, PRESS(1, "2"));
    last = &story.outbox.effects[story.outbox.effect_count - 1];
    assert_string_equal(last->prompt.text, "callback_number");
    LEAD(&story, PRESS(1, "1"), PRESS(1, "2"), PRESS(1, "#"));
    last = &story.outbox.effects[story.outbox.effect_count - 1];
    assert_string_equal(last->text.text, "{typed:12}");
    story_end(&story);
}

/* The queue of the node is gone: the flow asks for the one in its place. */
static void a_flow_asks_for_the_heir(void **state)
{
    (void)state;
    struct story story;

    lead_to_node(&story);
    LEAD(&story, CALLER_HANGS_UP(1));
    callback_house_set(&story, HELP, &callback_house_settings);
    LEAD(&story, REPLACE(SALES, 2, HELP), ARRIVES(2, "+4201"), CONNECTED,
         PRESS(2, "1"));
    assert_int_equal(callback_of(&story, 1)->queue_id, HELP);
    story_end(&story);
}

/* Whom a queue was to call back its heir does: who asked, who is being asked;
   and a time can be changed. */
static void the_heir_calls_back(void **state)
{
    (void)state;
    struct story story;

    callback_house_begin(&story);
    callback_house_set(&story, HELP, &callback_house_settings);
    LEAD(&story, BOOK("+420555", AT(HOUR_S)), REPLACE(SALES, 2, HELP));
    assert_int_equal(callback_of(&story, 1)->queue_id, HELP);
    LEAD(&story, CHANGE(1, 0, 0), WAIT(0));
    callback_house_expect(&story, "callback_began contact_queued");
    assert_int_equal(contact_of(&story, 1)->queue_id, HELP);
    story_end(&story);

    lead_to_node(&story);
    callback_house_set(&story, HELP, &callback_house_settings);
    LEAD(&story, REPLACE(SALES, 2, HELP), PRESS(1, "1"));
    assert_int_equal(callback_of(&story, 1)->queue_id, HELP);
    story_end(&story);
}

/* ... and gives who hung up, and calls again, the place. */
static void the_heir_keeps_places(void **state)
{
    (void)state;
    struct command queue;
    struct story story;
    int64_t since_us;

    callback_house_begin(&story);
    for (uint64_t id = SALES; id <= HELP; id++) {
        queue = story_queue(&story, id);
        queue.as.set_queue.resume_ms = 600000;
        story_lead(&story, &queue, 1);
    }
    LEAD(&story, JOIN(1));
    since_us = contact_of(&story, 1)->queued_us;
    LEAD(&story, WAIT(30), CALLER_HANGS_UP(1), REPLACE(SALES, 3, HELP),
         JOIN(2));
    assert_int_equal(contact_of(&story, 2)->queue_id, HELP);
    assert_int_equal(contact_of(&story, 2)->queued_us, since_us);
    story_end(&story);
}

/* A queue that would keep the caller too long asks before; who says no waits
   all the same. */
static void a_way_out_asks(void **state)
{
    (void)state;
    static const struct command estimate = {
        COMMAND_SET_QUEUE_RULE, .as.set_queue_rule = { .name = { "long" },
                                                       .queue_id = SALES,
                                                       .cause = RULE_ESTIMATE,
                                                       .estimate_ms = 1000,
                                                       .target = TO_CALLBACK }
    };
    struct story story;

    callback_house_begin(&story);
    story_lead(&story, &estimate, 1);
    LEAD(&story, JOIN(1), JOIN(2));
    callback_house_expect(
        &story, "caller_connected step_began step_ended queue_diverted "
                "callback_offered +play");
    LEAD(&story, PRESS(2, "*"));
    callback_house_expect(&story,
                          "callback_answered contact_queued +play_music");
    story_end(&story);
}

/* ... also where the queue calls nobody back: then nothing is asked. */
static void a_way_out_without_callbacks_joins(void **state)
{
    (void)state;
    static const struct command estimate = {
        COMMAND_SET_QUEUE_RULE, .as.set_queue_rule = { .name = { "long" },
                                                       .queue_id = SALES,
                                                       .cause = RULE_ESTIMATE,
                                                       .estimate_ms = 1000,
                                                       .target = TO_CALLBACK }
    };
    struct command_set_queue nobody = callback_house_settings;
    struct story story;

    callback_house_begin(&story);
    story_lead(&story, &estimate, 1);
    memset(&nobody.callback_numbers, 0, sizeof(nobody.callback_numbers));
    callback_house_set(&story, SALES, &nobody);
    LEAD(&story, JOIN(1), JOIN(2));
    callback_house_expect(
        &story, "caller_connected step_began step_ended queue_diverted "
                "contact_queued +play_music");
    assert_int_equal(contact_of(&story, 2)->queue_id, SALES);
    story_end(&story);
}

/* Where the other queue calls the number, a callback is moved. */
static void a_callback_is_moved(void **state)
{
    (void)state;
    static const struct command move = MOVE(1, HELP, 50);
    struct command_set_queue abroad = callback_house_settings;
    struct story story;

    abroad.callback_numbers = (struct label){ "+44" };
    callback_house_begin(&story);
    callback_house_set(&story, HELP, &abroad);
    LEAD(&story, BOOK("+420555", 0), WAIT(0));
    assert_int_equal(story_give(&story, &move), REFUSED_NOT_CALLED_BACK);
    callback_house_set(&story, HELP, &callback_house_settings);
    LEAD(&story, move);
    assert_int_equal(callback_of(&story, 1)->queue_id, HELP);
    story_end(&story);
}

/* ... and so does one in which the longest wait is over, again and again. */
static void the_longest_wait_asks(void **state)
{
    (void)state;
    static const struct command waited = { COMMAND_SET_QUEUE_RULE,
                                           .as.set_queue_rule = {
                                               .name = { "waited" },
                                               .queue_id = SALES,
                                               .cause = RULE_WAITED,
                                               .moment = RULE_WHILE_WAITING,
                                               .target = TO_CALLBACK } };
    struct command queue;
    struct story story;

    callback_house_begin(&story);
    queue = story_queue(&story, SALES);
    queue.as.set_queue.max_wait_ms = 120000;
    story_lead(&story, &queue, 1);
    story_lead(&story, &waited, 1);
    LEAD(&story, JOIN(1), WAIT(120));
    callback_house_expect(&story, "callback_offered +play");
    LEAD(&story, PRESS(1, "*"), WAIT(120));
    callback_house_expect(&story, "callback_offered +play");
    assert_true(contact_of(&story, 1)->in_line);
    story_end(&story);
}

static void wait_at_most(struct story *story, int64_t seconds)
{
    struct command queue = story_queue(story, SALES);

    queue.as.set_queue.max_wait_ms = seconds * 1000;
    story_lead(story, &queue, 1);
}

/* Another longest wait is not for callbacks, nor for who is being asked. */
static void another_wait_is_for_the_others(void **state)
{
    (void)state;
    struct story story;

    callback_house_begin(&story);
    LEAD(&story, BOOK("+420555", 0), WAIT(0));
    wait_at_most(&story, 5);
    assert_int_equal(contact_of(&story, 1)->overflow_due_us, 0);
    LEAD(&story, WAIT(60));
    assert_true(contact_of(&story, 1)->in_line);
    story_end(&story);

    callback_house_begin(&story);
    wait_at_most(&story, 10);
    LEAD(&story, JOIN(1), PRESS(1, "1"));
    int64_t due_us = contact_of(&story, 1)->overflow_due_us;

    wait_at_most(&story, 20);
    assert_int_equal(contact_of(&story, 1)->overflow_due_us, due_us);
    story_end(&story);
}

/* But that it ends, or no longer does, is for all at once. */
static void no_longest_wait_is_for_all(void **state)
{
    (void)state;
    struct story story;

    callback_house_begin(&story);
    wait_at_most(&story, 10);
    LEAD(&story, JOIN(1), PRESS(1, "1"));
    wait_at_most(&story, 0);
    assert_int_equal(contact_of(&story, 1)->overflow_due_us, 0);
    LEAD(&story, PRESS(1, "*"), WAIT(HOUR_S));
    assert_true(contact_of(&story, 1)->in_line);
    story_end(&story);

    callback_house_begin(&story);
    wait_at_most(&story, 0);
    LEAD(&story, JOIN(1), PRESS(1, "1"));
    wait_at_most(&story, 20);
    LEAD(&story, PRESS(1, "*"), WAIT(20));
    assert_false(contact_of(&story, 1)->in_line);
    story_end(&story);
}

/* Asked for the wait's sake, too: nobody is asked again, nor sent away. */
static void who_was_asked_for_waiting_waits_on(void **state)
{
    (void)state;
    static const struct command waited = { COMMAND_SET_QUEUE_RULE,
                                           .as.set_queue_rule = {
                                               .name = { "waited" },
                                               .queue_id = SALES,
                                               .cause = RULE_WAITED,
                                               .moment = RULE_WHILE_WAITING,
                                               .target = TO_CALLBACK } };
    struct story story;

    callback_house_begin(&story);
    wait_at_most(&story, 120);
    story_lead(&story, &waited, 1);
    LEAD(&story, JOIN(1), WAIT(120));
    callback_house_expect(&story, "callback_offered +play");
    LEAD(&story, { COMMAND_REMOVE_QUEUE_RULE,
                   .as.remove_queue_rule = { .id = 2, .version = 1 } });
    wait_at_most(&story, 0);
    LEAD(&story, PRESS(1, "*"), WAIT(HOUR_S));
    assert_true(contact_of(&story, 1)->in_line);
    assert_int_equal(contact_of(&story, 1)->callback_stage, 0);
    story_end(&story);
}

/* However long it takes to say where: then it is over at once. */
static void nobody_overflows_who_is_asked(void **state)
{
    (void)state;
    struct story story;

    callback_house_begin(&story);
    wait_at_most(&story, 10);
    LEAD(&story, JOIN(1), PRESS(1, "1"));
    for (int i = 0; i < 2; i++)
        LEAD(&story, WAIT(25), PRESS(1, "7"));
    LEAD(&story, WAIT(25));
    assert_true(contact_of(&story, 1)->in_line);
    assert_int_equal(contact_of(&story, 1)->callback_stage,
                     CALLBACK_STAGE_ASKS);
    LEAD(&story, PRESS(1, "*"), WAIT(0));
    assert_false(contact_of(&story, 1)->in_line);
    story_end(&story);
}

/* ... nor does a rule lead away meanwhile. */
static void nobody_is_led_away_who_is_asked(void **state)
{
    (void)state;
    static const struct command closed = { COMMAND_SET_QUEUE_RULE,
                                           .as.set_queue_rule = {
                                               .name = { "night" },
                                               .queue_id = SALES,
                                               .cause = RULE_CLOSED,
                                               .moment = RULE_WHILE_WAITING,
                                               .target = TO_HANG_UP } };
    struct story story;

    callback_house_begin(&story);
    story_lead(&story, &closed, 1);
    LEAD(&story, JOIN(1), PRESS(1, "1"), CLOSE_QUEUE(SALES, 0, 0), WAIT(1));
    assert_true(contact_of(&story, 1)->in_line);
    LEAD(&story, PRESS(1, "*"), WAIT(0));
    assert_false(contact_of(&story, 1)->in_line);
    story_end(&story);
}

/* What SALES plays to those who wait: a notice, and a comfort after 10 s. */
static void play(struct story *story, const char *notice)
{
    struct command queue = story_queue(story, SALES);
    struct command_set_queue *set = &queue.as.set_queue;

    set->recording = RECORD_ALL;
    memcpy(set->notice.text, notice, strlen(notice));
    memcpy(set->comfort.text, "comfort", sizeof("comfort"));
    set->comfort_first_ms = 10000;
    set->comfort_every_ms = 60000;
    story_lead(story, &queue, 1);
}

/* ... nor who hears what must be heard. */
static void nobody_overflows_who_hears_the_notice(void **state)
{
    (void)state;
    struct story story;

    callback_house_begin(&story);
    play(&story, "notice");
    wait_at_most(&story, 10);
    LEAD(&story, JOIN(1), WAIT(20));
    assert_true(contact_of(&story, 1)->hears_notice);
    LEAD(&story, PROMPT_ENDS(false), WAIT(0));
    assert_false(contact_of(&story, 1)->in_line);
    story_end(&story);
}

/* The question cuts short what is told, and is not itself cut short by it; the
   notice that the talk is recorded is heard to its end. */
static void says_one_thing_at_a_time(void **state)
{
    (void)state;
    static const struct command key = PRESS(1, "1");
    struct story story;

    callback_house_begin(&story);
    play(&story, "");
    LEAD(&story, JOIN(1), WAIT(10));
    callback_house_expect(&story, "hearing_began +play");
    LEAD(&story, PRESS(1, "1"));
    callback_house_expect(&story,
                          "hearing_ended callback_offered +play_music +play");
    LEAD(&story, PRESS(1, "*"), WAIT(60));
    callback_house_expect(&story, "hearing_began +play");
    story_end(&story);

    callback_house_begin(&story);
    play(&story, "");
    LEAD(&story, JOIN(1), PRESS(1, "1"), WAIT(10));
    callback_house_expect(&story, "hearing_planned");
    LEAD(&story, PRESS(1, "*"), WAIT(10));
    callback_house_expect(&story, "hearing_began +play");
    story_end(&story);

    callback_house_begin(&story);
    play(&story, "notice");
    LEAD(&story, JOIN(1));
    assert_true(contact_of(&story, 1)->hears_notice);
    assert_int_equal(story_give(&story, &key), REFUSED_NOT_ASKED);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_flow_asks);
    TEST_LIST_ADD(&list, an_older_prompt_confirms_nothing);
    TEST_LIST_ADD(&list, a_flow_does_not_speak_of_waiting);
    TEST_LIST_ADD(&list, a_flow_asks_for_the_heir);
    TEST_LIST_ADD(&list, the_heir_calls_back);
    TEST_LIST_ADD(&list, the_heir_keeps_places);
    TEST_LIST_ADD(&list, a_way_out_asks);
    TEST_LIST_ADD(&list, a_way_out_without_callbacks_joins);
    TEST_LIST_ADD(&list, a_callback_is_moved);
    TEST_LIST_ADD(&list, the_longest_wait_asks);
    TEST_LIST_ADD(&list, another_wait_is_for_the_others);
    TEST_LIST_ADD(&list, no_longest_wait_is_for_all);
    TEST_LIST_ADD(&list, who_was_asked_for_waiting_waits_on);
    TEST_LIST_ADD(&list, nobody_overflows_who_is_asked);
    TEST_LIST_ADD(&list, nobody_overflows_who_hears_the_notice);
    TEST_LIST_ADD(&list, nobody_is_led_away_who_is_asked);
    TEST_LIST_ADD(&list, says_one_thing_at_a_time);
    return test_list_run(&list);
}
