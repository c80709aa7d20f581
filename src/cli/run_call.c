/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The call of whoever is signed in: shown, and what belongs to it. */

#include "cli/run.h"

#include <inttypes.h>
#include <stdio.h>

#include "cli/ask.h"
#include "cli/listing.h"

/* The contact that one's own agent has, as "#17". */
static enum exit_code find_contact(struct cli *cli, const struct call *call,
                                   char ret_contact[24])
{
    const struct verb mine = { .route = route_get(ROUTE_AGENT_STATE) };
    struct call of_agent = *call;
    struct ask request = { 0 };
    struct answer answer = { 0 };
    char own[24];

    of_agent.verb = &mine;
    enum exit_code code = ask_aim(cli, &of_agent, &request, own);

    if (!code)
        code = ask(cli, &request, &answer);

    int64_t id = value_get_integer(answer.value, "contact_id", 0);

    answer_done(&answer);
    if (!code && !id)
        code = cli_fail(cli, EXIT_NOT_FOUND, "%s", _("you have no call now"));

    snprintf(ret_contact, 24, "#%" PRId64, id);
    return code;
}

enum exit_code run_call_current(struct cli *cli, const struct call *call)
{
    char contact[24];
    struct ask request = { .route = call->verb->route,
                           .parameters = { contact } };
    struct answer answer = { 0 };
    enum exit_code code = find_contact(cli, call, contact);

    if (!code)
        code = ask(cli, &request, &answer);
    if (!code)
        code = listing_print_one(cli, content_record(request.route->answer),
                                 answer.value);

    answer_done(&answer);
    return code;
}

enum exit_code run_call_list(struct cli *cli, const struct call *call)
{
    char contact[24];
    struct ask request = { .route = call->verb->route,
                           .parameters = { contact } };
    struct json_t *items = NULL;
    enum exit_code code = find_contact(cli, call, contact);

    if (!code)
        code = ask_for_list(cli, &request, 0, &items);
    if (!code)
        code = listing_print(cli, content_record(request.route->answer), items);

    value_free(items);
    return code;
}
