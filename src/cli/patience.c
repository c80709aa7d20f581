/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sleeping to the end of a time, and a line about it. */

#include "cli/patience.h"

#include <assert.h>
#include <errno.h>
#include <time.h>

enum { TOO_MANY_REQUESTS = 429 };

static void sleep_s(int seconds)
{
    struct timespec left = { .tv_sec = seconds };

    while (nanosleep(&left, &left) < 0 && errno == EINTR)
        continue;
}

static void tell(struct cli *cli, int wait_s)
{
    fflush(cli->out); /* what is done so far stands above it */
    (void)cli_fail(cli, EXIT_DONE,
                   _("%zu of %zu are done; the server takes more in %d s. "
                     "Waiting. Whoever interrupts it goes on from here by "
                     "doing the same again."),
                   cli->patience->done, cli->patience->all, wait_s);
    fflush(cli->err);
}

bool patience_waits(struct cli *cli, struct client_reply *reply)
{
    assert(cli && reply);
    int wait_s = reply->retry_after_s;

    if (!cli->patience || reply->status != TOO_MANY_REQUESTS || wait_s <= 0 ||
        wait_s > PATIENCE_ONCE_S || wait_s > cli->patience->left_s)
        return false;

    tell(cli, wait_s);
    client_reply_done(reply);
    cli->patience->left_s -= wait_s;
    sleep_s(wait_s);
    return true;
}
