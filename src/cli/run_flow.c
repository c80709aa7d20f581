/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows: their text comes from a file, and is checked before it is sent. */

#include "cli/run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/ask.h"
#include "cli/input.h"
#include "cli/listing.h"
#include "cli/phrase.h"
#include "console/flow_picture.h"
#include "wire/flow_text.h"

/* Here nobody knows the queues: any name may be one. */
static uint64_t trust_name(void *arg, enum document_kind kind, const char *name)
{
    (void)arg;
    (void)kind;
    return *name ? 1 : 0;
}

static enum exit_code say_mistake(struct cli *cli, const char *path,
                                  const struct mistake *mistake)
{
    const char *fix = mistake->text ? lang_own_text(mistake->text) : "";

    if (mistake->line)
        return cli_fail(cli, EXIT_REFUSED, "%s:%d:%d: %s", path, mistake->line,
                        mistake->column, fix);

    return cli_fail(cli, EXIT_REFUSED, "%s: %s%s%s", path, mistake->place,
                    mistake->place[0] ? ": " : "", fix);
}

static enum exit_code check_text(struct cli *cli, const char *path,
                                 const char *text, size_t length)
{
    struct flow_names names = { .find_id = trust_name };
    struct flow_program *program = malloc(sizeof(*program));
    struct mistake mistake = { 0 };

    if (!program)
        return cli_no_memory(cli);

    int rc = flow_text_parse(text, length, &names, program, NULL, &mistake);

    free(program);
    if (rc == -EBADMSG)
        return say_mistake(cli, path, &mistake);

    return rc ? cli_no_memory(cli) : EXIT_DONE;
}

static enum exit_code read_text(struct cli *cli, const struct call *call,
                                char **ret_text)
{
    const char *path = call_argument(call, "text");
    char *text = NULL;
    size_t length = 0;
    enum exit_code code =
        input_read(cli, path, FLOW_TEXT_MAX_LENGTH, &text, &length);

    if (!code)
        code = check_text(cli, path, text, length);
    if (code)
        free(text);
    else
        *ret_text = text;

    return code;
}

enum exit_code run_flow_check(struct cli *cli, const struct call *call)
{
    char *text = NULL;
    enum exit_code code = read_text(cli, call, &text);

    free(text);
    if (!code)
        cli_say(cli, "%s", _("the flow can be run"));

    return code;
}

static void say(struct cli *cli, const char *pattern, const char *name)
{
    char line[256];

    phrase_fill(pattern, name, NULL, line, sizeof(line));
    cli_say(cli, "%s", line);
}

static enum exit_code send_text(struct cli *cli, struct ask *request,
                                const char *name, const char *text,
                                const char *says)
{
    struct json_t *body = value_object();
    struct answer answer = { 0 };
    enum exit_code code = EXIT_DONE;
    int rc = value_set_text(body, "name", name);

    rc |= value_set_text(body, "text", text);
    request->body = body;
    if (rc)
        code = cli_no_memory(cli);
    else
        code = ask(cli, request, &answer);

    if (!code && cli->format == FORMAT_TABLE)
        say(cli, says, name);
    else if (!code)
        code = listing_print_one(cli, content_record(request->route->answer),
                                 answer.value);

    answer_done(&answer);
    value_free(body);
    return code;
}

enum exit_code run_flow_add(struct cli *cli, const struct call *call)
{
    struct ask request = { .route = call->verb->route };
    char *text = NULL;
    enum exit_code code = read_text(cli, call, &text);

    if (!code)
        code = send_text(cli, &request, call_argument(call, "name"), text,
                         _("%s added"));

    free(text);
    return code;
}

enum exit_code run_flow_set(struct cli *cli, const struct call *call)
{
    struct ask reading = { .route = route_get(ROUTE_FLOW_READ),
                           .parameters = { call_argument(call, "id") } };
    struct ask writing = { .route = call->verb->route,
                           .parameters = { call_argument(call, "id") } };
    struct answer before = { 0 };
    char *text = NULL;
    enum exit_code code = read_text(cli, call, &text);

    if (!code)
        code = ask(cli, &reading, &before);
    if (!code) {
        const char *name = value_get_text(before.value, "name");

        writing.match = before.reply.etag;
        code =
            send_text(cli, &writing, name ? name : "", text, _("%s changed"));
    }

    answer_done(&before);
    free(text);
    return code;
}

/* Flows come from our server, but what is in them from people. */
static void print_text(struct cli *cli, const struct client_reply *reply)
{
    fwrite(reply->body, 1, reply->length, cli->out);
    if (!reply->length || reply->body[reply->length - 1] != '\n')
        fputc('\n', cli->out);
}

static enum exit_code print_picture(struct cli *cli,
                                    const struct client_reply *reply)
{
    struct json_t *text = NULL;
    int rc = value_parse(reply->body, reply->length, FLOW_TEXT_MAX_LENGTH,
                         &text, NULL);

    if (rc == 0)
        rc = flow_picture_print(text, lang_own(), cli->out);
    value_free(text);
    if (rc == 1)
        cli_say(cli, _("The picture is cut after %d columns."),
                FLOW_PICTURE_COLUMNS);
    if (rc == -EBADMSG)
        return cli_fail(cli, EXIT_SERVER, "%s",
                        _("This flow has nodes that this program does not "
                          "know."));
    return rc < 0 ? cli_no_memory(cli) : EXIT_DONE;
}

enum exit_code run_flow_show(struct cli *cli, const struct call *call)
{
    bool is_text = call_option(call, "text") != NULL;
    bool is_picture = call_option(call, "picture") != NULL;
    struct ask request = {
        .route = is_text || is_picture ? route_get(ROUTE_FLOW_TEXT)
                                       : call->verb->route,
        .parameters = { call_argument(call, "id") },
    };
    struct answer answer = { 0 };
    enum exit_code code = ask(cli, &request, &answer);

    if (!code && is_picture)
        code = print_picture(cli, &answer.reply);
    else if (!code && is_text)
        print_text(cli, &answer.reply);
    else if (!code)
        code = listing_print_one(cli, content_record(request.route->answer),
                                 answer.value);

    answer_done(&answer);
    return code;
}
