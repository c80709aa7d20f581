/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Optimal string alignment: Levenshtein's distance, and neighbours swapped. */

#include "cli/guess.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

enum { ERRORS_MAX = 2, BEGUN_LETTERS = 3 };

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* rows[i % 3][j]: from the first i letters of one to the first j of the other.
 */
int guess_errors(const char *typed, const char *word)
{
    assert(typed && word);
    int rows[3][GUESS_LETTERS + 1];
    int from = (int)strlen(typed), to = (int)strlen(word);

    if (from > GUESS_LETTERS || to > GUESS_LETTERS)
        return GUESS_LETTERS;
    for (int i = 0; i <= from; i++)
        for (int j = 0; j <= to; j++) {
            int *now = rows[i % 3], *before = rows[(i + 2) % 3];

            if (i == 0 || j == 0) {
                now[j] = i + j;
                continue;
            }
            int differs = typed[i - 1] != word[j - 1];

            now[j] = least(before[j - 1] + differs,
                           least(before[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] &&
                typed[i - 2] == word[j - 1])
                now[j] = least(now[j], rows[(i + 1) % 3][j - 2] + 1);
        }
    return rows[from % 3][to];
}

/* "record" for "recording": as far off as anything that is still a guess. */
static bool is_begun(const char *typed, const char *word)
{
    size_t length = strlen(typed);

    return length >= BEGUN_LETTERS && strncmp(typed, word, length) == 0;
}

void guess_try(struct guess *guess, const char *typed, const char *word)
{
    assert(guess && typed && word);
    int errors = guess_errors(typed, word);
    bool is_near = errors <= ERRORS_MAX && 2 * errors < (int)strlen(word);

    if (!is_near && is_begun(typed, word)) {
        errors = ERRORS_MAX;
        is_near = true;
    }
    if (!is_near || (guess->word && errors >= guess->errors))
        return;
    *guess = (struct guess){ word, errors };
}
