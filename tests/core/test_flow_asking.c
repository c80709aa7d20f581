/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a node asks: by a prompt or a text, by another one the next time, and with
   or without keys meanwhile. */

#include <stdio.h>
#include <string.h>

#include "core/flow_claim.h"
#include "core/flow_heard.h"
#include "tests/core/caller_in_flow.h"
#include "tests/test.h"

enum { HEARD_SIZE = 256 };

/* Settings that a menu, a number and a survey have alike. */
struct asking {
    const char *prompt;
    const char *text;
    const char *again;
    const char *invalid;
    const char *timeout;
    bool bars; /* keys, while it plays */
};

/* What happens, a character each: . what is heard is at its end, ! it cannot be
   played, ~ six seconds go by, and keys; ? before a key: it is not taken. */
static const struct asking_row {
    const char *says;
    struct asking asking;
    const char *happens;
    const char *heard; /* in turn; of a text with what is put in */
    const char *place; /* at last */
} asking_rows[] = {
    { "a prompt asks, time and again",
      { .prompt = "menu" },
      ".~.~",
      "menu menu ",
      "silent" },
    { "a text asks", { .text = "Press 1." }, "", "<Press 1.> ", "ask" },
    { "... and the key behind it is taken",
      { .text = "Press 1." },
      ".1",
      "<Press 1.> ",
      "chosen" },
    { "... and the key before its end",
      { .text = "Press 1." },
      "1",
      "<Press 1.> ",
      "chosen" },
    { "values stand in it",
      { .text = "You are {{caller}}." },
      "",
      "<You are +420777.> ",
      "ask" },
    { "a text that cannot be told is an error",
      { .text = "{{caller" },
      "",
      "",
      "error" },
    { "a text that is not spoken is an error",
      { .text = "Press 1." },
      "!",
      "<Press 1.> ",
      "error" },
    { "the next try asks by another prompt",
      { .prompt = "menu", .again = "again" },
      ".~",
      "menu again ",
      "ask" },
    { "... also where a text asked",
      { .text = "Press 1.", .again = "again" },
      ".~",
      "<Press 1.> again ",
      "ask" },
    { "who was wrong is told so, and asked again",
      { .prompt = "menu", .invalid = "wrong" },
      ".7.",
      "menu wrong menu ",
      "ask" },
    { "... by a text, too",
      { .text = "Press 1.", .invalid = "wrong" },
      ".7.",
      "<Press 1.> wrong <Press 1.> ",
      "ask" },
    { "... by the other prompt, too",
      { .prompt = "menu", .again = "again", .invalid = "wrong" },
      ".7.",
      "menu wrong again ",
      "ask" },
    { "who said nothing is told that",
      { .prompt = "menu", .invalid = "wrong", .timeout = "silence" },
      ".~.",
      "menu silence menu ",
      "ask" },
    { "... and hears nothing of wrong keys",
      { .prompt = "menu", .invalid = "wrong" },
      ".~",
      "menu menu ",
      "ask" },
    { "the second silence is the last",
      { .prompt = "menu", .timeout = "silence" },
      ".~..~",
      "menu silence menu ",
      "silent" },
    { "the second wrong key is the last",
      { .prompt = "menu", .invalid = "wrong" },
      ".7..7",
      "menu wrong menu ",
      "wrong" },
    { "what cannot be told of an error costs no try",
      { .prompt = "menu", .invalid = "wrong" },
      ".7!.1",
      "menu wrong menu ",
      "chosen" },
    { "... but a question that is not heard is an error",
      { .prompt = "menu", .invalid = "wrong" },
      ".7.!",
      "menu wrong menu ",
      "error" },
    { "who knows the menu need not hear what was wrong",
      { .prompt = "menu", .invalid = "wrong" },
      ".71",
      "menu wrong ",
      "chosen" },
    { "keys before the end of the prompt are lost, if it bars them",
      { .prompt = "menu", .bars = true },
      "?1?7",
      "menu ",
      "ask" },
    { "... and taken behind it",
      { .prompt = "menu", .bars = true },
      "?7.1",
      "menu ",
      "chosen" },
    { "... also before the end of a text",
      { .text = "Press 1.", .bars = true },
      "?1.1",
      "<Press 1.> ",
      "chosen" },
    { "... and while it is told what was wrong",
      { .prompt = "menu", .invalid = "wrong", .bars = true },
      ".7?1.?1.1",
      "menu wrong menu ",
      "chosen" },
};

