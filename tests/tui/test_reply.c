/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers are never keys, keys are never lost, pastes stay in one piece. */

#include "tui/reply.h"

#include <stdio.h>
#include <string.h>

#include "tests/test.h"

/* What came out, as words: "a Esc Alt-x (paste:one|two) ack". */
static void note(const struct input *input, char *story, size_t size)
{
    size_t length = strlen(story);
    char name[STROKE_NAME_SIZE];
    const char *space = length ? " " : "";

    switch (input->kind) {
    case INPUT_STROKE:
        stroke_name(input->stroke, name);
        snprintf(story + length, size - length, "%s%s", space, name);
        break;
    case INPUT_PASTE:
        snprintf(story + length, size - length, "%s(%.*s)", space,
                 (int)input->length, input->paste);
        break;
    case INPUT_ACKNOWLEDGED:
        snprintf(story + length, size - length, "%sack", space);
        break;
    case INPUT_FOCUS:
        snprintf(story + length, size - length, "%sfocus", space);
        break;
    case INPUT_BLUR:
        snprintf(story + length, size - length, "%sblur", space);
        break;
    default:
        fail_msg("an input of kind %d", input->kind);
    }
}

static const struct reply_row {
    const char *says;
    const char *bytes;
    const char *story;
} reply_rows[] = {
    { "letters are letters", "aB~", "a B ~" },
    { "an Esc alone is Esc", "\033", "Esc" },
    { "an Esc and a letter is Alt", "\033x", "Alt-x" },
    { "two Esc are two", "\033\033", "Esc Esc" },
    { "control characters are Ctrl", "\001\023", "Ctrl-A Ctrl-S" },
    { "both backspaces are one", "\b\177", "Backspace Backspace" },
    { "both ends of line are Enter", "\r\n", "Enter Enter" },
    { "Tab is Tab", "\t", "Tab" },
    { "an acknowledgement is one", "\033[0n", "ack" },
    { "a report of trouble is none", "\033[3n", "" },
    { "the focus is told", "\033[I\033[O", "focus blur" },
    { "a report of the cursor is no key", "\033[3;7R", "" },
    { "device attributes are no keys", "\033[?62;1;4c\033[>0;276;0c", "" },
    { "the page keys come in where terminfo knows none", "\033[5~\033[6~",
      "PgUp PgDn" },
    { "... and F-keys, with the gaps of a VT220", "\033[15~\033[17~\033[24~",
      "F5 F6 F12" },
    { "... and arrows, Home, End and Tab backwards",
      "\033[A\033[D\033[H\033[4~\033[Z", "Up Left Home End Shift-Tab" },
    { "... one with a modifier is no key", "\033[5;5~\033[1;2Ax", "x" },
    { "a number that is no key's is dropped", "\033[16~\033[99~x", "x" },
    { "an unknown sequence is dropped whole", "\033[1;2;3$wq", "q" },
    { "one that is too long is dropped whole",
      "\033[1111111111111111111111111111111111111111111111111n.", "." },
    { "a string is dropped whole", "\033]11;rgb:0000/qqqq\033\\x", "x" },
    { "a string that ends in BEL, too", "\033]52;c;QQ==\007x", "x" },
    { "a device string, too", "\033P1$r0m\033\\x", "x" },
    { "an Esc in a string does not end it", "\033]0;a\033qb\007x", "x" },
    { "a new sequence ends a broken one", "\033[12\033[0n", "ack" },
    { "a broken sequence is dropped", "\033[1\001x", "x" },
    { "C1 is nobody's key", "\302\233x", "x" },
    { "a paste is one input", "\033[200~one\033[201~", "(one)" },
    { "keys in a paste are text", "\033[200~Q\033[0n\033[201~z",
      "(Q\033[0n) z" },
    { "lines of a paste end in one way", "\033[200~a\rb\033[201~", "(a\nb)" },
    { "an empty paste is a paste", "\033[200~\033[201~", "()" },
    { "a paste that is cut short is one after a while", "\033[200~half",
      "(half)" },
};

