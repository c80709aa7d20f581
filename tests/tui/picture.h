/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grids as text, for tests that look at pictures. */

#ifndef TESTS_TUI_PICTURE_H
#define TESTS_TUI_PICTURE_H

#include "tui/grid.h"

/** The whole picture; valid until the next call. Fails the test otherwise. */
const char *picture_of(const struct grid *grid);

/** One row of it; likewise. */
const char *picture_row(const struct grid *grid, int row);

#endif
