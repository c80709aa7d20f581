/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All robots of one run: set up, let loose, brought home, counted. */

#ifndef ROBOT_CROWD_H
#define ROBOT_CROWD_H

#include <stdio.h>

#include "robot/options.h"

/**
 * Runs to the end, which comes by itself: when all calls have ended, after
 * options->seconds, or on SIGINT and SIGTERM.
 *
 * @param out     gets the tally as JSON
 * @param errors  gets a line when all phones are registered, and what failed
 *
 * @return 0, or a negative errno when it could not be set up
 */
int crowd_run(const struct robot_options *options, FILE *out, FILE *errors);

#endif
