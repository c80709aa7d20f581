/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Greetings that are made for a box: by a text, and taken away again. */

#include <string.h>

#include "core/core.h"
#include "tests/core/story.h"
#include "tests/test.h"

enum { BOX = 1, HELLO = 1 };

static void begin(struct story *story)
{
    static const struct command house[] = {
        { COMMAND_SET_PROMPT,
          .as.set_prompt = { .name = { "hello" }, .text = { "Hello." } } },
        { COMMAND_SET_BOX, .as.set_box = { .name = { "box" },
                                           .queue_id = SALES,
                                           .max_ms = 60000,
                                           .max_messages = 10,
                                           .pin_tries = 5,
                                           .pin_lock_ms = 60000,
                                           .keep_days = 30 } },
    };

    story_begin(story);
    story_lead(story, house, ARRAY_LEN(house));
}

static int give(struct story *story, struct command_set_greeting greeting)
{
    struct command command = { .type = COMMAND_SET_GREETING };

    command.as.set_greeting = greeting;
    outbox_clear(&story->outbox);
    return story_give(story, &command);
}

static const struct event_box_set *box_of(const struct story *story)
{
    return state_box(core_state(story->core), BOX);
}

static const struct event_prompt_set *prompt_named(const struct story *story,
                                                   const char *name)
{
    return state_document_named(core_state(story->core), DOCUMENT_PROMPT, name);
}

static void text_is_the_box_s_own(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    assert_int_equal(
        give(&story,
             (struct command_set_greeting){ .box_id = BOX,
                                            .greeting = GREETING_CLOSED,
                                            .text = { "We are closed." } }),
        0);

    const struct event_prompt_set *made = prompt_named(&story, "box-1-closed");

    assert_non_null(made);
    assert_string_equal(made->text.text, "We are closed.");
    assert_int_equal(made->language, SPEAKS_EN);
    assert_int_equal(box_of(&story)->closed_id, made->id);
    assert_int_equal(box_of(&story)->greeting_id, 0);
    story_end(&story);
}

static void another_language_is_a_translation(void **state)
{
    (void)state;
    struct story story;
    struct command_set_greeting greeting = { .box_id = BOX,
                                             .greeting = GREETING_CLOSED,
                                             .text = { "We are closed." } };

    begin(&story);
    assert_int_equal(give(&story, greeting), 0);
    greeting.language = SPEAKS_CS;
    greeting.text = (struct note){ "Máme zavřeno." };
    assert_int_equal(give(&story, greeting), 0);

    const struct event_prompt_set *first = prompt_named(&story, "box-1-closed");
    const struct event_prompt_set *other =
        prompt_named(&story, "box-1-closed-cs");

    assert_int_equal(other->prompt_id, first->id);
    assert_int_equal(other->language, SPEAKS_CS);
    assert_int_equal(box_of(&story)->closed_id, first->id);
    greeting.text = (struct note){ "Zavřeno." };
    assert_int_equal(give(&story, greeting), 0);
    assert_string_equal(prompt_named(&story, "box-1-closed-cs")->text.text,
                        "Zavřeno.");
    story_end(&story);
}

/* What had been recorded is heard no more: the text is. */
static void text_goes_before_a_sound(void **state)
{
    (void)state;
    struct story story;
    struct command prompt = { COMMAND_SET_PROMPT,
                              .as.set_prompt = { .name = { "box-1-busy" },
                                                 .language = SPEAKS_EN } };

    begin(&story);
    memset(prompt.as.set_prompt.sound.text, 'a', 64);
    story_lead(&story, &prompt, 1);
    assert_int_equal(
        give(&story,
             (struct command_set_greeting){ .box_id = BOX,
                                            .greeting = GREETING_BUSY,
                                            .text = { "All are busy." } }),
        0);
    assert_string_equal(prompt_named(&story, "box-1-busy")->sound.text, "");
    assert_int_equal(box_of(&story)->busy_id,
                     prompt_named(&story, "box-1-busy")->id);
    story_end(&story);
}

/* ... and the other way round: nobody reads what callers hear no more. */
static void sound_goes_before_a_text(void **state)
{
    (void)state;
    struct story story;
    struct command_set_greeting greeting = { .box_id = BOX,
                                             .greeting = GREETING_BUSY,
                                             .text = { "All are busy." } };

    begin(&story);
    assert_int_equal(give(&story, greeting), 0);
    greeting.text = (struct note){ "" };
    memset(greeting.sound.text, 'b', 64);
    assert_int_equal(give(&story, greeting), 0);
    assert_string_equal(prompt_named(&story, "box-1-busy")->text.text, "");
    assert_string_equal(prompt_named(&story, "box-1-busy")->sound.text,
                        greeting.sound.text);
    story_end(&story);
}

