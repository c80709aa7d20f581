/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The node that asks for the language: what is heard of it, and in which. */

#include <stdio.h>
#include <string.h>

#include "core/flow_claim.h"
#include "tests/core/caller_in_flow.h"
#include "tests/test.h"

static const struct node_ask_language all_three = {
    .key_en = { "1" },
    .key_es = { "2" },
    .key_cs = { "3" },
    .wait_ms = 5000,
    .tries = 2,
    .barge_in = true,
};

/* ask -> 1 chosen, 2 silent, 3 invalid, 4 error; behind the choice, a text. */
static const struct flow_node *flow_asking(const struct node_ask_language *how)
{
    static const struct flow_node shape[] = {
        { .name = { "ask" },
          .type = NODE_ASK_LANGUAGE,
          .exits = { [STEP_DONE] = 1,
                     [STEP_TIMEOUT] = 2,
                     [STEP_INVALID] = 3,
                     [STEP_ERROR] = 4 } },
        { .name = { "chosen" },
          .type = NODE_SAY,
          .as.say_node = { .text_en = { "Hello {{language}}." },
                           .text_es = { "Hola {{language}}." },
                           .text_cs = { "Ahoj {{language}}." } },
          .exits = { [STEP_DONE] = 4, [STEP_ERROR] = 4 } },
        REST("silent"),
        REST("invalid"),
        REST("error"),
    };
    static struct flow_node nodes[ARRAY_LEN(shape)];

    memcpy(nodes, shape, sizeof(shape));
    nodes[0].as.ask_language_node = *how;
    return nodes;
}

enum { FLOW_LENGTH = 5 };

/* What is heard now: "en: text", or "en < prompt". */
static void spell_heard(const struct story *story, char *to, size_t size)
{
    const struct effect *last = NULL;

    for (size_t i = 0; i < story->outbox.effect_count; i++)
        if (story->outbox.effects[i].type == EFFECT_SAY ||
            story->outbox.effects[i].type == EFFECT_PLAY)
            last = &story->outbox.effects[i];

    assert_non_null(last);
    bool is_said = last->type == EFFECT_SAY;

    (void)snprintf(
        to, size, "%s%s%s", word_spell(&word_list_speech, (int)last->language),
        is_said ? ": " : " < ", is_said ? last->text.text : last->prompt.text);
}

/* Keys; 'p' for the end of what plays, '!' for one that cannot be heard, ',' for
   5 s of silence. */
static void behave(struct story *story, const char *deeds)
{
    static const struct command said = {
        COMMAND_PROMPT_ENDED,
        .as.prompt_ended = { .serial = SERIAL_OF(EFFECT_SAY) }
    };
    static const struct command unsaid = {
        COMMAND_PROMPT_ENDED,
        .as.prompt_ended = { .serial = SERIAL_OF(EFFECT_SAY), .failed = true }
    };
    static const struct command played = PROMPT_ENDS(false);

    for (; *deeds; deeds++) {
        const char key[] = { *deeds, '\0' };

        if (*deeds == ',')
            story_wait(story, 5 * SECOND_US);
        else if (*deeds == 'p')
            assert_int_equal(story_give(story, &said), 0);
        else if (*deeds == 'P')
            assert_int_equal(story_give(story, &played), 0);
        else if (*deeds == '!')
            assert_int_equal(story_give(story, &unsaid), 0);
        else
            press(story, key);
    }
}

/* clang-format off */
#define EN "en: For English, press 1."
#define ES "es: Para espa\u00f1ol, pulse 2."
#define CS "cs: Pro \u010de\u0161tinu stiskn\u011bte 3."

#define BAD { "{{caller" }
#define BAD_ES { .key_en = { "1" }, .key_es = { "2" }, .key_cs = { "3" }, \
                 .text_es = BAD, .wait_ms = 5000, .tries = 2 }
#define BAD_EN { .key_en = { "1" }, .key_es = { "2" }, .key_cs = { "3" }, \
                 .text_en = BAD, .wait_ms = 5000, .tries = 2, .barge_in = true, \
                 .invalid_prompt = { "invalid" } }
