/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which speeches are the same, and are spoken once. */

#include "jobs/speech.h"

#include <string.h>

#include "tests/test.h"

static const struct key_row {
    const char *says;
    enum speech language;
    struct worker_voice voice;
    const char *words;
    bool is_same; /* as "hello" in English by the presets */
} key_rows[] = {
    { "equal words are one speech", SPEAKS_EN, { "", 0 }, "hello", true },
    { "... also when the preset is written out",
      SPEAKS_EN,
      { "en-gb", 150 },
      "hello",
      true },
    { "other words are another", SPEAKS_EN, { "", 0 }, "hallo", false },
    { "... and another language", SPEAKS_ES, { "", 0 }, "hello", false },
    { "... and another voice", SPEAKS_EN, { "en-us", 0 }, "hello", false },
    { "... and a variant", SPEAKS_EN, { "en-gb+f3", 0 }, "hello", false },
    { "... and another speed", SPEAKS_EN, { "", 151 }, "hello", false },
};

static void keys(void **state)
{
    const struct key_row *row = *state;
    const struct worker_voice preset = { "", 0 };
    struct digest one, other;

    speech_key(&preset, SPEAKS_EN, "hello", &one);
    speech_key(&row->voice, row->language, row->words, &other);
    assert_int_equal(strcmp(one.text, other.text) == 0, row->is_same);
}

static void a_speech_has_the_voice_of_its_language(void **state)
{
    const struct worker_voices voices = { .of = { [SPEAKS_ES] = { "es+f2",
                                                                  200 } } };
    struct utterance speech;
    struct digest key;

    (void)state;
    assert_int_equal(speech_prepare(&voices, SPEAKS_ES, "hola", &speech), 0);
    assert_string_equal(speech.voice.name, "es+f2");
    assert_int_equal(speech.voice.speed, 200);
    speech_key(&voices.of[SPEAKS_ES], SPEAKS_ES, "hola", &key);
    assert_string_equal(speech.key.text, key.text);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, keys, key_rows);
    TEST_LIST_ADD(&list, a_speech_has_the_voice_of_its_language);
    return test_list_run(&list);
}
