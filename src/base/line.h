/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of text, written piece by piece into the caller's array. */

#ifndef BASE_LINE_H
#define BASE_LINE_H

#include <stddef.h>

/* A plain struct: set text and size, leave length at 0. */
struct line {
    char *text;
    size_t size;   /* of text, terminator included; at least 1 */
    size_t length; /* written so far */
};

/**
 * Appends formatted text, as printf() does. Not fitting is the programmer's
 * mistake: whoever declares the array knows the longest line.
 */
void line_add(struct line *line, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/**
 * Appends text from outside in double quotes. A quote, a backslash, and every
 * byte outside printable ASCII become \xNN, so a line never breaks. Needs up
 * to four bytes for one.
 */
void line_add_quoted(struct line *line, const char *text);

#endif
