/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures compared with files that somebody has looked at. */

#ifndef TESTS_CONSOLE_GOLDEN_H
#define TESTS_CONSOLE_GOLDEN_H

#include "tui/grid.h"

/**
 * Compares a grid with tests/console/golden/NAME.txt, and fails the test with
 * both pictures when they differ. With CCLITE_GOLDEN_WRITE=1 the file is written
 * instead: look at it before it is committed.
 */
void golden_compare(const struct grid *grid, const char *name);

#endif
