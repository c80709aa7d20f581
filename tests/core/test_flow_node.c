/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each type of node does to a caller. */

#include "core/node.h"

#include <string.h>

#include "core/draw.h"
#include "core/flow.h"
#include "tests/core/situation.h"
#include "tests/test.h"

/* The house, whose MAIN is this flow, and a caller at its beginning. */
static void begin(struct story *story, const struct flow_node *nodes,
                  size_t count)
{
    static struct flow_program program;
    struct command set = { .type = COMMAND_SET_FLOW };
    static const struct command call = ARRIVES(1, "+4201");

    story_begin(story);
    memset(&program, 0, sizeof(program));
    memcpy(program.nodes, nodes, count * sizeof(nodes[0]));
    memset(program.digest.text, 'e', 64);
    program.node_count = count;
    assert_int_equal(core_add_program(story->core, &program), 0);
    memcpy(&set.as, state_flow(core_state(story->core), MAIN),
           sizeof(set.as.set_flow));
    set.as.set_flow.digest = program.digest;
    story_lead(story, &set, 1);
    assert_int_equal(story_give(story, &call), 0);
}

#define BEGIN(story, nodes) begin(story, nodes, ARRAY_LEN(nodes))

static void answer(struct story *story)
{
    static const struct command connected = CONNECTED;

    story_lead(story, &connected, 1);
}

/* The node where the contact is; "" when it is at none. */
static const char *place_of(const struct story *story,
                            const struct flow_node *nodes)
{
    const struct contact_row *contact = contact_of(story, 1);

    return contact && contact->node >= 0 ? nodes[contact->node].name.text : "";
}

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

/* Keys. */

#define REST(label)                                                            \
    {                                                                          \
        .name = { label }, .type = NODE_WAIT, .as.wait_node.for_ms = 600000,   \
        .exits = {                                                             \
            FLOW_EXIT_NONE                                                     \
        }                                                                      \
    }

/* collect -> 1 done, 2 timeout, 3 invalid, 4 error */
#define COLLECT(...)                                                           \
    {                                                                          \
        .name = { "collect" },                                                 \
        .type = NODE_COLLECT,                                                  \
        .as.collect_node = { .prompt = { "menu" },                             \
                             .variable = { "number" },                         \
                             .wait_ms = 5000,                                  \
                             .between_ms = 3000,                               \
                             .tries = 2,                                       \
                             __VA_ARGS__ },                                    \
        .exits = { [STEP_DONE] = 1,                                            \
                   [STEP_TIMEOUT] = 2,                                         \
                   [STEP_INVALID] = 3,                                         \
                   [STEP_ERROR] = 4 },                                         \
    },                                                                         \
        REST("done"), REST("timeout"), REST("invalid"), REST("error")

static void press(struct story *story, const char *keys)
{
    for (; *keys; keys++) {
        struct command key = PRESS(1, "");

        key.as.press_digit.digit.text[0] = *keys;
        assert_int_equal(story_give(story, &key), 0);
    }
}

/* The value of a variable as the state, and so a snapshot, has it. */
static const struct variable_row *variable_of(const struct story *story,
                                              size_t at)
{
    return state_row_at(core_state(story->core), ROW_VARIABLE, at);
}

static const struct flow_node four_digits[] = { COLLECT(.min = 2, .max = 4,
                                                        .end_key = { "#" }) };

static const struct flow_node card[] = {
    COLLECT(.min = 2, .max = 16, .end_key = { "#" }, .check = DIGITS_LUHN)
};

/* What a caller does: keys, and '.' for 2.9 s, ',' for 5 s of silence, 'p' for
   the end of the prompt, '!' for one that cannot be played. */
static void behave(struct story *story, const char *deeds)
{
    static const struct command ended = PROMPT_ENDS(false);
    static const struct command failed = PROMPT_ENDS(true);

    for (; *deeds; deeds++) {
        const char key[] = { *deeds, '\0' };

        if (*deeds == '.')
            story_wait(story, 2900 * 1000);
        else if (*deeds == ',')
            story_wait(story, 5 * SECOND_US);
        else if (*deeds == 'p')
            assert_int_equal(story_give(story, &ended), 0);
        else if (*deeds == '!')
            assert_int_equal(story_give(story, &failed), 0);
        else
            press(story, key);
    }
}

