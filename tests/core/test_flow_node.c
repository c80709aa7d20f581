/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each type of node does to a caller, and what the table says of it. */

#include "core/flow_claim.h"
#include "core/node.h"

#include <string.h>

#include "core/draw.h"
#include "tests/core/caller_in_flow.h"
#include "tests/test.h"

static void a_start_leads_on_without_answering(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "start" },
          .type = NODE_START,
          .exits = { [STEP_DONE] = 1 } },
        { .name = { "play" },
          .type = NODE_PLAY,
          .as.play_node.prompt = { "tune" },
          .exits = { FLOW_EXIT_NONE, [STEP_ERROR] = FLOW_EXIT_NONE } },
    };
    static char wrote[STORY_TEXT_SIZE];
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote, "contact_arrived step_began step_ended "
                               "answer_asked +answer");
    answer(&story);
    assert_string_equal(place_of(&story, nodes), "play");
    story_end(&story);
}

static void a_wait_lasts_as_long_as_it_says(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "wait" },
          .type = NODE_WAIT,
          .as.wait_node.for_ms = 2500,
          .exits = { [STEP_DONE] = 1 } },
        { .name = { "play" },
          .type = NODE_PLAY,
          .as.play_node.prompt = { "tune" },
          .exits = { FLOW_EXIT_NONE, [STEP_ERROR] = FLOW_EXIT_NONE } },
    };
    static const struct command key = PRESS(1, "1");
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    answer(&story);
    story_wait(&story, 2499 * 1000);
    assert_string_equal(place_of(&story, nodes), "wait");
    assert_int_equal(story_give(&story, &key), REFUSED_NOT_ASKED);
    story_wait(&story, 1000);
    assert_string_equal(place_of(&story, nodes), "play");
    story_end(&story);
}

/* What was drawn is told, and it is what decides. */
static void a_split_tells_what_it_drew(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "split" },
          .type = NODE_SPLIT,
          .as.split_node.percent = 50,
          .exits = { [STEP_DONE] = 1, [STEP_OTHER] = 2 } },
        { .name = { "first" },
          .type = NODE_WAIT,
          .as.wait_node.for_ms = 1000,
          .exits = { FLOW_EXIT_NONE } },
        { .name = { "second" },
          .type = NODE_WAIT,
          .as.wait_node.for_ms = 1000,
          .exits = { FLOW_EXIT_NONE } },
    };
    struct story story;

    (void)state;
    BEGIN(&story, nodes);

    const struct event_step_ended *ended =
        &story.outbox.events[2].as.step_ended;

    assert_int_equal(story.outbox.events[2].type, EVENT_STEP_ENDED);
    assert_in_range(ended->draw, 0, 99);
    assert_int_equal(ended->exit, ended->draw < 50 ? STEP_DONE : STEP_OTHER);
    assert_int_equal(ended->next_node, ended->draw < 50 ? 1 : 2);
    story_end(&story);
}

static void none_and_all_are_shares_too(void **state)
{
    static struct flow_node nodes[] = {
        { .name = { "split" },
          .type = NODE_SPLIT,
          .exits = { [STEP_DONE] = 1, [STEP_OTHER] = 2 } },
        { .name = { "first" },
          .type = NODE_WAIT,
          .as.wait_node.for_ms = 1000,
          .exits = { FLOW_EXIT_NONE } },
        { .name = { "second" },
          .type = NODE_WAIT,
          .as.wait_node.for_ms = 1000,
          .exits = { FLOW_EXIT_NONE } },
    };
    struct story story;

    (void)state;
    for (int percent = 0; percent <= 100; percent += 100) {
        nodes[0].as.split_node.percent = percent;
        BEGIN(&story, nodes);
        answer(&story);
        assert_string_equal(place_of(&story, nodes),
                            percent ? "first" : "second");
        story_end(&story);
    }
}

/* Chi-squared with 99 degrees of freedom: 148.2 is passed once in a thousand
   series of fair lots (any table of the distribution). The moments are those of
   callers who come one microsecond, or one second, after the other. */
