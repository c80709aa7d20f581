/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft of the routing rules: what it changes, and dropping it. */

#include "cli/run.h"

#include "cli/ask.h"
#include "cli/listing.h"
#include "cli/prompt.h"

enum exit_code run_rule_diff(struct cli *cli, const struct call *call)
{
    const char *version = call_argument(call, "version");
    struct ask request = {
        .route = version ? route_get(ROUTE_RULE_SET_DIFF) : call->verb->route,
        .parameters = { version },
    };
    struct answer answer = { 0 };
    enum exit_code code = ask(cli, &request, &answer);

    if (!code)
        code = listing_print(cli, content_record(request.route->answer),
                             value_get(answer.value, "items"));

    answer_done(&answer);
    return code;
}

enum exit_code run_rule_discard(struct cli *cli, const struct call *call)
{
    const char *rule = call_argument(call, "id");
    struct ask request = {
        .route = rule ? call->verb->route : route_get(ROUTE_RULE_DRAFT_DROP),
        .parameters = { rule },
    };
    struct answer answer = { 0 };
    enum exit_code code =
        rule ? EXIT_DONE
             : prompt_confirm(cli, call, "%s",
                              _("Drop the draft of the rules? [y/N] "));

    if (!code)
        code = ask(cli, &request, &answer);
    if (!code)
        code = listing_print_done(cli, request.route, answer.value);

    answer_done(&answer);
    return code;
}
