/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences with names in them, as the table or the catalogue has them. */

#ifndef LANG_PHRASE_H
#define LANG_PHRASE_H

#include <stddef.h>

/**
 * Writes a pattern with its first %s as a, its second as b. A pattern comes
 * from a table, so that printf() cannot check it: nothing else is looked at.
 * What does not fit is cut after a whole character.
 *
 * @param b  NULL: the pattern has one %s only
 */
void phrase_fill(const char *pattern, const char *a, const char *b,
                 char *ret_text, size_t size);

#endif