/* The number after 4992 7398 71 by Luhn's formula is 6 (ISO/IEC 7812-1 has it
   as its example). */
static const struct collect_row {
    const char *says;
    const struct flow_node *nodes;
    const char *deeds;
    const char *place;
    const char *value;
} collect_rows[] = {
    { "so many keys as there may be end the input", four_digits, "1234", "done",
      "1234" },
    { "the end key ends it sooner, and is not a part of it", four_digits, "12#",
      "done", "12" },
    { "a pause after a key ends it, too", four_digits, "p123,", "done", "123" },
    { "a shorter pause does not", four_digits, "1.2.3.4", "done", "1234" },
    { "a key while the prompt plays counts", four_digits, "12,", "done", "12" },
    { "the end key alone is no input", four_digits, "#", "collect", NULL },
    { "... and no input twice is a timeout", four_digits, "#p,", "timeout",
      NULL },
    { "silence twice is a timeout", four_digits, "p,p,", "timeout", NULL },
    { "too few keys are asked for again", four_digits, "1#", "collect", NULL },
    { "... and invalid the second time", four_digits, "1#1#", "invalid", NULL },
    { "the second try may do", four_digits, "1#p12#", "done", "12" },
    { "the first try's keys do not count for the second", four_digits, "1#p2#",
      "invalid", NULL },
    { "a prompt that cannot be played is an error", four_digits, "!", "error",
      NULL },
    { "a number with the right check digit is taken", card, "49927398716#",
      "done", "49927398716" },
    { "one with a wrong one is not", card, "49927398717#", "collect", NULL },
    { "two neighbours changed are found out", card, "49927389716#", "collect",
      NULL },
    { "a star has no check digit", card, "4*#", "collect", NULL },
};

static void collects(void **state)
{
    const struct collect_row *row = *state;
    struct story story;

    begin(&story, row->nodes, 5);
    answer(&story);
    behave(&story, row->deeds);
    assert_string_equal(place_of(&story, row->nodes), row->place);
    if (row->value)
        assert_string_equal(variable_of(&story, 0)->value.text, row->value);
    else
        assert_null(variable_of(&story, 0));
    story_end(&story);
}

/* 10,000 keys at once: each is an answer, and none is waited for too long. */
static void a_flood_of_keys_ends_as_it_should(void **state)
{
    struct command key = PRESS(1, "7");
    struct story story;
    int taken = 0;

    (void)state;
    begin(&story, four_digits, 5);
    answer(&story);
    for (int i = 0; i < 10000; i++) {
        outbox_clear(&story.outbox);
        taken += story_give(&story, &key) == 0;
        assert_true(story.outbox.event_count <= OUTBOX_MAX_PER_DECISION * 2);
    }
    assert_int_equal(taken, 4);
    assert_string_equal(place_of(&story, four_digits), "done");
    story_end(&story);
}