static void lots_are_fair(void **state)
{
    enum { DRAWS = 100000, EACH = DRAWS / 100 };
    static const int64_t steps_us[] = { 1, 1000000 };

    (void)state;
    for (size_t way = 0; way < ARRAY_LEN(steps_us); way++) {
        int64_t counts[100] = { 0 };
        double deviation = 0;

        for (int i = 0; i < DRAWS; i++)
            counts[draw_percent((uint64_t)i + 1, 3,
                                i * steps_us[way] + 12345)]++;
        for (int i = 0; i < 100; i++)
            deviation +=
                (double)((counts[i] - EACH) * (counts[i] - EACH)) / EACH;
        assert_true(deviation < 148.2);
    }
}

/* Nodes that are passed. The flow is: what is told, then where it may lead. */

#define PASSES(CODE, name_, ...)                                               \
    {                                                                          \
        .name = { "it" },                                                      \
        .type = NODE_##CODE,                                                   \
        .as.name_##_node = __VA_ARGS__,                                        \
        .exits = { [STEP_DONE] = 1, [STEP_OTHER] = 2, [STEP_ERROR] = 3 },      \
    },                                                                         \
        REST("done"), REST("other"), REST("error")

static const struct passing_row {
    const char *says;
    struct flow_node nodes[4];
    const char *place;
    const char *value; /* of the first variable; NULL: there is none */
} passing_rows[] = {
    { "a variable is set to a text",
      { PASSES(SET, set, { .variable = { "x" }, .value = { "gold" } }) },
      "done",
      "gold" },
    { "... to what is known of the call",
      { PASSES(SET, set,
               { .variable = { "x" },
                 .value = { "{{language}}:{{caller}}>{{called}}" } }) },
      "done",
      "en:+420777>+4201" },
    { "what nobody has set is empty",
      { PASSES(SET, set, { .variable = { "x" }, .value = { "a{{y}}b" } }) },
      "done",
      "ab" },
    { "braces that are left open are an error",
      { PASSES(SET, set, { .variable = { "x" }, .value = { "{{caller" } }) },
      "error",
      NULL },
    { "what is known of the call cannot be set",
      { PASSES(SET, set, { .variable = { "caller" }, .value = { "1" } }) },
      "error",
      NULL },
    { "a Czech number leads to Czech",
      { PASSES(LANGUAGE, language,
               { .es = { "+34 0034" }, .cs = { "+421 +420" } }) },
      "done",
      NULL },
    { "a number that begins otherwise leaves the language",
      { PASSES(LANGUAGE, language, { .en = { "+44" }, .es = { "+34" } }) },
      "other",
      NULL },
    { "a priority is passed",
      { PASSES(PRIORITY, priority, { .priority = 7 }) },
      "done",
      NULL },
    { "a tag is passed",
      { PASSES(TAG, tag, { .tag = { "vip" } }) },
      "done",
      NULL },
    { "keys for the other end are sent",
      { PASSES(SEND_DIGITS, send_digits, { .digits = { "12#" } }) },
      "done",
      NULL },
    { "a condition that holds leads on",
      { PASSES(IF, if,
               { .condition = { "caller starts \"+420\" and "
                                "language == \"en\"" } }) },
      "done",
      NULL },
    { "one that does not leads the other way",
      { PASSES(IF, if, { .condition = { "called == \"+4202\"" } }) },
      "other",
      NULL },
    { "what is not known is not so",
      { PASSES(IF, if, { .condition = { "data.age >= 18" } }) },
      "other",
      NULL },
    { "a share of all is everybody",
      { PASSES(IF, if, { .condition = { "percent(100)" } }) },
      "done",
      NULL },
    { "no keys are an error",
      { PASSES(SEND_DIGITS, send_digits, { .digits = { "{{none}}" } }) },
      "error",
      NULL },
    { "what is no key is an error",
      { PASSES(SEND_DIGITS, send_digits, { .digits = { "12a" } }) },
      "error",
      NULL },
    { "more than 31 keys are an error",
      { PASSES(SEND_DIGITS, send_digits,
               { .digits = { "12345678901234567890123456789012" } }) },
      "error",
      NULL },
    { "a choice about recordings is passed",
      { PASSES(RECORDING, recording, { .choice = RECORDING_ALWAYS }) },
      "done",
      NULL },
};

