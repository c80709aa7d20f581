/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a screen as a file for spreadsheets. */

#ifndef CONSOLE_EXPORT_H
#define CONSOLE_EXPORT_H

#include "console/program.h"

/**
 * Writes the marked rows of the table on the screen, or all of them, into
 * cclite-DAY-TIME.csv of the current directory, for its owner alone (0600); a
 * file that is there already stays. What came of it is said in a message.
 *
 * @return whether the action is this one
 */
bool export_run(struct program *program, int action);

#endif