#define BAD_ALL { .key_en = { "1" }, .key_es = { "2" }, .text_en = BAD, \
                  .text_es = BAD, .wait_ms = 5000, .tries = 2 }

static const struct ask_row {
    const char *says;
    struct node_ask_language how; /* tries 0: all_three */
    const char *deeds;
    const char *place;
    const char *heard; /* last; NULL: nothing */
} ask_rows[] = {
    { "English is offered first, in English", { 0 }, "", "ask", EN },
    { "... then Spanish, by a Spanish voice", { 0 }, "p", "ask", ES },
    { "... then Czech, by a Czech one", { 0 }, "pp", "ask", CS },
    { "... and then a key is waited for", { 0 }, "ppp", "ask", CS },
    { "a key behind the sentences chooses", { 0 }, "ppp2", "chosen", "es: Hola es." },
    { "one while they are spoken does, too", { 0 }, "p3", "chosen", "cs: Ahoj cs." },
    { "one for a language that was not heard yet does, too", { 0 }, "3", "chosen", "cs: Ahoj cs." },
    { "who stays with the language has chosen it", { 0 }, "1", "chosen", "en: Hello en." },
    { "silence is asked again, from the first language on", { 0 }, "ppp,", "ask", EN },
    { "... in all of them", { 0 }, "ppp,pp", "ask", CS },
    { "... and is silence the second time", { 0 }, "ppp,ppp,", "silent", CS },
    { "a wrong key is asked again", { 0 }, "pp9", "ask", EN },
    { "... may be right then", { 0 }, "9p2", "chosen", "es: Hola es." },
    { "... and is invalid the second time", { 0 }, "9#", "invalid", EN },
    { "what cannot be spoken is an error", { 0 }, "p!", "error", ES },
    { "a language without a key is left out",
      { .key_en = { "1" }, .key_cs = { "2" }, .wait_ms = 5000, .tries = 2 }, "p", "ask",
      "cs: Pro \u010de\u0161tinu stiskn\u011bte 2." },
    { "... and no key chooses it",
      { .key_en = { "1" }, .key_cs = { "2" }, .wait_ms = 5000, .tries = 1 }, "pp3", "invalid",
      "cs: Pro \u010de\u0161tinu stiskn\u011bte 2." },
    { "the sentences may be worded otherwise",
      { .key_en = { "1" }, .key_es = { "7" }, .text_es = { "Pulse {{caller}}." }, .wait_ms = 5000, .tries = 2 },
      "p", "ask", "es: Pulse +420777." },
    { "one that cannot be told is passed over",
      { .key_en = { "1" }, .key_es = { "2" }, .text_es = { "{{caller" }, .wait_ms = 5000, .tries = 2 },
      "p2", "chosen", "es: Hola es." },
    { "... and silences no language behind it", BAD_ES, "p", "ask", CS },
    { "... which is the last then", BAD_ES, "pp2", "chosen", "es: Hola es." },
    { "one that cannot be told first is no error", BAD_EN, "", "ask", ES },
    { "... and the next goes on behind the one that was", BAD_EN, "p", "ask", CS },
    { "... also when it is asked again", BAD_EN, "pp,", "ask", ES },
    { "... and on", BAD_EN, "pp,p", "ask", CS },
    { "... behind what was wrong, too", BAD_EN, "9P", "ask", ES },
    { "... and on from there", BAD_EN, "9Pp", "ask", CS },
    { "only when none can be told it is an error", BAD_ALL, "", "error", NULL },
    { "a prompt stands for all sentences",
      { .key_en = { "1" }, .key_es = { "2" }, .prompt = { "language" }, .wait_ms = 5000, .tries = 2 },
      "", "ask", "en < language" },
    { "... none of which is heard behind it",
      { .key_en = { "1" }, .key_es = { "2" }, .prompt = { "language" }, .wait_ms = 5000, .tries = 1 },
      "P,", "silent", "en < language" },
    { "another prompt may ask again",
      { .key_en = { "1" }, .key_es = { "2" }, .again_prompt = { "again" }, .wait_ms = 5000, .tries = 2, .barge_in = true },
      "9", "ask", "en < again" },
    { "what was wrong is told before",
      { .key_en = { "1" }, .key_es = { "2" }, .invalid_prompt = { "invalid" }, .wait_ms = 5000, .tries = 2, .barge_in = true },
      "9", "ask", "en < invalid" },
    { "... and all languages are offered behind it",
      { .key_en = { "1" }, .key_es = { "2" }, .invalid_prompt = { "invalid" }, .wait_ms = 5000, .tries = 2, .barge_in = true },
      "9Pp", "ask", ES },
};
/* clang-format on */

