/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rectangle of a grid that can be drawn on; nothing leaves it. */

#ifndef TUI_SURFACE_H
#define TUI_SURFACE_H

#include "lang/lang.h"
#include "tui/glyph.h"
#include "tui/grid.h"
#include "tui/safe_text.h"

/* How all of one screen is drawn; values that may change between frames. */
struct style {
    enum glyph_tier tier;
    enum language language;
};

/* A value: copy it freely. Rows and columns count from its own corner. */
struct surface {
    struct grid *grid;
    const struct style *style;
    int top, left; /* in the grid */
    int rows, columns;
};

/* Where a text goes. */
struct place {
    int row;
    int column;
    int cells;  /* room; 0: all there is to the right */
    bool right; /* ends at the right end of its room */
};

/** All of a grid. */
struct surface surface_of(struct grid *grid, const struct style *style);

/** A part of a surface, cut to what lies inside. */
struct surface surface_part(const struct surface *surface, int row, int column,
                            int rows, int columns);

/** Blanks it. */
void surface_fill(const struct surface *surface, struct look look);

/**
 * Writes data in its room; what is too long ends in an ellipsis. A text that
 * had something hidden is followed by a mark.
 *
 * @return cells used
 */
int surface_text(const struct surface *surface, struct place place,
                 struct look look, const struct safe_text *text);

/**
 * Writes words: a translation, or the text of a safe_text. Cleaned all the
 * same.
 *
 * @return cells used
 */
int surface_words(const struct surface *surface, struct place place,
                  struct look look, const char *words);

/** The same after translating; msgid is marked with N_(). */
int surface_label(const struct surface *surface, struct place place,
                  struct look look, const char *msgid);

/** Draws a sign. Returns the cells it takes. */
int surface_glyph(const struct surface *surface, int row, int column,
                  struct look look, enum glyph glyph);

/** Repeats a sign over some cells. */
void surface_repeat(const struct surface *surface, struct place place,
                    struct look look, enum glyph glyph);

/**
 * Draws a line across with a title near each end, as "── Left ───── right ──".
 *
 * @param left, right  words, or NULL
 */
void surface_rule(const struct surface *surface, int row, const char *left,
                  const char *right);

/**
 * Draws a box around the whole surface, with titles in its upper edge.
 *
 * @return its inside
 */
struct surface surface_box(const struct surface *surface, const char *left,
                           const char *right);

/** Marks a row as the focused one, and puts the cursor on it. */
void surface_focus(const struct surface *surface, int row);

/** Puts the hardware cursor on a cell. */
void surface_cursor(const struct surface *surface, int row, int column,
                    bool is_shown);

/** Translates into the language of the style. */
const char *surface_say(const struct surface *surface, const char *msgid)
    __attribute__((format_arg(2)));

#endif
