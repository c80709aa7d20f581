/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was given on the command line, sent to the verb's route. */

#include "cli/ask_given.h"

#include "cli/body.h"

enum exit_code ask_with_given(struct cli *cli, const struct call *call,
                              struct answer *ret_answer)
{
    struct json_t *body = value_object();
    struct ask request = { .route = call->verb->route };
    enum exit_code code = body ? EXIT_DONE : cli_no_memory(cli);

    if (!code)
        code = body_put_given(cli, call, body, NULL);
    if (!code) {
        request.body = value_count(body) ? body : NULL;
        code = ask(cli, &request, ret_answer);
    }

    value_free(body);
    return code;
}
