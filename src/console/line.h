/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of the palette: commands with words behind them. */

#ifndef CONSOLE_LINE_H
#define CONSOLE_LINE_H

#include "console/program.h"

/**
 * Carries out a line as of the shell, without "cclite": "state set lunch",
 * "call transfer queue sales", "lang cs". What is wrong with it is said.
 *
 * @return whether there is such a command
 */
bool line_run(struct program *program, const char *line);

/** The same without what is a row of the key table alone: that may open
 *  something to look at. */
bool line_run_words(struct program *program, const char *line);

/** The rows of key.def that change the language. @return whether it is one */
bool line_run_action(struct program *program, int action);

#endif
