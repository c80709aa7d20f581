/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people read for the words of core/words.h. */

#ifndef WIRE_WORD_LABEL_H
#define WIRE_WORD_LABEL_H

#include "core/record.h"

/**
 * Finds what people read for a word, in English, to be translated.
 *
 * @return the label; the spelling itself for a word that has none: people
 *         write such words themselves, in options and files
 */
const char *word_label(const struct word_list *list, const char *spelling);

#endif