/* ... in the language of whoever sends it: in another one a translation. */
static void a_file_is_the_box_s_own(void **state)
{
    (void)state;
    struct story story;
    struct command_set_greeting file = { .box_id = BOX,
                                         .greeting = GREETING_BUSY,
                                         .language = SPEAKS_ES };

    begin(&story);
    memset(file.sound.text, 'b', 64);
    assert_int_equal(give(&story, file), 0);

    const struct event_prompt_set *made = prompt_named(&story, "box-1-busy");

    assert_non_null(made);
    assert_string_equal(made->sound.text, file.sound.text);
    assert_int_equal(made->language, SPEAKS_ES);
    assert_int_equal(box_of(&story)->busy_id, made->id);
    file.language = SPEAKS_CS;
    assert_int_equal(give(&story, file), 0);
    assert_int_equal(prompt_named(&story, "box-1-busy-cs")->prompt_id,
                     made->id);
    story_end(&story);
}

static void one_of_the_library_is_taken_and_given_back(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    assert_int_equal(
        give(&story, (struct command_set_greeting){ .box_id = BOX,
                                                    .prompt_id = HELLO }),
        0);
    assert_int_equal(box_of(&story)->greeting_id, HELLO);
    assert_int_equal(
        give(&story, (struct command_set_greeting){ .box_id = BOX }), 0);
    assert_int_equal(box_of(&story)->greeting_id, 0);
    assert_non_null(prompt_named(&story, "hello"));
    assert_int_equal(
        give(&story, (struct command_set_greeting){ .box_id = BOX }),
        REFUSED_ALREADY_SO);
    assert_int_equal(story.outbox.event_count, 0);
    story_end(&story);
}

/* No version more, and nothing in the journal. */
static void the_same_text_again_is_nothing_to_do(void **state)
{
    (void)state;
    struct story story;
    struct command_set_greeting greeting = { .box_id = BOX,
                                             .greeting = GREETING_CLOSED,
                                             .text = { "We are closed." } };

    begin(&story);
    assert_int_equal(give(&story, greeting), 0);
    assert_int_equal(give(&story, greeting), REFUSED_ALREADY_SO);
    assert_int_equal(story.outbox.event_count, 0);
    greeting.language = SPEAKS_CS;
    assert_int_equal(give(&story, greeting), 0);
    assert_int_equal(give(&story, greeting), REFUSED_ALREADY_SO);

    /* as another greeting it is another one */
    greeting.greeting = GREETING_BUSY;
    assert_int_equal(give(&story, greeting), 0);
    story_end(&story);
}

static const struct refusal_row {
    const char *says;
    struct command_set_greeting greeting;
    enum refusal refusal;
} refusal_rows[] = {
    { "a box that there is not", { .box_id = 9 }, REFUSED_NO_BOX },
    { "a greeting that there is not",
      { .box_id = BOX, .greeting = (enum box_greeting)9 },
      REFUSED_BAD_VALUE },
    { "a language that there is not",
      { .box_id = BOX, .language = (enum speech)9, .text = { "x" } },
      REFUSED_BAD_VALUE },
    { "a prompt that there is not",
      { .box_id = BOX, .prompt_id = 9 },
      REFUSED_NO_PROMPT },
    { "a prompt and a text",
      { .box_id = BOX, .prompt_id = HELLO, .text = { "x" } },
      REFUSED_GREETING_TWICE },
    { "a text and a file",
      { .box_id = BOX, .text = { "x" }, .sound = { "b" } },
      REFUSED_GREETING_TWICE },
    { "what no file is called",
      { .box_id = BOX, .sound = { "b" } },
      REFUSED_BAD_VALUE },
};

static void is_refused(void **state)
{
    const struct refusal_row *row = *state;
    struct story story;

    begin(&story);
    assert_int_equal(give(&story, row->greeting), row->refusal);
    assert_int_equal(story.outbox.event_count, 0);
    if (row->refusal == REFUSED_GREETING_TWICE)
        assert_string_equal(refusal_text(row->refusal)->field, "prompt_id");
    story_end(&story);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD(&list, text_is_the_box_s_own);
    TEST_LIST_ADD(&list, another_language_is_a_translation);
    TEST_LIST_ADD(&list, text_goes_before_a_sound);
    TEST_LIST_ADD(&list, sound_goes_before_a_text);
    TEST_LIST_ADD(&list, a_file_is_the_box_s_own);
    TEST_LIST_ADD(&list, one_of_the_library_is_taken_and_given_back);
    TEST_LIST_ADD(&list, the_same_text_again_is_nothing_to_do);
    TEST_LIST_ADD_ROWS(&list, is_refused, refusal_rows);
    return test_list_run(&list);
}
