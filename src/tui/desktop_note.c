/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sequence, and how it is written. */

#include "tui/desktop_note.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "tui/safe_text.h"

/* What the environment says of a terminal. TERM begins with the word, the
 * others are it; tmux has a name of its own there, and so is looked through by
 * what it keeps. */
static const struct {
    const char *variable;
    const char *word;
    enum desktop_note note;
} terminals[] = {
    { "ConEmuANSI", "", DESKTOP_NOTE_NONE },
    { "KITTY_WINDOW_ID", "", DESKTOP_NOTE_OSC_99 },
    { "TERM", "xterm-kitty", DESKTOP_NOTE_OSC_99 },
    { "TERM_PROGRAM", "iTerm.app", DESKTOP_NOTE_OSC_9 },
    { "LC_TERMINAL", "iTerm2", DESKTOP_NOTE_OSC_9 },
    { "TERM_PROGRAM", "WezTerm", DESKTOP_NOTE_OSC_9 },
    { "WEZTERM_PANE", "", DESKTOP_NOTE_OSC_9 },
    { "TERM_PROGRAM", "ghostty", DESKTOP_NOTE_OSC_9 },
    { "GHOSTTY_RESOURCES_DIR", "", DESKTOP_NOTE_OSC_9 },
    { "TERM", "foot", DESKTOP_NOTE_OSC_777 },
    { "TERM", "rxvt-unicode", DESKTOP_NOTE_OSC_777 },
};

enum desktop_note desktop_note_find(
    const char *(*environment)(const char *name), bool *ret_is_wrapped)
{
    assert(environment && ret_is_wrapped);

    *ret_is_wrapped = environment("TMUX") != NULL;
    for (size_t i = 0; i < sizeof(terminals) / sizeof(terminals[0]); i++) {
        const char *value = environment(terminals[i].variable);
        const char *word = terminals[i].word;

        if (value && strncmp(value, word, strlen(word)) == 0)
            return terminals[i].note;
    }
    return DESKTOP_NOTE_NONE;
}

/* Each Esc is doubled inside. */
static void wrap(const char *plain, char ret_bytes[DESKTOP_NOTE_SIZE])
{
    size_t length =
        (size_t)snprintf(ret_bytes, DESKTOP_NOTE_SIZE, "\033Ptmux;");

    for (; *plain; plain++) {
        if (*plain == '\033')
            ret_bytes[length++] = '\033';
        ret_bytes[length++] = *plain;
    }
    memcpy(ret_bytes + length, "\033\\", 3);
}

void desktop_note_write(enum desktop_note note, bool is_wrapped,
                        const char *words, char ret_bytes[DESKTOP_NOTE_SIZE])
{
    static const char *const beginnings[] = {
        [DESKTOP_NOTE_NONE] = "",
        [DESKTOP_NOTE_OSC_9] = "9;",
        [DESKTOP_NOTE_OSC_777] = "777;notify;cclite;",
        [DESKTOP_NOTE_OSC_99] = "99;;",
    };
    char plain[SAFE_TEXT_SIZE + 32];
    struct safe_text safe;

    assert(words && ret_bytes);
    static_assert(sizeof(plain) + 32 < DESKTOP_NOTE_SIZE, "wrapped, too");

    ret_bytes[0] = '\0';
    if (note == DESKTOP_NOTE_NONE)
        return;
    safe_text_copy(&safe, words);
    snprintf(plain, sizeof(plain), "\033]%s%s\033\\", beginnings[note],
             safe.text);
    if (is_wrapped)
        wrap(plain, ret_bytes);
    else
        memcpy(ret_bytes, plain, strlen(plain) + 1);
}
