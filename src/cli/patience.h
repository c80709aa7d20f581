/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting, where a server takes more only later. */

#ifndef CLI_PATIENCE_H
#define CLI_PATIENCE_H

#include "cli/cli.h"

/*
 * Somebody who does one thing is told at once that the server takes no more for
 * now (429), and how long. Who does a thousand of them would have to begin anew
 * and anew: so a verb that does waits, and asks again; cli->patience says so. A
 * refusal with 429 has done nothing.
 */
struct patience {
    int left_s;  /* of all waits together */
    size_t done; /* what the verb does, as told meanwhile */
    size_t all;
};

enum {
    PATIENCE_S = 2 * 3600, /* the largest library goes there in 70 minutes */
    PATIENCE_ONCE_S = 15 * 60, /* longer than the server ever asks for */
};

/**
 * Waits as long as a refusal says, and says so. No shorter time is any good, so
 * one that would be too long is not begun.
 *
 * @param reply  released when it was waited
 *
 * @return whether to ask again
 */
bool patience_waits(struct cli *cli, struct client_reply *reply);

#endif
