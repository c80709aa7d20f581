/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that a command line names, "-" being the standard input. */

#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include <stddef.h>

#include "cli/cli.h"

/**
 * Reads a whole file, and says what is wrong with it.
 *
 * @param max_bytes   what is read at most
 * @param ret_text    when EXIT_DONE, terminated; free() it
 */
enum exit_code input_read(struct cli *cli, const char *path, size_t max_bytes,
                          char **ret_text, size_t *ret_length);

#endif
