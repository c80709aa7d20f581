/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was given on the command line, sent to the verb's route. */

#ifndef CLI_ASK_GIVEN_H
#define CLI_ASK_GIVEN_H

#include "cli/ask.h"

/**
 * Asks a verb's route, whose path has nothing to be filled in, with what was
 * given as its body. Says what went wrong.
 *
 * @param ret_answer  zeroed; released with answer_done(), also on failure
 */
enum exit_code ask_with_given(struct cli *cli, const struct call *call,
                              struct answer *ret_answer);

#endif