static void passes(void **state)
{
    const struct passing_row *row = *state;
    struct story story;

    begin_flow(&story, row->nodes, 4);
    if (contact_of(&story, 1)->asked)
        answer(&story);
    assert_string_equal(place_of(&story, row->nodes), row->place);
    if (row->value)
        assert_string_equal(variable_of(&story, 0)->value.text, row->value);
    else
        assert_null(variable_of(&story, 0));
    story_end(&story);
}

static void a_language_by_number_is_that_of_the_prompts(void **state)
{
    static const struct flow_node nodes[] = { PASSES(
        LANGUAGE, language, { .es = { "+34 0034" }, .cs = { "+421 +420" } }) };
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    assert_int_equal(contact_of(&story, 1)->language, SPEAKS_CS);
    story_end(&story);
}

/* The language of the last call. */

#define KNOWN(language_)                                                       \
    {                                                                          \
        COMMAND_RECALL_CALLER, .as.recall_caller = {                           \
            .contact_id = 1,                                                   \
            .calls = 1,                                                        \
            .language = language_                                              \
        }                                                                      \
    }

static const struct flow_node by_history[] = {
    { .name = { "language" },
      .type = NODE_LANGUAGE,
      .as.language_node = { .by_history = true, .cs = { "+420" } },
      .exits = { [STEP_DONE] = 1, [STEP_OTHER] = 2 } },
    REST("known"),
    REST("unknown"),
};

static void the_last_call_tells_the_language(void **state)
{
    static const struct command known = KNOWN(RULE_LANGUAGE_ES);
    static const struct command never = KNOWN(RULE_LANGUAGE_KEEP);
    static const struct command wrong = KNOWN((enum rule_language)7);
    struct story story;

    (void)state;
    BEGIN(&story, by_history);
    assert_string_equal(place_of(&story, by_history), "language");
    assert_int_equal(story_give(&story, &wrong), REFUSED_BAD_VALUE);
    assert_int_equal(story_give(&story, &known), 0);
    assert_int_equal(contact_of(&story, 1)->language, SPEAKS_ES);
    assert_int_equal(contact_of(&story, 1)->past_language, RULE_LANGUAGE_ES);
    answer(&story);
    assert_string_equal(place_of(&story, by_history), "known");
    assert_int_equal(story_give(&story, &known), REFUSED_NO_AGENT);
    story_end(&story);

    BEGIN(&story, by_history);
    assert_int_equal(story_give(&story, &never), 0);
    assert_int_equal(contact_of(&story, 1)->language, SPEAKS_CS);
    story_end(&story);
}

/* Half a second, and not longer. */
static void a_caller_does_not_wait_for_the_past(void **state)
{
    struct story story;

    (void)state;
    BEGIN(&story, by_history);
    story_wait(&story, 499999);
    assert_string_equal(place_of(&story, by_history), "language");
    story_wait(&story, 1);
    assert_int_equal(contact_of(&story, 1)->language, SPEAKS_CS);
    story_end(&story);
}

/* What a queue or a rule has looked up is not looked up again. */
static void what_is_known_is_not_asked_again(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "wait" },
          .type = NODE_WAIT,
          .as.wait_node.for_ms = 1000,
          .exits = { [STEP_DONE] = 1 } },
        { .name = { "language" },
          .type = NODE_LANGUAGE,
          .as.language_node.by_history = true,
          .exits = { [STEP_DONE] = 2, [STEP_OTHER] = 3 } },
        REST("known"),
        REST("unknown"),
    };
    static const struct command known = { COMMAND_RECALL_CALLER,
                                          .as.recall_caller = {
                                              .contact_id = 1,
                                              .agent_id = ANN,
                                              .queue_id = SALES,
                                              .calls = 1,
                                              .language = RULE_LANGUAGE_ES } };
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    answer(&story);
    assert_int_equal(story_give(&story, &known), 0);
    story_wait(&story, SECOND_US);
    assert_string_equal(place_of(&story, nodes), "known");
    assert_int_equal(contact_of(&story, 1)->language, SPEAKS_ES);
    story_end(&story);
}

