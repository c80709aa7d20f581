/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the options of cclite wallboard say. */

#ifndef CLI_WALLBOARD_OPTIONS_H
#define CLI_WALLBOARD_OPTIONS_H

#include "cli/cli.h"
#include "console/grade.h"

/* A plain struct. */
struct wallboard_options {
    bool is_once;
    int rows, columns; /* of the one picture */
    int page_s;
    bool is_read_only;
    struct limits limits;
    const char *queues[CALL_MAX_WORDS + 1]; /* names; NULL after the last */
};

/** Reads them. @return EXIT_DONE, or EXIT_USAGE with the mistake printed */
enum exit_code wallboard_options_read(struct cli *cli, const struct call *call,
                                      struct wallboard_options *ret_options);

#endif
