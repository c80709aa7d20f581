/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which terminal gets which note, and that nothing breaks out of one. */

#include "tui/desktop_note.h"

#include <string.h>

#include "tests/test.h"

static const struct find_row {
    const char *says;
    const char *set[4]; /* "NAME=value" */
    enum desktop_note note;
    bool is_wrapped;
} find_rows[] = {
    { "a terminal that nobody knows gets none",
      { "TERM=xterm-256color" },
      DESKTOP_NOTE_NONE,
      false },
    { "nothing set, no note", { NULL }, DESKTOP_NOTE_NONE, false },
    { "kitty", { "TERM=xterm-kitty" }, DESKTOP_NOTE_OSC_99, false },
    { "iTerm2", { "TERM_PROGRAM=iTerm.app" }, DESKTOP_NOTE_OSC_9, false },
    { "WezTerm", { "TERM_PROGRAM=WezTerm" }, DESKTOP_NOTE_OSC_9, false },
    { "Ghostty", { "TERM_PROGRAM=ghostty" }, DESKTOP_NOTE_OSC_9, false },
    { "foot", { "TERM=foot-extra" }, DESKTOP_NOTE_OSC_777, false },
    { "rxvt-unicode",
      { "TERM=rxvt-unicode-256color" },
      DESKTOP_NOTE_OSC_777,
      false },
    { "iTerm2 far away, within tmux",
      { "TERM=tmux-256color", "TMUX=/tmp/t,1,0", "LC_TERMINAL=iTerm2" },
      DESKTOP_NOTE_OSC_9,
      true },
    { "ConEmu never: its OSC 9 runs commands",
      { "ConEmuANSI=ON", "TERM_PROGRAM=WezTerm" },
      DESKTOP_NOTE_NONE,
      false },
};

static const struct find_row *now;

static const char *environment(const char *name)
{
    size_t length = strlen(name);

    for (int i = 0; i < 4 && now->set[i]; i++)
        if (strncmp(now->set[i], name, length) == 0 &&
            now->set[i][length] == '=')
            return now->set[i] + length + 1;
    return NULL;
}

static void finds_what_it_takes(void **state)
{
    bool is_wrapped = false;

    now = *state;
    assert_int_equal(desktop_note_find(environment, &is_wrapped), now->note);
    assert_int_equal(is_wrapped, now->is_wrapped);
}

static const struct write_row {
    const char *says;
    enum desktop_note note;
    bool is_wrapped;
    const char *words;
    const char *bytes;
} write_rows[] = {
    { "OSC 9", DESKTOP_NOTE_OSC_9, false, "A call rings: Sales",
      "\033]9;A call rings: Sales\033\\" },
    { "OSC 777", DESKTOP_NOTE_OSC_777, false, "Sales",
      "\033]777;notify;cclite;Sales\033\\" },
    { "OSC 99", DESKTOP_NOTE_OSC_99, false, "Sales", "\033]99;;Sales\033\\" },
    { "in tmux each Esc is doubled", DESKTOP_NOTE_OSC_9, true, "Sales",
      "\033Ptmux;\033\033]9;Sales\033\033\\\033\\" },
    { "none is nothing", DESKTOP_NOTE_NONE, true, "Sales", "" },
    { "a name that ends the sequence does not", DESKTOP_NOTE_OSC_9, false,
      "a\033\\b\ac\x9c", "\033]9;a·\\b·c\xEF\xBF\xBD\033\\" },
    { "nor one in UTF-8", DESKTOP_NOTE_OSC_777, false, "a\xC2\x9C\nb",
      "\033]777;notify;cclite;a· b\033\\" },
};

static void writes_it(void **state)
{
    const struct write_row *row = *state;
    char bytes[DESKTOP_NOTE_SIZE];

    desktop_note_write(row->note, row->is_wrapped, row->words, bytes);
    assert_string_equal(bytes, row->bytes);
}

static void the_longest_words_fit(void **state)
{
    static char words[8000];
    char bytes[DESKTOP_NOTE_SIZE];

    (void)state;
    for (size_t i = 0; i + 4 < sizeof(words); i += 4)
        memcpy(words + i, "\xF0\x90\x8D\x88", 4);
    desktop_note_write(DESKTOP_NOTE_OSC_777, true, words, bytes);
    assert_true(strlen(bytes) < sizeof(bytes));
    assert_string_equal(bytes + strlen(bytes) - 5, "\033\033\\\033\\");
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, finds_what_it_takes, find_rows);
    TEST_LIST_ADD_ROWS(&list, writes_it, write_rows);
    TEST_LIST_ADD(&list, the_longest_words_fit);
    return test_list_run(&list);
}
