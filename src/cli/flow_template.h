/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows to begin with, which came with the program. */

#ifndef CLI_FLOW_TEMPLATE_H
#define CLI_FLOW_TEMPLATE_H

#include "cli/cli.h"

enum { FLOW_TEMPLATE_PATH_SIZE = 4096 };

/**
 * Finds the file of one: beneath $CCLITE_SHARE_DIR, or else where programs are
 * installed.
 *
 * @param ret_path  when EXIT_DONE
 *
 * @return EXIT_DONE, or EXIT_USAGE: there is none of that name, which is said
 */
enum exit_code flow_template_path(struct cli *cli, const char *name,
                                  char ret_path[FLOW_TEMPLATE_PATH_SIZE]);

#endif
