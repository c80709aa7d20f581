/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which former sounds of prompts are kept. */

#include "jobs/prompt_past.h"

#include <stdio.h>
#include <string.h>

#include "base/object.h"
#include "store/reader.h"
#include "tests/store/place.h"
#include "tests/test.h"

/* Of a digest: g and h are 0 and 1. */
static char digit_of(char letter)
{
    return (char)(letter <= 'f' ? letter : letter - 'g' + '0');
}

/* A sound by its letter: "aaaa...". */
static struct digest sound_of(char letter)
{
    struct digest sound = { "" };

    if (letter != '-')
        memset(sound.text, digit_of(letter), 64);
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

static void assert_kept(const struct prompt_past *past, const char *letters)
{
    for (char letter = 'a'; letter <= 'f' + 2; letter++) {
        char object[OBJECT_NAME_SIZE] = "";
        bool is_kept = strchr(letters, letter) != NULL;

        memset(object, digit_of(letter), OBJECT_NAME_SIZE - 1);
        if (prompt_past_has(past, object) != is_kept)
            fail_msg("%c is%s kept", letter, is_kept ? " not" : "");
    }
}

static void keeps(void **state)
{
    const struct past_row *row = *state;
    struct prompt_past *past;

    assert_int_equal(prompt_past_new(&past), 0);
    for (const char *at = row->second; *at; at++)
        add(past, 2, *at);
    for (const char *at = row->first; *at; at++)
        add(past, 1, *at);
    assert_kept(past, row->kept);
    prompt_past_free(past);
}

/* The same of a journal, which is asked for the prompts that there are. */
static struct place place;

static const struct event_prompt_set *prompt_of(int which)
{
    return state_document_named(core_state(place.core), DOCUMENT_PROMPT,
                                which == 0 ? "first" : "second");
}

static void change(int which, char letter, struct outbox *outbox)
{
    const struct event_prompt_set *now = prompt_of(which);
    struct command command = { .type = letter == 'x' ? COMMAND_REMOVE_PROMPT
                                                     : COMMAND_SET_PROMPT };
    struct command_set_prompt *set = &command.as.set_prompt;

    if (letter == 'x') {
        command.as.remove_prompt.id = now->id;
        command.as.remove_prompt.version = now->version;
    } else {
        set->id = now ? now->id : 0;
        set->version = now ? now->version : 0;
        (void)snprintf(set->name.text, sizeof(set->name.text), "%s",
                       which == 0 ? "first" : "second");
        set->sound = sound_of(letter);
    }
    assert_int_equal(core_apply(place.core, &command, 1000000, outbox, NULL),
                     0);
}

static void write_down(const char *first, const char *second)
{
    struct outbox outbox;

    outbox_init(&outbox);
    for (const char *at = second; *at; at++)
        change(1, *at, &outbox);
    for (const char *at = first; *at; at++)
        change(0, *at, &outbox);

    const struct store_turn turn = { .events = outbox.events,
                                     .event_count = outbox.event_count };
    int64_t ticket = store_write(place.store, &turn);

    assert_true(ticket > 0);
    place_wait(&place, ticket);
    outbox_done(&outbox);
}

static void the_journal_tells_them(void **state)
{
    const struct past_row *row = *state;
    struct prompt_past *past;
    struct reader *reader;
    uint64_t ids[2];
    size_t count = 0;

    place_make(&place);
    place_start(&place);
    write_down(row->first, row->second);
    for (int i = 0; i < 2; i++)
        if (prompt_of(i))
            ids[count++] = prompt_of(i)->id;
    place_stop(&place); /* its tables are written, too */
    assert_int_equal(reader_open(place.directory, &reader, NULL), 0);
    assert_int_equal(prompt_past_new(&past), 0);
    assert_int_equal(prompt_past_read(reader, ids, count, past), 0);
    assert_kept(past, row->kept);
    prompt_past_free(past);
    reader_close(reader);
    place_remove(&place);
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
    assert_true(prompt_past_read(NULL, NULL, 0, past) < 0);
    prompt_past_free(past);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, keeps, past_rows);
    TEST_LIST_ADD_ROWS(&list, the_journal_tells_them, past_rows);
    TEST_LIST_ADD(&list, a_thousand_prompts_are_found);
    TEST_LIST_ADD(&list, without_a_reader_nothing_is_known);
    return test_list_run(&list);
}
