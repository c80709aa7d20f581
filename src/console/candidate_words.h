/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why an agent was chosen for a contact, or was not, in words. */

#ifndef CONSOLE_CANDIDATE_WORDS_H
#define CONSOLE_CANDIDATE_WORDS_H

#include "console/program.h"
#include "core/record.h"

/**
 * Words one: "Petr is in wrap-up (4 s left)", "Ana: es 30 < 50".
 *
 * @param for_us  the time that belongs to it; below 0: none does
 */
void candidate_word(const struct program *program,
                    const struct candidate *candidate, int64_t for_us,
                    struct safe_text *ret_text);

/** Words those who are not told one by one: "3 more paused"; "": there are
 *  none. */
void candidates_word_rest(const struct program *program,
                          const struct candidates *candidates,
                          struct safe_text *ret_text);

#endif
