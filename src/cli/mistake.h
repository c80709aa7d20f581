/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a command line, and what would be right. */

#ifndef CLI_MISTAKE_H
#define CLI_MISTAKE_H

#include "cli/cli.h"

/**
 * Says it, where it is explained, and which word was perhaps meant.
 *
 * @param call     as far as it was understood
 * @param subject  of the mistake, see call_parse()
 */
enum exit_code mistake_say(struct cli *cli, const struct call *call,
                           enum call_mistake mistake, const char *subject);

#endif
