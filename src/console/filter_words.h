/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter that is written term by term. */

#ifndef CONSOLE_FILTER_WORDS_H
#define CONSOLE_FILTER_WORDS_H

#include <stddef.h>

#include "wire/filter.h"

/* "agent = ben and length_us > 3m" as it grows. Zeroed, an empty one. */
struct filter_words {
    char text[FILTER_MAX_LENGTH + 1];
    size_t length;
};

/** Adds a term; one that has no room is left out. */
void filter_words_add(struct filter_words *words, const char *field,
                      const char *relation, const char *value);

enum { FILTER_DAY_SIZE = 32 };

/**
 * Writes when a day of the terminal's time zone begins, as a moment of UTC.
 *
 * @param text        2026-11-22
 * @param days_later  so many days after it
 *
 * @return 0 or -EINVAL: it is no day
 */
int filter_words_day(const char *text, int days_later,
                     char ret_text[FILTER_DAY_SIZE]);

#endif
