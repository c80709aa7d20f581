/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state that whoever is signed in wants, in one word. */

#include "cli/run.h"

#include <string.h>

#include "cli/ask.h"
#include "cli/body.h"

static const struct wish {
    const char *word;
    enum route_id route;
    bool has_reason;
} wishes[] = {
    { "ready", ROUTE_AGENT_AVAILABLE, false },
    { "pause", ROUTE_AGENT_PAUSE, true },
    { "offline", ROUTE_AGENT_LOG_OUT, false },
};

static const struct wish *find_wish(const char *word)
{
    for (size_t i = 0; i < sizeof(wishes) / sizeof(wishes[0]); i++)
        if (strcmp(wishes[i].word, word) == 0)
            return &wishes[i];

    return NULL;
}

static enum exit_code read_wish(struct cli *cli, const struct call *call,
                                const struct wish **ret_wish)
{
    const struct wish *wish = find_wish(call_argument(call, "state"));
    bool has_reason = call_argument(call, "reason_id") != NULL;

    if (!wish)
        return cli_fail(cli, EXIT_USAGE, _("%s: choose one of: %s"), "STATE",
                        "ready, pause, offline");
    if (wish->has_reason && !has_reason)
        return cli_fail(cli, EXIT_USAGE,
                        _("REASON is missing: name a pause reason; see cclite "
                          "pause-reason list"));
    if (!wish->has_reason && has_reason)
        return cli_fail(cli, EXIT_USAGE, _("REASON: only a pause has one"));

    *ret_wish = wish;
    return EXIT_DONE;
}

static enum exit_code send(struct cli *cli, enum route_id route,
                           const char *agent, const struct json_t *body)
{
    struct ask request = { .route = route_get(route),
                           .parameters = { agent },
                           .body = body };
    struct answer answer = { 0 };
    enum exit_code code = ask(cli, &request, &answer);

    answer_done(&answer);
    return code;
}

/* Whoever wants to be there is logged in first. */
static enum exit_code log_in(struct cli *cli, const char *agent)
{
    struct ask request = { .route = route_get(ROUTE_AGENT_STATE),
                           .parameters = { agent } };
    struct answer answer = { 0 };
    enum exit_code code = ask(cli, &request, &answer);
    const char *state = value_get_text(answer.value, "state");
    bool is_offline = state && strcmp(state, "offline") == 0;

    answer_done(&answer);
    if (code || !is_offline)
        return code;

    return send(cli, ROUTE_AGENT_LOG_IN, agent, NULL);
}

static enum exit_code put_reason(struct cli *cli, const struct call *call,
                                 const struct wish *wish, struct json_t *body)
{
    const struct record *record = content_record(route_get(wish->route)->body);

    return body_put(cli, body, record_field(record, "reason_id"), "REASON",
                    call_argument(call, "reason_id"));
}

enum exit_code run_state_set(struct cli *cli, const struct call *call)
{
    const struct wish *wish = NULL;
    const struct verb mine = { .route = route_get(ROUTE_AGENT_STATE) };
    struct call of_agent = *call;
    struct ask aim = { 0 };
    struct json_t *body = NULL;
    char own[24];
    enum exit_code code = read_wish(cli, call, &wish);

    of_agent.verb = &mine;
    if (!code)
        code = ask_aim(cli, &of_agent, &aim, own);
    if (!code && wish->has_reason) {
        body = value_object();
        code = body ? put_reason(cli, call, wish, body) : cli_no_memory(cli);
    }
    if (!code && wish->route != ROUTE_AGENT_LOG_OUT)
        code = log_in(cli, own);
    if (!code)
        code = send(cli, wish->route, own, body);
    if (!code && cli->format == FORMAT_TABLE)
        cli_say(cli, "%s", _("done"));

    value_free(body);
    return code;
}
