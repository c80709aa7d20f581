/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes on the desktop, by the sequences that some terminals take. */

#ifndef TUI_DESKTOP_NOTE_H
#define TUI_DESKTOP_NOTE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * OSC 9 (iTerm2, WezTerm, Ghostty), OSC 777 (rxvt-unicode, foot) and OSC 99
 * (kitty). No terminal tells what it takes, so it goes by the environment; a
 * terminal that is not known gets none, and ConEmu never: its OSC 9 runs
 * commands. In tmux they are wrapped for the terminal outside, which tmux lets
 * through when allow-passthrough is on.
 */
enum desktop_note {
    DESKTOP_NOTE_NONE,
    DESKTOP_NOTE_OSC_9,
    DESKTOP_NOTE_OSC_777,
    DESKTOP_NOTE_OSC_99,
};

enum { DESKTOP_NOTE_SIZE = 2048 };

/**
 * What the terminal takes.
 *
 * @param environment    getenv(), or a test's
 * @param ret_is_wrapped  whether tmux is in between
 */
enum desktop_note desktop_note_find(
    const char *(*environment)(const char *name), bool *ret_is_wrapped);

/**
 * Writes a note: bytes for the terminal. Words are cleaned as all that is
 * shown (tui/safe_text.h), so that they can end no sequence.
 *
 * @param ret_bytes  "" for DESKTOP_NOTE_NONE
 */
void desktop_note_write(enum desktop_note note, bool is_wrapped,
                        const char *words, char ret_bytes[DESKTOP_NOTE_SIZE]);

#endif
