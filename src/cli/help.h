/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cclite can be told to do, explained from its tables. */

#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/cli.h"

/** Explains a verb, or the verbs of a noun, or all there is, by what the call
 *  names. */
void help_print(struct cli *cli, const struct call *call);

/** Prints the line "Usage: cclite ..." of a verb. */
void help_print_usage(struct cli *cli, const struct verb *verb, FILE *file);

#endif