/* What is masked is in no event, no row and no effect; but it is known. */
static void masked_keys_are_told_to_nobody(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "collect" },
          .type = NODE_COLLECT,
          .as.collect_node = { .prompt = { "menu" },
                               .variable = { "card" },
                               .min = 2,
                               .max = 16,
                               .end_key = { "#" },
                               .wait_ms = 5000,
                               .between_ms = 3000,
                               .tries = 1,
                               .check = DIGITS_LUHN,
                               .masked = true },
          .exits = { [STEP_DONE] = 1,
                     [STEP_TIMEOUT] = 3,
                     [STEP_INVALID] = 3,
                     [STEP_ERROR] = 3 } },
        { .name = { "copy" },
          .type = NODE_SET,
          .as.set_node = { .variable = { "x" }, .value = { "{{card}}" } },
          .exits = { [STEP_DONE] = 3, [STEP_ERROR] = 2 } },
        { .name = { "which" },
          .type = NODE_SWITCH,
          .as.switch_node.variable = { "card" },
          .choices = { { "49927398716", 4 } },
          .choice_count = 1,
          .exits = { [STEP_OTHER] = 3 } },
        REST("wrong"),
        REST("right"),
    };
    static char wrote[STORY_TEXT_SIZE];
    struct story story;
    struct state *copy;

    (void)state;
    BEGIN(&story, nodes);
    answer(&story);
    press(&story, "49927398716#");
    story_text(&story.outbox, wrote);
    assert_null(strstr(wrote, "4992"));
    assert_non_null(strstr(wrote, "digits_collected"));
    assert_string_equal(place_of(&story, nodes), "right");
    assert_string_equal(contact_of(&story, 1)->digits.text, "");
    assert_string_equal(variable_of(&story, 0)->value.text, "");
    assert_true(variable_of(&story, 0)->masked);

    copy = copy_of_state(core_state(story.core));
    assert_same_state(copy, core_state(story.core));
    state_free(copy);
    story_end(&story);
}

static void a_masked_number_can_be_sent_on(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "collect" },
          .type = NODE_COLLECT,
          .as.collect_node = { .prompt = { "menu" },
                               .variable = { "pin" },
                               .min = 4,
                               .max = 4,
                               .wait_ms = 5000,
                               .between_ms = 3000,
                               .tries = 1,
                               .masked = true },
          .exits = { [STEP_DONE] = 1,
                     [STEP_TIMEOUT] = 2,
                     [STEP_INVALID] = 2,
                     [STEP_ERROR] = 2 } },
        { .name = { "send" },
          .type = NODE_SEND_DIGITS,
          .as.send_digits_node.digits = { "9{{pin}}#" },
          .exits = { [STEP_DONE] = 3, [STEP_ERROR] = 2 } },
        REST("wrong"),
        REST("right"),
    };
    struct story story;
    const struct effect *sent;

    (void)state;
    BEGIN(&story, nodes);
    answer(&story);
    outbox_clear(&story.outbox);
    press(&story, "4711");
    assert_string_equal(place_of(&story, nodes), "right");
    sent = &story.outbox.effects[story.outbox.effect_count - 1];
    assert_int_equal(sent->type, EFFECT_SEND_DIGITS);
    assert_string_equal(sent->digits.text, "94711#");
    for (size_t i = 0; i < story.outbox.event_count; i++)
        if (story.outbox.events[i].type == EVENT_DIGITS_SENT) {
            assert_true(story.outbox.events[i].as.digits_sent.masked);
            assert_int_equal(story.outbox.events[i].as.digits_sent.count, 6);
        }
    story_end(&story);
}

/* Surveys. */

static const struct flow_node survey[] = {
    { .name = { "survey" },
      .type = NODE_SURVEY,
      .as.survey_node = { .prompt = { "menu" },
                          .question = { "service" },
                          .lowest = 1,
                          .highest = 5,
                          .wait_ms = 5000,
                          .tries = 2 },
      .exits = { [STEP_DONE] = 1,
                 [STEP_TIMEOUT] = 2,
                 [STEP_INVALID] = 3,
                 [STEP_ERROR] = 4 } },
    REST("done"),
    REST("timeout"),
    REST("invalid"),
    REST("error"),
};

static const struct collect_row survey_rows[] = {
    { "a key within the range is an answer", survey, "4", "done", "4" },
    { "one outside is asked for again", survey, "6", "survey", NULL },
    { "... and invalid the second time", survey, "60", "invalid", NULL },
    { "a letter or sign is no answer", survey, "#*", "invalid", NULL },
    { "silence twice is a timeout", survey, "p,p,", "timeout", NULL },
    { "a question that cannot be played is an error", survey, "!", "error",
      NULL },
};

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

    begin(&story, row->nodes, 4);
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

