/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes that ask for keys: what is an input, and what is masked. */

#include <string.h>

#include "tests/core/caller_in_flow.h"
#include "tests/test.h"

/* collect -> 1 done, 2 timeout, 3 invalid, 4 error */
#define COLLECT(...)                                                           \
    {                                                                          \
        .name = { "collect" },                                                 \
        .type = NODE_COLLECT,                                                  \
        .as.collect_node = { .barge_in = true,                                 \
                             .prompt = { "menu" },                             \
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

    begin_flow(&story, row->nodes, 5);
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
    begin_flow(&story, four_digits, 5);
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
          .as.collect_node = { .barge_in = true,
                               .prompt = { "menu" },
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
    assert_string_equal(state_run(core_state(story.core), 1)->digits.text, "");
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
        ASK_PIN(4, 1, 2),
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
      .as.survey_node = { .barge_in = true,
                          .prompt = { "menu" },
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

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, collects, collect_rows);
    TEST_LIST_ADD(&list, a_flood_of_keys_ends_as_it_should);
    TEST_LIST_ADD(&list, masked_keys_are_told_to_nobody);
    TEST_LIST_ADD(&list, a_masked_number_can_be_sent_on);
    TEST_LIST_ADD_ROWS(&list, collects, survey_rows);
    return test_list_run(&list);
}
