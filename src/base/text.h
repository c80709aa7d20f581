/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 from outside: read strictly, and made safe to show. */

#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * UTF-8 as RFC 3629 has it: shortest form only, no surrogates, nothing above
 * U+10FFFF. What is broken is replaced piece by piece as the Unicode Standard,
 * section 3.9 ("maximal subparts"), recommends.
 */

enum {
    TEXT_BROKEN = -1,
    TEXT_REPLACEMENT = 0xFFFD,
};

/**
 * Reads the first code point of a text.
 *
 * @param length    bytes there are; at least 1
 * @param ret_used  bytes it takes: 1 to 4, also for what is broken
 *
 * @return the code point, or TEXT_BROKEN
 */
int32_t text_decode(const char *bytes, size_t length, size_t *ret_used);

/**
 * Says whether all of it is UTF-8. The empty text is. O(n).
 */
bool text_is_utf8(const char *bytes, size_t length);

/**
 * Says how long the longest beginning of a text is that takes at most so many
 * bytes and cuts no code point. O(1).
 */
size_t text_cut(const char *bytes, size_t length, size_t max_bytes);

/* Room for any text of so many bytes after text_safe(), terminator included. */
#define TEXT_SAFE_SIZE(length) (3 * (length) + 1)

/**
 * Turns any bytes into UTF-8 that a terminal, a log and a JSON string can show
 * without being steered by it:
 *
 *   what is no UTF-8                               U+FFFD
 *   a newline                                      a space
 *   other control characters (C0, DEL, C1)         a middle dot, U+00B7
 *   bidirectional controls, zero-width and other   nothing
 *   invisible characters, separators of lines and
 *   paragraphs, tags, variation selectors, private
 *   use, non-characters
 *   a third and further combining mark in a row    nothing
 *
 * Safe text stays as it is, so doing it twice changes nothing. Too long a text
 * ends early, after a whole code point.
 *
 * @param ret_text  terminated; must not overlap the bytes
 * @param size      of ret_text; at least 1
 *
 * @return bytes written, without the terminator
 */
size_t text_safe(const char *bytes, size_t length, char *ret_text, size_t size);

#endif
