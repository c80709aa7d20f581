/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several lines of text: the area notes are written in. */

#ifndef TUI_NOTES_H
#define TUI_NOTES_H

#include <stdbool.h>

#include "tui/input.h"
#include "tui/surface.h"

enum { NOTES_SIZE = 4097 }; /* bytes, terminator included */

struct notes;

/** Makes an empty area; -ENOMEM. Release with notes_free(). */
int notes_new(struct notes **ret_notes);
struct notes *notes_free(struct notes *notes);

/** Sets the text, cleaned line by line; forgets what could be undone. */
void notes_set(struct notes *notes, const char *text);

/** The text, lines ending in \n; valid until the next change. */
const char *notes_text(const struct notes *notes);

/**
 * Takes characters, Enter, arrows, Home, End, Backspace, Delete, pastes, and
 * Ctrl-Z, which undoes the last changes one by one (64 of them).
 *
 * @return whether it was for it; up and down past the text are not
 */
bool notes_input(struct notes *notes, const struct input *input);

/** Rows the text takes, words wrapped at a width. */
int notes_rows(const struct notes *notes, int columns);

/** Draws the part around the cursor. */
void notes_draw(struct notes *notes, const struct surface *surface,
                bool has_focus);

#endif
