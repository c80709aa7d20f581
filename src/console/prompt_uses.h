/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prompts: in which languages one is missing. */

#ifndef CONSOLE_PROMPT_USES_H
#define CONSOLE_PROMPT_USES_H

#include "console/program.h"

/** In how many languages a prompt is heard in that of another: it is neither in
 *  one nor translated into it. -1: it is a translation itself. O(prompts) */
int64_t prompt_missing(const struct program *program, uint64_t prompt_id);

/** Those languages by their codes, as "es cs"; "": none is missing. */
void prompt_word_missing(const struct program *program, uint64_t prompt_id,
                         struct safe_text *ret_text);

#endif