static void set_text(struct flow_node *node, const char *name, const char *text)
{
    const struct field *field =
        record_field(node_rule(node->type)->record, name);

    assert_non_null(field);
    if (text)
        assert_int_equal(field_set_text(field, &node->as, text), 0);
}

static void set_asking(struct flow_node *node, const struct asking *asking)
{
    const struct record *record = node_rule(node->type)->record;

    set_text(node, "prompt", asking->prompt);
    set_text(node, "text_en", asking->text);
    set_text(node, "again_prompt", asking->again);
    set_text(node, "invalid_prompt", asking->invalid);
    set_text(node, "timeout_prompt", asking->timeout);
    field_set_integer(record_field(record, "barge_in"), &node->as,
                      !asking->bars);
}

/* What is asked to be heard; who hears it then forgets it. */
static void listen_to(struct story *story, char heard[HEARD_SIZE])
{
    for (size_t i = 0; i < story->outbox.effect_count; i++) {
        const struct effect *effect = &story->outbox.effects[i];
        size_t length = strlen(heard);

        if (effect->type == EFFECT_PLAY)
            snprintf(heard + length, HEARD_SIZE - length, "%s ",
                     effect->prompt.text);
        else if (effect->type == EFFECT_SAY)
            snprintf(heard + length, HEARD_SIZE - length, "<%s> ",
                     effect->text.text);
    }
    outbox_clear(&story->outbox);
}

/* The last of the two that was asked for. */
static uint64_t playing(const struct story *story)
{
    return story->last[EFFECT_PLAY] > story->last[EFFECT_SAY]
               ? story->last[EFFECT_PLAY]
               : story->last[EFFECT_SAY];
}

static const char *happen(struct story *story, const char *what)
{
    struct command ended = { COMMAND_PROMPT_ENDED,
                             .as.prompt_ended = { playing(story),
                                                  *what == '!' } };
    struct command key = PRESS(1, "");
    bool is_lost = *what == '?';

    what += is_lost;
    key.as.press_digit.digit.text[0] = *what;
    if (*what == '~')
        story_wait(story, 6 * SECOND_US);
    else if (*what == '.' || *what == '!')
        assert_int_equal(story_give(story, &ended), 0);
    else
        assert_int_equal(story_give(story, &key),
                         is_lost ? REFUSED_NOT_ASKED : REFUSED_NOT);
    return what + 1;
}

static const enum node_type askers[] = { NODE_MENU, NODE_COLLECT, NODE_SURVEY };

static struct flow_node asker(enum node_type type)
{
    static const struct flow_node nodes[node_type_count] = {
        [NODE_MENU] = { .as.menu_node = { .wait_ms = 5000, .tries = 2 },
                        .choice_count = 1,
                        .choices = { { "1", 1 } } },
        [NODE_COLLECT] = { .as.collect_node = { .variable = { "n" },
                                                .min = 1,
                                                .max = 1,
                                                .wait_ms = 5000,
                                                .between_ms = 3000,
                                                .tries = 2 } },
        [NODE_SURVEY] = { .as.survey_node = { .question = { "n" },
                                              .lowest = 1,
                                              .highest = 5,
                                              .wait_ms = 5000,
                                              .tries = 2 } },
    };
    struct flow_node node = nodes[type];

    node.type = type;
    node.name = (struct name){ "ask" };
    node.exits[STEP_DONE] = 1;
    node.exits[STEP_TIMEOUT] = 2;
    node.exits[STEP_INVALID] = 3;
    node.exits[STEP_ERROR] = 4;
    return node;
}

/* Any key is a number: the wrong ones are those of menus and questions. */
static bool has_wrong_keys(const struct asking_row *row, enum node_type type)
{
    return type == NODE_COLLECT && strchr(row->happens, '7');
}