static void a_priority_goes_before_that_of_the_queue_node(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "vip" },
          .type = NODE_PRIORITY,
          .as.priority_node.priority = 3,
          .exits = { [STEP_DONE] = 1 } },
        { .name = { "sales" },
          .type = NODE_QUEUE,
          .as.queue_node = { .queue_id = SALES, .priority = 50 } },
    };
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    answer(&story);
    assert_int_equal(contact_of(&story, 1)->place, PLACE_QUEUE);
    assert_int_equal(contact_of(&story, 1)->priority, 3);
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

/* Flows within flows. */

/* DIRECT becomes this; MAIN is what begins. */
static void put_inside(struct story *story, const struct flow_node *nodes,
                       size_t count)
{
    static struct flow_program program;
    struct command set = { .type = COMMAND_SET_FLOW };

    memset(&program, 0, sizeof(program));
    memcpy(program.nodes, nodes, count * sizeof(nodes[0]));
    memset(program.digest.text, 'f', 64);
    program.node_count = count;
    assert_int_equal(core_add_program(story->core, &program), 0);
    memcpy(&set.as, state_flow(core_state(story->core), DIRECT),
           sizeof(set.as.set_flow));
    set.as.set_flow.digest = program.digest;
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

static void a_condition_knows_variables(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "set" },
          .type = NODE_SET,
          .as.set_node = { .variable = { "age" }, .value = { "21" } },
          .exits = { [STEP_DONE] = 1, [STEP_ERROR] = 2 } },
        { .name = { "if" },
          .type = NODE_IF,
          .as.if_node.condition = { "data.age >= 18 and data.age < 100" },
          .exits = { [STEP_DONE] = 3, [STEP_OTHER] = 2 } },
        REST("wrong"),
        REST("right"),
    };
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    answer(&story);
    assert_string_equal(place_of(&story, nodes), "right");
    story_end(&story);
}

static void what_is_no_condition_is_in_no_flow(void **state)
{
    static const char *const refused[] = { "", "caller ==", "hour", "vip in" };
    static struct flow_program program = {
        .node_count = 1,
        .nodes = { { .name = { "if" },
                     .type = NODE_IF,
                     .exits = { [STEP_DONE] = FLOW_EXIT_NONE,
                                [STEP_OTHER] = FLOW_EXIT_NONE } } },
    };
    struct note *condition = &program.nodes[0].as.if_node.condition;

    (void)state;
    *condition = (struct note){ "caller == \"1\"" };
    assert_null(flow_broken_claim(&program, NULL));
    for (size_t i = 0; i < ARRAY_LEN(refused); i++) {
        *condition = (struct note){ "" };
        memcpy(condition->text, refused[i], strlen(refused[i]));
        assert_non_null(flow_broken_claim(&program, NULL));
    }
}

/* Nodes that ask what rules ask. The journal's moment 0 is Thursday,
   2026-01-01 00:00 UTC. */

#define OTHERWISE(name_, type_, ...)                                           \
    {                                                                          \
        .name = { name_ }, .type = type_, __VA_ARGS__, .exits = {              \
            [STEP_DONE] = 1,                                                   \
            [STEP_OTHER] = 2,                                                  \
            [STEP_HOLIDAY] = 3,                                                \
            [STEP_ERROR] = 4                                                   \
        }                                                                      \
    }

