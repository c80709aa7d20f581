/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routing rules asked about a call, and tables of numbers sent. */

#include "cli/run.h"

#include <stdlib.h>

#include "cli/ask.h"
#include "cli/body.h"
#include "cli/input.h"
#include "cli/listing.h"
#include "cli/phrase.h"
#include "wire/caller_text.h"

enum exit_code run_rule_test(struct cli *cli, const struct call *call)
{
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

static enum exit_code say_imported(struct cli *cli, const struct ask *request,
                                   const struct answer *answer)
{
    const char *name = value_get_text(answer->value, "name");
    char line[256];

    if (cli->format != FORMAT_TABLE)
        return listing_print_one(cli, content_record(request->route->answer),
                                 answer->value);

    phrase_fill(_("%s changed"), name ? name : "", NULL, line, sizeof(line));
    cli_say(cli, "%s", line);
    return EXIT_DONE;
}

enum exit_code run_list_import(struct cli *cli, const struct call *call)
{
    struct ask reading = { .route = route_get(ROUTE_CALLER_LIST_READ),
                           .parameters = { call_argument(call, "id") } };
    struct ask writing = { .route = call->verb->route,
                           .parameters = { call_argument(call, "id") } };
    struct answer before = { 0 }, after = { 0 };
    char *bytes = NULL;
    size_t length = 0;
    enum exit_code code = input_read(cli, call_argument(call, "text"),
                                     CALLER_CSV_MAX_LENGTH, &bytes, &length);

    if (!code)
        code = ask(cli, &reading, &before);
    if (!code) {
        writing.match = before.reply.etag;
        writing.sound = bytes;
        writing.sound_length = length;
        code = ask(cli, &writing, &after);
    }
    if (!code)
        code = say_imported(cli, &writing, &after);

    answer_done(&after);
    answer_done(&before);
    free(bytes);
    return code;
}
