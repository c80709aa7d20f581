/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which former sounds of prompts are kept. */

#include "jobs/prompt_past.h"

#include <string.h>

#include "base/object.h"
#include "tests/test.h"

/* A sound by its letter: "aaaa...". */
static struct digest sound_of(char letter)
{
    struct digest sound = { "" };

    if (letter != '-')
        memset(sound.text, letter, 64);
    return sound;
}

static void add(struct prompt_past *past, uint64_t id, char letter)
{
    struct event event = { .type = EVENT_PROMPT_SET };

    event.as.prompt_set.id = id;
    event.as.prompt_set.sound = sound_of(letter);
    if (letter == 'x') {
        event = (struct event){ .type = EVENT_PROMPT_REMOVED };
        event.as.prompt_removed.id = id;
    }
    assert_int_equal(prompt_past_add(past, &event), 0);
}

static const struct past_row {
    const char *says;
    const char *first;  /* what prompt 1 was: a sound, - a text, x removed */
    const char *second; /* ... and then prompt 2 */
    const char *kept;   /* of a to h */
} past_rows[] = {
    { "a sound is kept", "a", "", "a" },
    { "... that another took the place of, too", "ab", "", "ab" },
    { "... and that a text did", "a-", "", "a" },
    { "six are kept", "abcdef", "", "abcdef" },
    { "... and the oldest one goes for a seventh", "abcdefg", "", "bcdefg" },
    { "texts take no place", "a-b-c-d-e-f-", "", "abcdef" },
    { "nor does a sound that stays", "abbbbbbbb", "", "ab" },
    { "one that came back is the newest", "abcdefag", "", "acdefg" },
    { "each prompt has six", "abcdef", "gh", "abcdefgh" },
    { "... whichever came first", "ab", "ba", "ab" },
    { "one that was removed has none", "abx", "", "" },
    { "... but what others have of them stays", "abx", "b", "b" },
    { "... and it may come again", "axb", "", "b" },
};

static void keeps(void **state)
{
    const struct past_row *row = *state;
    struct prompt_past *past;

    assert_int_equal(prompt_past_new(&past), 0);
    for (const char *at = row->second; *at; at++)
        add(past, 2, *at);
    for (const char *at = row->first; *at; at++)
        add(past, 1, *at);
    for (char letter = 'a'; letter <= 'f' + 2; letter++) {
        char object[OBJECT_NAME_SIZE] = "";
        bool is_kept = strchr(row->kept, letter) != NULL;

        memset(object, letter, OBJECT_NAME_SIZE - 1);
        if (prompt_past_has(past, object) != is_kept)
            fail_msg("%c is%s kept", letter, is_kept ? " not" : "");
    }
    prompt_past_free(past);
}

/* Whatever order their numbers come in. */
static void a_thousand_prompts_are_found(void **state)
{
    struct prompt_past *past;
    char object[OBJECT_NAME_SIZE] = "";

    (void)state;
    assert_int_equal(prompt_past_new(&past), 0);
    for (uint64_t i = 0; i < 1000; i++)
        add(past, 1 + i * 7 % 1000, 'a');
    for (uint64_t i = 1; i <= 1000; i++)
        add(past, i, 'x');
    memset(object, 'a', OBJECT_NAME_SIZE - 1);
    assert_false(prompt_past_has(past, object));
    prompt_past_free(past);
}

static void without_a_reader_nothing_is_known(void **state)
{
    struct prompt_past *past;

    (void)state;
    assert_int_equal(prompt_past_new(&past), 0);
    assert_true(prompt_past_read(NULL, past) < 0);
    prompt_past_free(past);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, keeps, past_rows);
    TEST_LIST_ADD(&list, a_thousand_prompts_are_found);
    TEST_LIST_ADD(&list, without_a_reader_nothing_is_known);
    return test_list_run(&list);
}
