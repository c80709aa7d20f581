/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small program at 80x24, in English, for each test anew. */

#ifndef TESTS_TUI_SAMPLE_FIXTURE_H
#define TESTS_TUI_SAMPLE_FIXTURE_H

#include <stdbool.h>

#include "tests/tui/sample.h"

extern struct sample sample;

/** Setup and teardown of a test; they never fail. */
int sample_begin(void **state);
int sample_end(void **state);

/** What it shows, drawn now: a row, valid until the next one is asked for; and
 * whether a text is somewhere. */
const char *sample_row(int row);
bool sample_shows(const char *text);

#endif
