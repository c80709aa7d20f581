/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts with values in them, for screens and for voices. */

#ifndef LANG_SENTENCE_H
#define LANG_SENTENCE_H

#include <stddef.h>

#include "lang/lang.h"

/*
 * A text such as "Your number is {digits:4711}. {place:3}" is one for all
 * languages as far as its values go: what stands in braces is written as the
 * language has it, in figures to be read, or in words to be spoken. The kinds
 * are in sentence.def. One grammar serves both: the sentences of {place:},
 * {wait:}, {typed:}, {typed_waiting:}, {call_today:}, {call_tomorrow:}, and
 * those of messages are the catalogue's, with its plurals, and the number in
 * them is a figure or a word of spoken.h that agrees with its noun.
 *
 * Spoken, numbers above SPOKEN_MAX, times and the numbers in dates stay figures:
 * voices read those well. A value that is none of its kind is left as it
 * stands, and so is what stands in braces of no kind: what a caller typed is
 * never a mistake that silences the rest.
 */
enum sentence_use { SENTENCE_SHOWN, SENTENCE_SPOKEN };

enum {
    SENTENCE_SIZE = 1024, /* room for any text of up to 511 bytes that has not
                             more than eight values */
    SENTENCE_VALUE_MAX = 63, /* bytes of a value; a longer one is left as is */
};

/**
 * Writes a text for somebody.
 *
 * @param text  UTF-8; braces may not be nested
 * @param size  of ret_text, terminator included
 *
 * @return 0, or -ENOSPC: ret_text is then ""
 */
int sentence_write(enum language language, enum sentence_use use,
                   const char *text, char *ret_text, size_t size);

#endif
