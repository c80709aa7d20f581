/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the notes share. Nobody else includes it. */

#ifndef TUI_NOTES_INSIDE_H
#define TUI_NOTES_INSIDE_H

#include "tui/notes.h"

enum { UNDO_STEPS = 64 };

/* A change: these bytes took the place of those. Kept as what was there. */
struct step {
    size_t at;
    size_t added;   /* bytes put in */
    size_t removed; /* bytes taken out, in old */
    char *old;
};

struct notes {
    char text[NOTES_SIZE];
    size_t length;
    size_t cursor;
    int columns; /* as drawn last */
    int top;
    struct step steps[UNDO_STEPS];
    int step_count;
};

/* notes_rows.c: places are bytes of the text. */

/** Where the letter after a place begins, with what belongs to it. */
size_t notes_next_letter(const struct notes *notes, size_t at);

/** Where the letter before a place begins. */
size_t notes_previous_letter(const struct notes *notes, size_t end);

/** Moves the cursor to the next row, or the one before; false: there is none. */
bool notes_move_row(struct notes *notes, int by);

/** Moves it to the beginning or the end of its row. */
void notes_move_end(struct notes *notes, bool to_end);

#endif
