/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a node says, in which language. */

#include "tests/core/caller_in_flow.h"
#include "tests/test.h"

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
        ASK_PIN(1, 2, 4),
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

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, speech, say_rows);
    return test_list_run(&list);
}