static const struct facts_row {
    const char *says;
    struct flow_node node;
    const char *hours; /* of the calendar "office" */
    const char *holidays;
    const char *place;
} facts_rows[] = {
    { "a condition may ask for the day",
      OTHERWISE("if", NODE_IF, .as.if_node.condition = { "weekday == thu" }),
      "", "", "first" },
    { "... and for the hour",
      OTHERWISE("if", NODE_IF, .as.if_node.condition = { "hour >= 8" }), "", "",
      "second" },
    { "... for a queue",
      OTHERWISE("if", NODE_IF,
                .as.if_node.condition = { "queue(sales).waiting == 0" }),
      "", "", "first" },
    { "... for a calendar",
      OTHERWISE("if", NODE_IF, .as.if_node.condition = { "open(office)" }),
      "thu 08:00-18:00", "", "second" },
    { "... for a list",
      OTHERWISE("if", NODE_IF, .as.if_node.condition = { "caller in vip" }), "",
      "", "first" },
    { "... for the trunk",
      OTHERWISE("if", NODE_IF, .as.if_node.condition = { "trunk == \"\"" }), "",
      "", "second" },
    { "an open calendar leads on",
      OTHERWISE("hours", NODE_HOURS, .as.hours_node.calendar_id = 1),
      "thu 00:00-18:00", "", "first" },
    { "a closed one leads elsewhere",
      OTHERWISE("hours", NODE_HOURS, .as.hours_node.calendar_id = 1),
      "fri 00:00-18:00", "", "second" },
    { "a holiday has a way of its own",
      OTHERWISE("hours", NODE_HOURS, .as.hours_node.calendar_id = 1),
      "thu 00:00-18:00", "01-01", "third" },
    { "who is on a list goes on",
      OTHERWISE("list", NODE_CALLER_LIST,
                .as.caller_list_node.caller_list_id = 1),
      "", "", "first" },
    { "who is not goes elsewhere",
      OTHERWISE("list", NODE_CALLER_LIST,
                .as.caller_list_node.caller_list_id = 2),
      "", "", "second" },
    { "an agent who is signed out is an error",
      OTHERWISE("transfer", NODE_TRANSFER,
                .as.transfer_node = { .agent_id = BOB, .priority = 50 }),
      "", "", "fourth" },
};

static void add_house_of_facts(struct story *story, const struct facts_row *row)
{
    struct caller_list *list = calloc(1, sizeof(*list) + sizeof(uint64_t));
    struct command calendar = { COMMAND_SET_CALENDAR,
                                .as.set_calendar = { .name = { "office" },
                                                     .zone = { "UTC" } } };
    struct command lists[] = {
        { COMMAND_SET_CALLER_LIST,
          .as.set_caller_list = { .name = { "vip" }, .numbers = 1 } },
        { COMMAND_SET_CALLER_LIST,
          .as.set_caller_list = { .name = { "blocked" } } },
    };

    assert_non_null(list);
    list->count = 1;
    list->numbers[0] = UINT64_C(420777123);
    memset(list->digest, 'a', 64);
    assert_int_equal(core_add_list(story->core, list), 0);
    memcpy(lists[0].as.set_caller_list.digest.text, list->digest, 64);
    free(list);
    memcpy(calendar.as.set_calendar.hours.text, row->hours, strlen(row->hours));
    memcpy(calendar.as.set_calendar.holidays.text, row->holidays,
           strlen(row->holidays));
    story_lead(story, &calendar, 1);
    story_lead(story, lists, ARRAY_LEN(lists));
}

static void facts_lead(void **state)
{
    const struct facts_row *row = *state;
    static struct flow_program program;
    static const struct command
        call = { COMMAND_CONTACT_ARRIVES,
                 .as.contact_arrives = {
                     1, TRUNK, 0, { "+420777123" }, { "" }, { "+4201" }, 0 } };
    const struct flow_node nodes[] = { row->node, REST("first"), REST("second"),
                                       REST("third"), REST("fourth") };
    struct command set = { .type = COMMAND_SET_FLOW };
    struct story story;

    story_begin(&story);
    memset(&program, 0, sizeof(program));
    memcpy(program.nodes, nodes, sizeof(nodes));
    memset(program.digest.text, 'e', 64);
    program.node_count = ARRAY_LEN(nodes);
    assert_int_equal(core_add_program(story.core, &program), 0);
    add_house_of_facts(&story, row);
    memcpy(&set.as, state_flow(core_state(story.core), MAIN),
           sizeof(set.as.set_flow));
    set.as.set_flow.digest = program.digest;
    story_lead(&story, &set, 1);
    assert_int_equal(story_give(&story, &call), 0);
    answer(&story);
    assert_string_equal(place_of(&story, nodes), row->place);
    story_end(&story);
}

