/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter that is written term by term. */

#ifndef CONSOLE_FILTER_WORDS_H
#define CONSOLE_FILTER_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "wire/filter.h"

/* "agent = ben and length_us > 3m" as it grows. Zeroed, an empty one. */
struct filter_words {
    char text[FILTER_MAX_LENGTH + 1];
    size_t length;
};

/** Adds a term; one that has no room is left out. */
void filter_words_add(struct filter_words *words, const char *field,
                      const char *relation, const char *value);

enum { FILTER_MOMENT_SIZE = 32 };

/**
 * Writes a moment of the terminal's time zone as one of UTC.
 *
 * @param day     since 1970, see tui/date.h
 * @param minute  of the day; 1440 is the beginning of the next one
 *
 * @return 0 or -EINVAL: there is no such moment
 */
int filter_words_moment(int64_t day, int64_t minute,
                        char ret_text[FILTER_MOMENT_SIZE]);

#endif