static void a_priority_goes_before_that_of_the_queue_node(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "vip" },
          .type = NODE_PRIORITY,
          .as.priority_node.priority = 3,
          .exits = { [STEP_DONE] = 1 } },
        { .name = { "sales" },
          .type = NODE_QUEUE,
          .as.queue_node = { .queue_id = SALES, .priority = 50 },
          .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } },
    };
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    answer(&story);
    assert_int_equal(contact_of(&story, 1)->place, PLACE_QUEUE);
    assert_int_equal(contact_of(&story, 1)->priority, 3);
    story_end(&story);
}

static void seconds_of_a_priority_count_as_waited(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "vip" },
          .type = NODE_PRIORITY,
          .as.priority_node = { .priority = 3, .added_ms = 90000 },
          .exits = { [STEP_DONE] = 1 } },
        { .name = { "gold" },
          .type = NODE_PRIORITY,
          .as.priority_node = { .priority = 2 },
          .exits = { [STEP_DONE] = 2 } },
        { .name = { "sales" },
          .type = NODE_QUEUE,
          .as.queue_node = { .queue_id = SALES, .priority = 50 },
          .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } },
    };
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    answer(&story);
    assert_int_equal(contact_of(&story, 1)->place, PLACE_QUEUE);
    assert_int_equal(contact_of(&story, 1)->priority, 2);
    assert_int_equal(contact_of(&story, 1)->added_us, 90 * SECOND_US);
    story_end(&story);
}

static void a_tag_is_kept_once(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "a" },
          .type = NODE_TAG,
          .as.tag_node.tag = { "vip" },
          .exits = { [STEP_DONE] = 1, [STEP_ERROR] = 4 } },
        { .name = { "b" },
          .type = NODE_TAG,
          .as.tag_node.tag = { "vi" },
          .exits = { [STEP_DONE] = 2, [STEP_ERROR] = 4 } },
        { .name = { "c" },
          .type = NODE_TAG,
          .as.tag_node.tag = { "vip" },
          .exits = { [STEP_DONE] = 3, [STEP_ERROR] = 4 } },
        REST("done"),
        REST("error"),
    };
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    assert_string_equal(state_tags(core_state(story.core), 1)->text, "vip vi");
    story_end(&story);
}

static void a_loop_leads_once_more_so_often(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "loop" },
          .type = NODE_LOOP,
          .as.loop_node = { .variable = { "n" }, .times = 3 },
          .exits = { [STEP_OTHER] = 1, [STEP_DONE] = 2, [STEP_ERROR] = 3 } },
        { .name = { "again" },
          .type = NODE_WAIT,
          .as.wait_node.for_ms = 1000,
          .exits = { [STEP_DONE] = 0 } },
        REST("done"),
        REST("error"),
    };
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    answer(&story);
    for (int i = 1; i <= 3; i++) {
        const char count[] = { (char)('0' + i), '\0' };

        assert_string_equal(place_of(&story, nodes), "again");
        assert_string_equal(variable_of(&story, 0)->value.text, count);
        story_wait(&story, SECOND_US);
    }
    assert_string_equal(place_of(&story, nodes), "done");
    assert_string_equal(variable_of(&story, 0)->value.text, "0");
    story_end(&story);
}

/* A circle that a loop ends needs no node that waits; any other does. */
static void a_loop_may_be_gone_round_without_a_wait(void **state)
{
    static struct flow_program program = {
        .node_count = 3,
        .nodes = {
            { .name = { "loop" }, .type = NODE_LOOP,
              .as.loop_node = { .variable = { "n" }, .times = 3 },
              .exits = { [STEP_OTHER] = 1, [STEP_DONE] = 2,
                         [STEP_ERROR] = 2 } },
            { .name = { "again" }, .type = NODE_START,
              .exits = { [STEP_DONE] = 0 } },
            { .name = { "bye" }, .type = NODE_HANG_UP },
        },
    };
    size_t node;

    (void)state;
    assert_null(flow_broken_claim(&program, &node));
    program.nodes[0].exits[STEP_DONE] = 1;
    assert_non_null(flow_broken_claim(&program, &node));
}