static void what_a_flow_asks_about_is_there_and_stays(void **state)
{
    static const struct flow_node nodes[] = {
        OTHERWISE("if", NODE_IF,
                  .as.if_node.condition = { "open(office) or caller in vip" }),
        REST("a"),
        REST("b"),
        REST("c"),
        REST("d"),
    };
    static const struct facts_row row = { .hours = "", .holidays = "" };
    static const struct command removals[] = {
        { COMMAND_REMOVE_CALENDAR, .as.remove_calendar = { 1, 1 } },
        { COMMAND_REMOVE_CALLER_LIST, .as.remove_caller_list = { 1, 1 } },
    };
    static struct flow_program program;
    struct command set = { .type = COMMAND_SET_FLOW };
    struct story story;

    (void)state;
    story_begin(&story);
    memset(&program, 0, sizeof(program));
    memcpy(program.nodes, nodes, sizeof(nodes));
    memset(program.digest.text, 'e', 64);
    program.node_count = ARRAY_LEN(nodes);
    assert_int_equal(core_add_program(story.core, &program), 0);
    memcpy(&set.as, state_flow(core_state(story.core), MAIN),
           sizeof(set.as.set_flow));
    set.as.set_flow.digest = program.digest;
    assert_int_equal(story_give(&story, &set), REFUSED_CONDITION_NAMES_NOTHING);
    add_house_of_facts(&story, &row);
    story_lead(&story, &set, 1);
    for (size_t i = 0; i < ARRAY_LEN(removals); i++)
        assert_int_equal(story_give(&story, &removals[i]), REFUSED_IN_USE);
    story_end(&story);
}

/* Speech. */

static const struct say_row {
    const char *says;
    struct node_say node;
    enum speech language;
    const char *text; /* NULL: on_error */
} say_rows[] = {
    { "a text is spoken", { .text_en = { "Hello." } }, SPEAKS_EN, "Hello." },
    { "in the caller's language",
      { .text_en = { "Hello." }, .text_cs = { "Ahoj." } },
      SPEAKS_CS,
      "Ahoj." },
    { "or, where there is none, in another",
      { .text_es = { "Hola." } },
      SPEAKS_CS,
      "Hola." },
    { "values stand in it",
      { .text_en = { "{digits:{{caller}}} {{none}}." } },
      SPEAKS_EN,
      "{digits:+420777} ." },
    { "values begin no other one",
      { .text_en = { "{{odd}}" } },
      SPEAKS_EN,
      " money:5 EUR " },
    { "what is masked is not told",
      { .text_en = { "Your PIN is {{pin}}." } },
      SPEAKS_EN,
      NULL },
    { "braces that are not closed are an error",
      { .text_en = { "{{caller" } },
      SPEAKS_EN,
      NULL },
};

static void speech(void **state)
{
    const struct say_row *row = *state;
    const struct flow_node nodes[] = {
        { .name = { "odd" },
          .type = NODE_SET,
          .as.set_node = { .variable = { "odd" },
                           .value = { "{money:5 EUR}" } },
          .exits = { [STEP_DONE] = 1, [STEP_ERROR] = 1 } },
        { .name = { "pin" },
          .type = NODE_COLLECT,
          .as.collect_node = { .prompt = { "menu" },
                               .variable = { "pin" },
                               .min = 1,
                               .max = 1,
                               .wait_ms = 5000,
                               .between_ms = 3000,
                               .tries = 1,
                               .masked = true },
          .exits = { [STEP_DONE] = 2,
                     [STEP_TIMEOUT] = 4,
                     [STEP_INVALID] = 4,
                     [STEP_ERROR] = 4 } },
        { .name = { "language" },
          .type = NODE_SET_LANGUAGE,
          .as.set_language_node.language = row->language,
          .exits = { [STEP_DONE] = 3 } },
        { .name = { "say" },
          .type = NODE_SAY,
          .as.say_node = row->node,
          .exits = { [STEP_DONE] = 4, [STEP_ERROR] = 5 } },
        REST("said"),
        REST("error"),
    };
    static const struct command said = {
        COMMAND_PROMPT_ENDED,
        .as.prompt_ended = { .serial = SERIAL_OF(EFFECT_SAY) }
    };
    const struct effect *last;
    struct story story;

    BEGIN(&story, nodes);
    answer(&story);
    press(&story, "7");
    if (row->text) {
        last = &story.outbox.effects[story.outbox.effect_count - 1];
        assert_int_equal(last->type, EFFECT_SAY);
        assert_string_equal(last->text.text, row->text);
        assert_int_equal(last->language, row->language);
        assert_string_equal(place_of(&story, nodes), "say");
        story_lead(&story, &said, 1);
    }
    assert_string_equal(place_of(&story, nodes), row->text ? "said" : "error");
    story_end(&story);
}