static void asking(void **state)
{
    const struct ask_row *row = *state;
    const struct flow_node *nodes =
        flow_asking(row->how.tries ? &row->how : &all_three);
    struct story story;
    static const struct command connected = CONNECTED;
    char heard[sizeof(struct note) + 16];

    begin_flow(&story, nodes, FLOW_LENGTH);
    assert_int_equal(story_give(&story, &connected), 0);
    behave(&story, row->deeds);
    assert_string_equal(place_of(&story, nodes), row->place);
    if (row->heard) {
        spell_heard(&story, heard, sizeof(heard));
        assert_string_equal(heard, row->heard);
    }
    story_end(&story);
}

/* What is stored of the question leads on as it would have. */
static void a_copy_goes_on_with_the_next_language(void **state)
{
    const struct flow_node *nodes = flow_asking(&all_three);
    char heard[sizeof(struct note) + 16];
    struct core *core;
    struct story story;

    (void)state;
    begin_flow(&story, nodes, FLOW_LENGTH);
    answer(&story);
    behave(&story, "p");
    assert_int_equal(core_new(&core), 0);
    assert_int_equal(core_adopt(core, copy_of_state(core_state(story.core))),
                     0);
    core_free(story.core);
    story.core = core;
    (void)flow_of(&story, MAIN, nodes, FLOW_LENGTH); /* its program, again */
    behave(&story, "p");
    spell_heard(&story, heard, sizeof(heard));
    assert_string_equal(heard, CS);
    assert_string_equal(place_of(&story, nodes), "ask");
    story_end(&story);
}

/* clang-format off */
static const struct claim_row {
    const char *says;
    struct node_ask_language how;
    const char *claim; /* a part of it; NULL: none */
} claim_rows[] = {
    { "three languages are a choice", { .key_en = { "1" }, .key_es = { "2" }, .key_cs = { "3" } }, NULL },
    { "... two are, too", { .key_es = { "2" }, .key_cs = { "0" } }, NULL },
    { "one is none", { .key_es = { "2" } }, "two languages" },
    { "none is none", { .tries = 0 }, "two languages" },
    { "two of one key are none", { .key_en = { "1" }, .key_es = { "1" } }, "two languages" },
    { "a star is no key for a language", { .key_en = { "1" }, .key_es = { "*" } }, "two languages" },
    { "a letter is none", { .key_en = { "1" }, .key_es = { "A" } }, "two languages" },
    { "a prompt and a text are one too many", { .key_en = { "1" }, .key_es = { "2" }, .prompt = { "p" }, .text_en = { "t" } }, "not both" },
    { "no wait is too short", { .key_en = { "1" }, .key_es = { "2" }, .wait_ms = -1 }, "within its range" },
};
/* clang-format on */

static void claims(void **state)
{
    const struct claim_row *row = *state;
    struct flow_program flow = { .node_count = 1 };
    struct flow_node *node = &flow.nodes[0];

    *node = (struct flow_node){ .name = { "ask" }, .type = NODE_ASK_LANGUAGE };
    node->as.ask_language_node = row->how;
    node->as.ask_language_node.tries = 3;
    if (!row->how.wait_ms)
        node->as.ask_language_node.wait_ms = 5000;
    for (int i = 0; i < step_exit_count; i++)
        node->exits[i] = FLOW_EXIT_NONE;

    const char *claim = flow_broken_claim(&flow, NULL);

    if (!row->claim)
        assert_null(claim);
    else if (!claim || !strstr(claim, row->claim))
        fail_msg("%s", claim ? claim : "nothing is wrong");
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, asking, ask_rows);
    TEST_LIST_ADD(&list, a_copy_goes_on_with_the_next_language);
    TEST_LIST_ADD_ROWS(&list, claims, claim_rows);
    return test_list_run(&list);
}
