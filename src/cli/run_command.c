/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands: one request that does something, and says so shortly. */

#include "cli/run.h"

#include <string.h>

#include "cli/ask.h"
#include "cli/ask_given.h"
#include "cli/body.h"
#include "cli/listing.h"
#include "core/words.h"

/* Sends it; the answer goes to programs, people hear "done". */
static enum exit_code send_command(struct cli *cli, const struct ask *request)
{
    struct answer answer = { 0 };
    enum exit_code code = ask(cli, request, &answer);

    if (!code)
        code = listing_print_done(cli, request->route, answer.value);

    answer_done(&answer);
    return code;
}

enum exit_code run_command(struct cli *cli, const struct call *call)
{
    char own[24];
    struct json_t *body = value_object();
    struct ask request = { 0 };
    enum exit_code code = body ? EXIT_DONE : cli_no_memory(cli);

    if (!code)
        code = body_put_given(cli, call, body, NULL);
    if (!code)
        code = ask_aim(cli, call, &request, own);
    if (!code) {
        request.body = value_count(body) ? body : NULL;
        code = send_command(cli, &request);
    }

    value_free(body);
    return code;
}

/* Where the caller goes is a word, and of which one: to and to_id, or target
   and target_id. A number stands for itself. */
static enum exit_code put_destination(struct cli *cli, const struct call *call,
                                      struct json_t *body)
{
    const struct record *record = content_record(call->verb->route->body);
    bool is_target = record_field(record, "target") != NULL;
    const char *word = is_target ? "target" : "to";
    const char *which = is_target ? "target_id" : "to_id";
    const char *to = call_argument(call, word);
    const char *target = call_argument(call, which);
    const char *note = call_option(call, "note");
    enum exit_code code =
        body_put(cli, body, record_field(record, word), "KIND", to);

    if (strcmp(to, "number") == 0)
        which = "number";
    if (!code && target)
        code =
            body_put(cli, body, record_field(record, which), "TARGET", target);
    if (!code && note)
        code =
            body_put(cli, body, record_field(record, "note"), "--note", note);

    return code;
}

enum exit_code run_transfer(struct cli *cli, const struct call *call)
{
    char own[24];
    struct json_t *body = value_object();
    struct ask request = { .body = body };
    enum exit_code code = body ? EXIT_DONE : cli_no_memory(cli);

    if (!code)
        code = put_destination(cli, call, body);
    if (!code)
        code = ask_aim(cli, call, &request, own);
    if (!code)
        code = send_command(cli, &request);

    value_free(body);
    return code;
}

/* The server's longer tasks tell how they ended. */
enum exit_code run_task(struct cli *cli, const struct call *call)
{
    struct answer answer = { 0 };
    enum exit_code code = ask_with_given(cli, call, &answer);
    const char *detail = value_get_text(answer.value, "detail");

    if (!code && cli->format != FORMAT_TABLE)
        code = listing_print_one(cli, content_record(call->verb->route->answer),
                                 answer.value);
    else if (!code)
        cli_say(cli, "%s", detail && *detail ? detail : _("done"));
    if (!code && answer.value && !value_get_flag(answer.value, "ok"))
        code = EXIT_SERVER;

    answer_done(&answer);
    return code;
}