/* Transfers. */

static void transfer_to(struct story *story, struct node_transfer to)
{
    const struct flow_node nodes[] = {
        { .name = { "transfer" },
          .type = NODE_TRANSFER,
          .as.transfer_node = to,
          .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } },
    };

    BEGIN(story, nodes);
}

static void a_flow_leads_to_an_agent(void **state)
{
    static const struct command there[] = { LOG_IN(ANN), AVAILABLE(ANN) };
    static const struct command remove = { COMMAND_REMOVE_AGENT,
                                           .as.remove_agent = { BOB, 1 } };
    struct story story;

    (void)state;
    transfer_to(&story,
                (struct node_transfer){ .agent_id = BOB, .priority = 50 });
    assert_int_equal(story_give(&story, &remove), REFUSED_IN_USE);
    story_end(&story);

    transfer_to(&story,
                (struct node_transfer){ .agent_id = ANN, .priority = 7 });
    story_lead(&story, there, ARRAY_LEN(there));
    answer(&story);
    assert_int_equal(contact_of(&story, 1)->place, PLACE_QUEUE);
    assert_int_equal(contact_of(&story, 1)->wanted_agent_id, ANN);
    assert_int_equal(contact_of(&story, 1)->priority, 7);
    story_end(&story);
}

static void a_flow_leads_to_no_number_that_nobody_may_dial(void **state)
{
    static struct flow_program program = {
        .digest = { "ee" },
        .node_count = 1,
        .nodes = { { .name = { "transfer" },
                     .type = NODE_TRANSFER,
                     .as.transfer_node = { .number = { "+1900555" },
                                           .priority = 50 },
                     .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } } },
    };
    struct node_transfer *transfer = &program.nodes[0].as.transfer_node;
    struct command set = { .type = COMMAND_SET_FLOW };
    struct story story;

    (void)state;
    story_begin(&story);
    memset(program.digest.text, 'e', 64);
    assert_int_equal(core_add_program(story.core, &program), 0);
    memcpy(&set.as, state_flow(core_state(story.core), MAIN),
           sizeof(set.as.set_flow));
    set.as.set_flow.digest = program.digest;
    assert_int_equal(story_give(&story, &set), REFUSED_NUMBER_BARRED);
    story_end(&story);

    /* one of the two, and not both */
    transfer->agent_id = ANN;
    assert_non_null(flow_broken_claim(&program, NULL));
    *transfer = (struct node_transfer){ .priority = 50 };
    assert_non_null(flow_broken_claim(&program, NULL));
}

static void a_flow_leads_to_a_box(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "box" },
          .type = NODE_VOICEMAIL,
          .as.voicemail_node.box_id = 1,
          .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } },
    };
    const struct command box = { COMMAND_SET_BOX,
                                 .as.set_box = { .name = { "box" },
                                                 .queue_id = SALES,
                                                 .max_ms = 60000,
                                                 .max_messages = 10,
                                                 .keep_days = 30 } };
    static const struct command remove = { COMMAND_REMOVE_BOX,
                                           .as.remove_box = { 1, 1 } };
    static struct flow_program program;
    struct command set = { .type = COMMAND_SET_FLOW };
    static const struct command call = ARRIVES(1, "+4201");
    struct story story;

    (void)state;
    story_begin(&story);
    memcpy(program.nodes, nodes, sizeof(nodes));
    memset(program.digest.text, 'e', 64);
    program.node_count = 1;
    assert_int_equal(core_add_program(story.core, &program), 0);
    memcpy(&set.as, state_flow(core_state(story.core), MAIN),
           sizeof(set.as.set_flow));
    set.as.set_flow.digest = program.digest;
    assert_int_equal(story_give(&story, &set), REFUSED_NO_BOX);
    story_lead(&story, &box, 1);
    story_lead(&story, &set, 1);
    assert_int_equal(story_give(&story, &remove), REFUSED_IN_USE);
    assert_int_equal(story_give(&story, &call), 0);
    answer(&story);
    assert_int_equal(contact_of(&story, 1)->place, PLACE_VOICEMAIL);
    story_end(&story);
}

