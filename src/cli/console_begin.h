/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a command line into a program of screens. */

#ifndef CLI_CONSOLE_BEGIN_H
#define CLI_CONSOLE_BEGIN_H

#include "cli/cli.h"
#include "console/console_run.h"

/* What its options say; NULL: as somebody's file has it. */
struct console_options {
    const char *theme, *glyphs, *announce;
    bool is_calm, is_linear;
};

/**
 * Runs a console until somebody leaves it, and says what keeps it from running.
 *
 * @param wishes  server, language and time limit are those of the call,
 *                preferences those of the file and the options
 */
enum exit_code console_begin(struct cli *cli,
                             const struct console_wishes *wishes,
                             const struct console_options *options);

#endif
