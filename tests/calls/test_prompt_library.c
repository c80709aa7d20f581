/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sound a caller hears. */

#include "calls/prompt_library.h"

#include <errno.h>
#include <string.h>

#include "tests/failing_alloc.h"
#include "tests/test.h"

enum { HELLO = 1, HOLA, AHOJ, BYE, MUTE, NOBODY = 9 };

static const struct event_prompt_set prompts[] = {
    { .id = HELLO, .name = { "hello" }, .language = SPEAKS_EN },
    { .id = HOLA,
      .name = { "hola" },
      .language = SPEAKS_ES,
      .prompt_id = HELLO },
    { .id = AHOJ,
      .name = { "ahoj" },
      .language = SPEAKS_CS,
      .prompt_id = HELLO },
    { .id = BYE, .name = { "bye" }, .language = SPEAKS_EN },
    { .id = MUTE, .name = { "mute" }, .language = SPEAKS_EN },
};

/* A sound that is known by its length. */
static struct sound *make_sound(uint64_t length)
{
    int16_t samples[16] = { 0 };
    struct sound *sound = NULL;

    assert_int_equal(sound_from_samples(samples, (size_t)length, &sound), 0);
    return sound;
}

/* All but the mute one, and the Czech one, which is not loaded yet. */
static struct prompt_library *make_library(void)
{
    struct prompt_library *library = NULL;

    assert_int_equal(prompt_library_new(&library), 0);
    for (size_t i = 0; i < ARRAY_LEN(prompts); i++) {
        assert_int_equal(prompt_library_set(library, &prompts[i]), 0);
        if (prompts[i].id != MUTE && prompts[i].id != AHOJ)
            assert_int_equal(prompt_library_give(library, prompts[i].id,
                                                 make_sound(prompts[i].id)),
                             0);
    }
    return library;
}

static const struct find_row {
    const char *says;
    uint64_t prompt_id;
    const char *name;
    enum speech language;
    size_t heard; /* 0: nothing */
} find_rows[] = {
    { "a prompt by number, in its own language", HELLO, "", SPEAKS_EN, HELLO },
    { "its translation, in that language", HELLO, "", SPEAKS_ES, HOLA },
    { "the prompt itself while its translation is not loaded", HELLO, "",
      SPEAKS_CS, HELLO },
    { "the prompt itself without a translation", BYE, "", SPEAKS_ES, BYE },
    { "a prompt by name", 0, "bye", SPEAKS_EN, BYE },
    { "the translation of a prompt by name", 0, "hello", SPEAKS_ES, HOLA },
    { "the original, when a translation is named", HOLA, "", SPEAKS_EN, HELLO },
    { "the one that is named, when no other fits", HOLA, "", SPEAKS_CS, HOLA },
    { "a number goes before a name", BYE, "hello", SPEAKS_EN, BYE },
    { "nothing of a prompt without a sound", MUTE, "", SPEAKS_EN, 0 },
    { "nothing of a number that there is not", NOBODY, "hello", SPEAKS_EN, 0 },
    { "nothing of a name that there is not", 0, "welcome", SPEAKS_EN, 0 },
    { "nothing of no name", 0, "", SPEAKS_EN, 0 },
};

static void finds(void **state)
{
    const struct find_row *row = *state;
    struct prompt_library *library = make_library();
    struct sound *sound =
        prompt_library_find(library, row->prompt_id, row->name, row->language);

    assert_int_equal(sound ? sound_samples(sound) : 0, row->heard);
    prompt_library_free(library);
}

static void keeps_the_sound_of_what_is_renamed(void **state)
{
    (void)state;
    struct prompt_library *library = make_library();
    struct event_prompt_set renamed = prompts[3];

    memcpy(renamed.name.text, "ciao", 5);
    assert_int_equal(prompt_library_set(library, &renamed), 0);
    assert_null(prompt_library_find(library, 0, "bye", SPEAKS_EN));
    assert_non_null(prompt_library_find(library, 0, "ciao", SPEAKS_EN));
    prompt_library_free(library);
}

static void forgets_what_is_removed(void **state)
{
    (void)state;
    struct prompt_library *library = make_library();

    prompt_library_remove(library, BYE);
    prompt_library_remove(library, BYE);
    assert_null(prompt_library_own(library, BYE));
    assert_int_equal(prompt_library_give(library, BYE, make_sound(1)), -ENOENT);
    assert_int_equal(sound_samples(prompt_library_own(library, HELLO)), HELLO);
    prompt_library_free(library);
}

static void takes_a_sound_away(void **state)
{
    (void)state;
    struct prompt_library *library = make_library();

    assert_int_equal(prompt_library_give(library, HELLO, NULL), 0);
    assert_null(prompt_library_own(library, HELLO));
    prompt_library_free(library);
}

/* Nine half hours are more than four hours. */
static void is_bounded(void **state)
{
    (void)state;
    enum { SAMPLES = SOUND_MAX_S * SOUND_RATE_HZ, FIT = 8 };
    int16_t *samples = calloc(SAMPLES, sizeof(*samples));
    struct prompt_library *library = NULL;
    struct sound *sound = NULL;

    assert_non_null(samples);
    assert_int_equal(sound_from_samples(samples, SAMPLES, &sound), 0);
    free(samples);
    assert_int_equal(prompt_library_new(&library), 0);
    for (uint64_t id = 1; id <= FIT + 1; id++) {
        const struct event_prompt_set prompt = { .id = id };

        assert_int_equal(prompt_library_set(library, &prompt), 0);
        assert_int_equal(prompt_library_give(library, id, sound_ref(sound)),
                         id > FIT ? -ENOSPC : 0);
    }
    prompt_library_remove(library, 1);
    assert_int_equal(prompt_library_give(library, FIT + 1, sound_ref(sound)),
                     0);
    sound_unref(sound);
    prompt_library_free(library);
}

static void survives_without_memory(void **state)
{
    (void)state;
    struct prompt_library *library = NULL;

    fail_alloc_after(0);
    assert_int_equal(prompt_library_new(&library), -ENOMEM);
    fail_alloc_after(1);
    assert_int_equal(prompt_library_new(&library), 0);
    assert_int_equal(prompt_library_set(library, &prompts[0]), -ENOMEM);
    fail_alloc_after(FAIL_NO_ALLOC);
    assert_int_equal(prompt_library_set(library, &prompts[0]), 0);
    prompt_library_free(library);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, finds, find_rows);
    TEST_LIST_ADD(&list, keeps_the_sound_of_what_is_renamed);
    TEST_LIST_ADD(&list, forgets_what_is_removed);
    TEST_LIST_ADD(&list, takes_a_sound_away);
    TEST_LIST_ADD(&list, is_bounded);
    TEST_LIST_ADD(&list, survives_without_memory);
    return test_list_run(&list);
}