static void a_seventeenth_variable_is_an_error(void **state)
{
    static struct flow_node nodes[19];
    struct story story;

    (void)state;
    for (size_t i = 0; i < 17; i++) {
        struct flow_node *node = &nodes[i];

        node->type = NODE_SET;
        node->name.text[0] = (char)('a' + i);
        node->as.set_node.variable = node->name;
        node->exits[STEP_DONE] = (int)i + 1;
        node->exits[STEP_ERROR] = 18;
    }
    nodes[17] = (struct flow_node)REST("done");
    nodes[18] = (struct flow_node)REST("error");
    BEGIN(&story, nodes);
    answer(&story);
    assert_string_equal(place_of(&story, nodes), "error");
    assert_int_equal(state_row_count(core_state(story.core), ROW_VARIABLE), 16);
    story_end(&story);
}

static void what_a_flow_kept_goes_with_the_contact(void **state)
{
    static const struct flow_node nodes[] = {
        PASSES(SET, set, { .variable = { "x" }, .value = { "gold" } }),
    };
    static const struct command gone = CALLER_HANGS_UP(1);
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    assert_int_equal(state_row_count(core_state(story.core), ROW_VARIABLE), 1);
    assert_int_equal(story_give(&story, &gone), 0);
    assert_null(contact_of(&story, 1));
    assert_int_equal(state_row_count(core_state(story.core), ROW_VARIABLE), 0);
    story_end(&story);
}

/* The table. */

static void every_type_begins_with_what_every_node_has(void **state)
{
    (void)state;
    for (int type = 0; type < node_type_count; type++) {
        const struct node_rule *rule = node_rule((enum node_type)type);

        assert_string_equal(rule->record->name,
                            word_spell(&word_list_node_type, type));
        assert_string_equal(rule->record->fields[0].name, "x");
        assert_int_equal(rule->record->fields[0].offset,
                         offsetof(struct node_head, x));
        assert_int_equal(rule->record->fields[2].offset,
                         offsetof(struct node_head, label));
        assert_true(rule->record->doc[0] != '\0');
        for (size_t i = 0; i < rule->exit_count; i++)
            assert_ptr_equal(
                node_exit_named((enum node_type)type, rule->exits[i].name),
                &rule->exits[i]);
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_start_leads_on_without_answering);
    TEST_LIST_ADD(&list, a_wait_lasts_as_long_as_it_says);
    TEST_LIST_ADD(&list, a_split_tells_what_it_drew);
    TEST_LIST_ADD(&list, none_and_all_are_shares_too);
    TEST_LIST_ADD(&list, lots_are_fair);
    TEST_LIST_ADD_ROWS(&list, passes, passing_rows);
    TEST_LIST_ADD(&list, a_language_by_number_is_that_of_the_prompts);
    TEST_LIST_ADD(&list, the_last_call_tells_the_language);
    TEST_LIST_ADD(&list, a_caller_does_not_wait_for_the_past);
    TEST_LIST_ADD(&list, what_is_known_is_not_asked_again);
    TEST_LIST_ADD(&list, a_priority_goes_before_that_of_the_queue_node);
    TEST_LIST_ADD(&list, seconds_of_a_priority_count_as_waited);
    TEST_LIST_ADD(&list, a_tag_is_kept_once);
    TEST_LIST_ADD(&list, a_loop_leads_once_more_so_often);
    TEST_LIST_ADD(&list, a_loop_may_be_gone_round_without_a_wait);
    TEST_LIST_ADD(&list, a_seventeenth_variable_is_an_error);
    TEST_LIST_ADD(&list, what_a_flow_kept_goes_with_the_contact);
    TEST_LIST_ADD(&list, every_type_begins_with_what_every_node_has);
    return test_list_run(&list);
}
