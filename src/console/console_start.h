/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what the command line says to a program with a session. */

#ifndef CONSOLE_CONSOLE_START_H
#define CONSOLE_CONSOLE_START_H

#include "console/console_wishes.h"
#include "console/program.h"

/* Where it is shown. */
struct console_place {
    int rows, columns;
    enum glyph_tier tier;
};

/**
 * Makes the program and begins its session, with the token that is kept, if
 * there is one.
 *
 * @param ret_program  release with program_free()
 *
 * @return 0, or as console_new() and program_connect()
 */
int console_start(const struct console_wishes *wishes,
                  const struct console_place *place,
                  struct program **ret_program);

#endif
