/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text from outside that may be shown: the type data has on a screen. */

#ifndef TUI_SAFE_TEXT_H
#define TUI_SAFE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whatever a caller, a carrier or a colleague wrote becomes this before a
 * widget sees it. The rules are those of base/text.h; besides, a field is at
 * most 256 cells wide, and it remembers when something invisible was left out,
 * so that the screen can put a mark behind it. Notes keep their lines: see
 * tui/notes.h. The grid checks once more, so that a mistake of ours steers no
 * terminal either.
 */

enum {
    SAFE_TEXT_CELLS = 256,
    SAFE_TEXT_SIZE = 1025,
};

struct safe_text {
    char text[SAFE_TEXT_SIZE]; /* terminated */
    bool altered;              /* something hidden was left out */
};

/**
 * Cleans bytes. O(n); what comes after 256 cells or 1,024 bytes is cut.
 *
 * @param bytes  anything; NULL only when length is 0
 */
void safe_text_set(struct safe_text *text, const char *bytes, size_t length);

/** The same for what ends with a zero; NULL is "". */
void safe_text_copy(struct safe_text *text, const char *terminated);

/** Writes by a format, and cleans the whole. */
void safe_text_format(struct safe_text *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/**
 * Rebuilds a phone number from the characters + 0-9 * # alone. Anything else
 * in it but spaces, hyphens, dots, slashes and brackets sets altered.
 */
void safe_text_number(struct safe_text *text, const char *bytes, size_t length);

#endif
