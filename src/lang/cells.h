/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide a text is on a terminal, in cells. */

#ifndef LANG_CELLS_H
#define LANG_CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/**
 * Counts the cells a text takes: two for what is wide (Unicode Standard Annex
 * #11, classes W and F), none for marks that combine, one for all else,
 * ambiguous ones included. O(n).
 *
 * @param text  safe (text_safe()), in UTF-8
 */
size_t cells_count(const char *text);

/**
 * The same for one character: 0, 1 or 2.
 *
 * @param point  of Unicode, or TEXT_BROKEN, which is shown as one cell
 */
size_t cells_of_point(int32_t point);

/**
 * Whether terminals agree on how wide a character is. They do not for format
 * characters, for parts of Hangul syllables, and for what the Unicode database
 * of their day did not have yet.
 */
bool cells_are_sure(int32_t point);

/**
 * Says how many bytes of a text fit into so many cells, without tearing marks
 * from what they belong to. O(n).
 */
size_t cells_cut(const char *text, size_t cells);

#endif