static void reply_is_read(void **state)
{
    const struct reply_row *row = *state;
    struct reply reply;
    struct input input;
    char story[256] = "";
    const unsigned char *at = (const unsigned char *)row->bytes;

    assert_int_equal(reply_init(&reply), 0);
    for (; *at; at++) {
        uint32_t character = *at;

        if (at[0] == 0xC2)
            character = *++at;
        if (reply_take(&reply, character, &input))
            note(&input, story, sizeof(story));
    }
    if (reply_pause(&reply, true, &input))
        note(&input, story, sizeof(story));
    assert_string_equal(story, row->story);
    assert_int_equal(reply.state, REPLY_IDLE);
    reply_done(&reply);
}

static void a_pause_ends_no_sequence_too_soon(void **state)
{
    struct reply reply;
    struct input input;

    (void)state;
    assert_int_equal(reply_init(&reply), 0);
    for (const char *at = "\033[0"; *at; at++)
        assert_false(reply_take(&reply, (uint32_t)*at, &input));
    assert_false(reply_pause(&reply, false, &input));
    assert_true(reply_take(&reply, 'n', &input));
    assert_int_equal(input.kind, INPUT_ACKNOWLEDGED);
    reply_done(&reply);
}

static void a_paste_has_a_limit_and_an_end(void **state)
{
    struct reply reply;
    struct input input;

    (void)state;
    assert_int_equal(reply_init(&reply), 0);
    for (const char *at = "\033[200~"; *at; at++)
        reply_take(&reply, (uint32_t)*at, &input);
    for (int i = 0; i < 2 * REPLY_PASTE_MAX; i++)
        assert_false(reply_take(&reply, 0x1F600, &input));
    const char *end = "\033[201~";
    for (; end[1]; end++)
        assert_false(reply_take(&reply, (uint32_t)*end, &input));
    assert_true(reply_take(&reply, '~', &input));
    assert_int_equal(input.kind, INPUT_PASTE);
    assert_in_range(input.length, REPLY_PASTE_MAX - 64, REPLY_PASTE_MAX);
    reply_done(&reply);
}

static void facts_are_kept(void **state)
{
    struct reply reply;
    struct input input;

    (void)state;
    assert_int_equal(reply_init(&reply), 0);
    for (const char *at = "\033[1;2R\033[1;3R\033[?2026;2$y"; *at; at++)
        assert_false(reply_take(&reply, (uint32_t)*at, &input));
    assert_int_equal(reply.facts.cursor_reports, 2);
    assert_int_equal(reply.facts.cursor_columns[0], 2);
    assert_int_equal(reply.facts.cursor_columns[1], 3);
    assert_true(reply.facts.has_frames);
    reply_done(&reply);
}

/* Whatever comes, the automaton comes back to its beginning. */
static void noise_ends(void **state)
{
    struct reply reply;
    struct input input;
    unsigned seed = 1;

    (void)state;
    assert_int_equal(reply_init(&reply), 0);
    for (int i = 0; i < 200000; i++) {
        static const uint32_t often[] = { 033, '[', ']', ';',  '~', '2',
                                          '0', '1', 'P', '\\', 7,   0x10FFFF };

        seed = seed * 1103515245u + 12345u;
        uint32_t pick = seed >> 16;
        reply_take(&reply,
                   pick % 3 ? often[pick / 3 % ARRAY_LEN(often)] : pick % 256,
                   &input);
        if (pick % 97 == 0) {
            reply_pause(&reply, true, &input);
            assert_int_equal(reply.state, REPLY_IDLE);
        }
    }
    reply_done(&reply);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, reply_is_read, reply_rows);
    TEST_LIST_ADD(&list, a_pause_ends_no_sequence_too_soon);
    TEST_LIST_ADD(&list, a_paste_has_a_limit_and_an_end);
    TEST_LIST_ADD(&list, facts_are_kept);
    TEST_LIST_ADD(&list, noise_ends);
    return test_list_run(&list);
}