static void asks(void **state)
{
    const struct asking_row *row = *state;

    for (size_t i = 0; i < ARRAY_LEN(askers); i++) {
        struct flow_node nodes[] = { asker(askers[i]), REST("chosen"),
                                     REST("silent"), REST("wrong"),
                                     REST("error") };
        static const struct command connected = CONNECTED;
        char heard[HEARD_SIZE] = "";
        struct story story;

        if (has_wrong_keys(row, askers[i]))
            continue;
        set_asking(&nodes[0], &row->asking);
        BEGIN(&story, nodes);
        outbox_clear(&story.outbox);
        assert_int_equal(story_give(&story, &connected), 0);
        listen_to(&story, heard);
        for (const char *what = row->happens; *what;) {
            what = happen(&story, what);
            listen_to(&story, heard);
        }
        assert_string_equal(heard, row->heard);
        assert_string_equal(place_of(&story, nodes), row->place);
        story_end(&story);
    }
}

/* A number that is too short is wrong as a key that is no choice. */
static void a_short_number_is_told_to_be_wrong(void **state)
{
    (void)state;
    struct flow_node nodes[] = { asker(NODE_COLLECT), REST("chosen"),
                                 REST("silent"), REST("wrong"), REST("error") };
    static const struct asking asking = { .prompt = "menu",
                                          .invalid = "wrong" };
    char heard[HEARD_SIZE] = "";
    struct story story;

    set_asking(&nodes[0], &asking);
    nodes[0].as.collect_node.min = 2;
    nodes[0].as.collect_node.max = 2;
    BEGIN(&story, nodes);
    answer(&story);
    for (const char *what = "4~.42"; *what;) {
        what = happen(&story, what);
        listen_to(&story, heard);
    }
    assert_string_equal(heard, "wrong menu ");
    assert_string_equal(place_of(&story, nodes), "chosen");
    story_end(&story);
}

static void what_was_wrong_is_kept_until_it_is_told(void **state)
{
    (void)state;
    struct flow_node nodes[] = { asker(NODE_MENU), REST("chosen"),
                                 REST("silent"), REST("wrong"), REST("error") };
    static const struct asking asking = { .prompt = "menu",
                                          .invalid = "wrong" };
    char heard[HEARD_SIZE] = "";
    struct story story;

    set_asking(&nodes[0], &asking);
    BEGIN(&story, nodes);
    answer(&story);
    for (const char *what = ".7"; *what;)
        what = happen(&story, what);
    outbox_clear(&story.outbox);
    assert_true(state_run(core_state(story.core), 1)->announces);
    assert_int_equal(state_run(core_state(story.core), 1)->missed_by,
                     STEP_INVALID);
    (void)happen(&story, ".");
    listen_to(&story, heard);
    assert_false(state_run(core_state(story.core), 1)->announces);
    assert_string_equal(heard, "menu ");
    story_end(&story);
}

/* What may be published. */

static const struct given_row {
    const char *says;
    struct asking asking;
    bool is_whole;
} given_rows[] = {
    { "a node may ask by a prompt", { .prompt = "menu" }, true },
    { "... or by a text", { .text = "Press 1." }, true },
    { "... but not by both", { .prompt = "menu", .text = "Press 1." }, false },
    { "... nor by nothing", { .again = "again" }, false },
};

static void is_given(void **state)
{
    const struct given_row *row = *state;

    for (size_t i = 0; i < ARRAY_LEN(askers); i++) {
        static struct flow_program flow;
        static const struct flow_node rest = REST("rest");

        memset(&flow, 0, sizeof(flow));
        flow.nodes[0] = asker(askers[i]);
        for (int exit = 0; exit < step_exit_count; exit++)
            flow.nodes[0].exits[exit] = 1;
        set_asking(&flow.nodes[0], &row->asking);
        flow.nodes[1] = rest;
        flow.node_count = 2;
        assert_int_equal(flow_broken_claim(&flow, NULL) == NULL, row->is_whole);
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, asks, asking_rows);
    TEST_LIST_ADD(&list, a_short_number_is_told_to_be_wrong);
    TEST_LIST_ADD(&list, what_was_wrong_is_kept_until_it_is_told);
    TEST_LIST_ADD_ROWS(&list, is_given, given_rows);
    return test_list_run(&list);
}
