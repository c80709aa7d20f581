/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routing rules turned on and off: each as it is now, with that alone other. */

#include "cli/run.h"

#include "cli/ask.h"
#include "cli/body.h"
#include "cli/run_many.h"
#include "wire/value.h"

static enum exit_code send(struct cli *cli, const struct route *route,
                           const char *rule, const struct answer *before,
                           bool is_on)
{
    struct json_t *body = value_object();
    struct ask request = { .route = route,
                           .parameters = { rule },
                           .body = body,
                           .match = before->reply.etag };
    struct answer after = { 0 };
    enum exit_code code = EXIT_DONE;

    if (!body ||
        body_put_settings(content_record(route->body), before->value, body) ||
        value_set_flag(body, "enabled", is_on))
        code = cli_no_memory(cli);
    if (!code)
        code = ask(cli, &request, &after);

    answer_done(&after);
    value_free(body);
    return code;
}

/* One that is so already is done. */
static enum exit_code turn(struct cli *cli, const struct call *call,
                           const char *rule, bool is_on)
{
    const struct route *route = call->verb->route;
    struct ask reading = { .route = ask_reading_route(route),
                           .parameters = { rule } };
    struct answer before = { 0 };
    enum exit_code code = ask(cli, &reading, &before);

    if (!code && value_get_flag(before.value, "enabled") != is_on)
        code = send(cli, route, rule, &before, is_on);

    answer_done(&before);
    return code;
}

static enum exit_code turn_on(struct cli *cli, const struct call *call,
                              const struct json_t *body, const char *rule)
{
    (void)body;
    return turn(cli, call, rule, true);
}

static enum exit_code turn_off(struct cli *cli, const struct call *call,
                               const struct json_t *body, const char *rule)
{
    (void)body;
    return turn(cli, call, rule, false);
}

enum exit_code run_rule_enable(struct cli *cli, const struct call *call)
{
    return run_each(cli, call, NULL, turn_on);
}

enum exit_code run_rule_disable(struct cli *cli, const struct call *call)
{
    return run_each(cli, call, NULL, turn_off);
}
