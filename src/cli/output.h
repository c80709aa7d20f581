/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that a command writes: new, nobody else's, and whole or not there. */

#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stddef.h>

#include "cli/cli.h"

/* A plain struct; fd -1: not open. The path is borrowed. */
struct output {
    const char *path; /* "": the standard output */
    int fd;
};

/** Opens it; "-" is the standard output, a file that is there is refused. */
enum exit_code output_open(struct cli *cli, const char *path,
                           struct output *output);

enum exit_code output_write(struct cli *cli, const struct output *output,
                            const char *bytes, size_t length);

/**
 * Closes it, and removes it when something went wrong: half a file looks like a
 * whole one. Says its name.
 *
 * @param code  how it went so far
 */
enum exit_code output_close(struct cli *cli, struct output *output,
                            enum exit_code code);

#endif
