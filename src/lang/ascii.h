/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The nearest ASCII character, for terminals that show nothing else. */

#ifndef LANG_ASCII_H
#define LANG_ASCII_H

#include <stdint.h>

/**
 * Reduces a letter to its base, and a dash, quote or space of print to its
 * plain form; what has none is a question mark. Always a visible character, or
 * a space, and so one cell wide. About 100 ns when it is not ASCII already.
 */
char ascii_of_point(int32_t point);

#endif
