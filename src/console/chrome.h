/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the header says on every screen. */

#ifndef CONSOLE_CHROME_H
#define CONSOLE_CHROME_H

#include "console/program.h"
#include "tui/header.h"

/** Fills the header; for struct ui_setup, whose arg is a struct program. */
void chrome_header(void *program, struct header *header);

/** The title of the terminal's window: fixed words, no data. */
const char *chrome_title(const struct program *program);

#endif
