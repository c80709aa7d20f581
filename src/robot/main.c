/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cclite-robots: SIP callers and agents' phones for demo, load and tests. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "robot/crowd.h"

/* Too large for a stack. */
static struct robot_options options;

int main(int argc, char **argv)
{
    int rc = robot_options_read(argc, argv, stderr, &options);

    if (rc != 0)
        return rc > 0 ? EXIT_SUCCESS : 2;
    rc = crowd_run(&options, stdout, stderr);
    if (rc < 0) {
        fprintf(stderr, "cclite-robots: %s\n", strerror(-rc));
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
