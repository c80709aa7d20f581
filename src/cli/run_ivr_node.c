/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A node for a draft, from a file. */

#include "cli/run.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/ask.h"
#include "cli/input.h"
#include "cli/listing.h"
#include "lang/phrase.h"
#include "wire/flow_text.h"

static enum exit_code read_node(struct cli *cli, const char *path,
                                struct json_t **ret_node)
{
    char *text = NULL;
    size_t length = 0;
    struct mistake mistake = { 0 };
    enum exit_code code =
        input_read(cli, path, FLOW_TEXT_MAX_LENGTH, &text, &length);
    int rc = code ? 0
                  : value_parse(text, length, FLOW_TEXT_MAX_LENGTH, ret_node,
                                &mistake);

    free(text);
    if (rc == -EBADMSG)
        return cli_fail(cli, EXIT_REFUSED, "%s:%d:%d: %s", path, mistake.line,
                        mistake.column,
                        mistake.text ? lang_own_text(mistake.text) : "");

    return rc < 0 ? cli_no_memory(cli) : code;
}

enum exit_code run_ivr_node_add(struct cli *cli, const struct call *call)
{
    const char *flow = call_argument(call, "flow");
    struct json_t *body = value_object(), *node = NULL;
    struct ask request = { .route = call->verb->route, .body = body };
    struct answer answer = { 0 };
    char line[256];
    enum exit_code code = read_node(cli, call_argument(call, "node"), &node);

    if (!code && (value_set_text(body, "flow", flow) < 0 ||
                  value_set(body, "node", value_share(node)) < 0))
        code = cli_no_memory(cli);
    if (!code)
        code = ask(cli, &request, &answer);
    if (!code && cli->format == FORMAT_TABLE) {
        phrase_fill(_("draft of %s kept"), flow, NULL, line, sizeof(line));
        cli_say(cli, "%s", line);
    } else if (!code) {
        code = listing_print_one(cli, content_record(request.route->answer),
                                 answer.value);
    }
    answer_done(&answer);
    value_free(node);
    value_free(body);
    return code;
}
