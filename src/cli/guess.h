/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The word that was meant by one that was mistyped. */

#ifndef CLI_GUESS_H
#define CLI_GUESS_H

/* The nearest word so far; a plain struct, all zero at first. */
struct guess {
    const char *word; /* NULL: none is near */
    int errors;
};

enum { GUESS_LETTERS = 48 }; /* longer words are no typing errors */

/**
 * Considers a word: it is near when two letters at most, and fewer than half of
 * them, are missing, too many, others, or the other way round with the next; or
 * when three letters at least are its beginning.
 *
 * @param word  must outlive the guess
 */
void guess_try(struct guess *guess, const char *typed, const char *word);

/** Whether two words differ by so much: the number of such errors. */
int guess_errors(const char *typed, const char *word);

#endif
