/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of text somebody types. */

#ifndef TUI_EDIT_H
#define TUI_EDIT_H

#include <stdbool.h>

#include "tui/input.h"
#include "tui/surface.h"

/* A value; no memory of its own. Holds UTF-8 without anything unseen. */
struct edit {
    char text[SAFE_TEXT_SIZE]; /* terminated */
    size_t length;             /* bytes */
    size_t cursor;             /* bytes before it */
};

/** Sets the text, cleaned, with the cursor behind it. */
void edit_set(struct edit *edit, const char *text);

/**
 * Takes a key or a paste: characters, arrows, Home, End, Backspace, Delete,
 * Ctrl-U (all before the cursor), Ctrl-W (the word before it). Lines of a
 * paste become one. What does not fit into SAFE_TEXT_CELLS is left out.
 *
 * @return whether it was for a text
 */
bool edit_input(struct edit *edit, const struct input *input);

/** How edit_draw() draws. */
struct edit_manner {
    struct look look;
    bool has_focus; /* then the hardware cursor stands in it */
    bool is_secret; /* bullets */
};

/** Draws the part around the cursor that fits, without the focus the beginning;
 *  nothing in no room. */
void edit_draw(const struct edit *edit, const struct surface *surface,
               struct place place, struct edit_manner manner);

#endif
