/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routing rules asked about a call, and tables of numbers sent. */

#include "cli/run.h"

#include "cli/ask.h"
#include "cli/body.h"
#include "cli/listing.h"
#include "cli/upload.h"
#include "wire/caller_text.h"

enum exit_code run_rule_test(struct cli *cli, const struct call *call)
{
    if (call_option(call, "calls"))
        return run_rule_cases(cli, call);

    struct json_t *body = value_object();
    struct ask request = { .route = call->verb->route, .body = body };
    struct answer answer = { 0 };
    enum exit_code code = body ? EXIT_DONE : cli_no_memory(cli);

    if (!code)
        code = body_put_given(cli, call, body, NULL);
    if (!code)
        code = ask(cli, &request, &answer);
    if (!code)
        code = listing_print(cli, content_record(request.route->answer),
                             value_get(answer.value, "items"));

    answer_done(&answer);
    value_free(body);
    return code;
}

enum exit_code run_list_import(struct cli *cli, const struct call *call)
{
    const struct upload upload = { .read = ROUTE_CALLER_LIST_READ,
                                   .argument = "text",
                                   .max_length = CALLER_CSV_MAX_LENGTH };

    return upload_file(cli, call, &upload);
}