/* Ways. */

static const struct passage_row *passage_of(const struct story *story,
                                            size_t at)
{
    return state_row_at(core_state(story->core), ROW_PASSAGE, at);
}

static const struct flow_node two_ways[] = {
    { .name = { "menu" },
      .type = NODE_MENU,
      .as.menu_node = { .prompt = { "menu" }, .wait_ms = 5000, .tries = 2 },
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

static void another_version_counts_anew(void **state)
{
    static const struct command second[] = { ARRIVES(2, "+4201"), CONNECTED,
                                             CALLER_HANGS_UP(2) };
    struct command set = { .type = COMMAND_SET_FLOW };
    struct story story;

    (void)state;
    BEGIN(&story, two_ways);
    answer(&story);
    story_lead(&story, second, ARRAY_LEN(second));
    memcpy(&set.as, state_flow(core_state(story.core), MAIN),
           sizeof(set.as.set_flow));
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
    TEST_LIST_ADD_ROWS(&list, collects, collect_rows);
    TEST_LIST_ADD(&list, a_flood_of_keys_ends_as_it_should);
    TEST_LIST_ADD(&list, masked_keys_are_told_to_nobody);
    TEST_LIST_ADD(&list, a_masked_number_can_be_sent_on);
    TEST_LIST_ADD_ROWS(&list, collects, survey_rows);
    TEST_LIST_ADD_ROWS(&list, passes, passing_rows);
    TEST_LIST_ADD(&list, a_language_by_number_is_that_of_the_prompts);
    TEST_LIST_ADD(&list, a_priority_goes_before_that_of_the_queue_node);
    TEST_LIST_ADD(&list, a_tag_is_kept_once);
    TEST_LIST_ADD(&list, a_loop_leads_once_more_so_often);
    TEST_LIST_ADD(&list, a_loop_may_be_gone_round_without_a_wait);
    TEST_LIST_ADD(&list, a_seventeenth_variable_is_an_error);
    TEST_LIST_ADD(&list, what_a_flow_kept_goes_with_the_contact);
    TEST_LIST_ADD(&list, a_flow_within_a_flow_comes_back);
    TEST_LIST_ADD(&list, flows_within_flows_have_a_limit);
    TEST_LIST_ADD(&list, who_joins_a_queue_comes_back_to_no_flow);
    TEST_LIST_ADD(&list, a_return_from_the_first_flow_hangs_up);
    TEST_LIST_ADD(&list, a_flow_that_is_a_part_is_not_removed);
    TEST_LIST_ADD(&list, a_condition_knows_variables);
    TEST_LIST_ADD(&list, what_is_no_condition_is_in_no_flow);
    TEST_LIST_ADD_ROWS(&list, facts_lead, facts_rows);
    TEST_LIST_ADD(&list, what_a_flow_asks_about_is_there_and_stays);
    TEST_LIST_ADD_ROWS(&list, speech, say_rows);
    TEST_LIST_ADD(&list, a_flow_leads_to_an_agent);
    TEST_LIST_ADD(&list, a_flow_leads_to_no_number_that_nobody_may_dial);
    TEST_LIST_ADD(&list, a_flow_leads_to_a_box);
    TEST_LIST_ADD(&list, ways_of_today_are_counted);
    TEST_LIST_ADD(&list, another_day_counts_anew);
    TEST_LIST_ADD(&list, another_version_counts_anew);
    TEST_LIST_ADD(&list, every_type_begins_with_what_every_node_has);
    return test_list_run(&list);
}
