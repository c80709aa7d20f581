/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The night switch: of one queue, or of all. */

#include "cli/run.h"

#include "cli/ask.h"
#include "cli/body.h"

static const struct route *route_for_all(const struct call *call)
{
    return route_get(call->verb->route->id == ROUTE_QUEUE_CLOSE
                         ? ROUTE_QUEUES_CLOSE
                         : ROUTE_QUEUES_OPEN);
}

static enum exit_code send(struct cli *cli, const struct ask *request)
{
    struct answer answer = { 0 };
    enum exit_code code = ask(cli, request, &answer);

    if (!code && cli->format == FORMAT_TABLE)
        cli_say(cli, "%s", _("done"));

    answer_done(&answer);
    return code;
}

enum exit_code run_queue_switch(struct cli *cli, const struct call *call)
{
    const char *queue = call_argument(call, "id");
    bool all = call_option(call, "all") != NULL;
    struct json_t *body = value_object();
    enum exit_code code = body ? EXIT_DONE : cli_no_memory(cli);

    if (!code && all == (queue != NULL))
        code = cli_fail(cli, EXIT_USAGE,
                        _("Name a queue, or all of them with --all."));
    if (!code)
        code = body_put_given(cli, call, body, NULL);
    if (!code) {
        const struct ask request = {
            .route = all ? route_for_all(call) : call->verb->route,
            .parameters = { queue },
            .body = value_count(body) ? body : NULL,
        };

        code = send(cli, &request);
    }

    value_free(body);
    return code;
}
