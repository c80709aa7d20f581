/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Capitals, for words that have to be seen from afar. */

#ifndef LANG_CAPITAL_H
#define LANG_CAPITAL_H

#include <stddef.h>

/**
 * Writes a text in capitals, letter by letter ("ñ" becomes "Ñ", "ß" stays):
 * right for the languages of this product. O(n).
 *
 * @param text      UTF-8; what is broken in it becomes U+FFFD
 * @param ret_text  terminated; too long a text ends after a whole letter
 * @param size      of ret_text; at least 1
 */
void capital_write(const char *text, char *ret_text, size_t size);

#endif
