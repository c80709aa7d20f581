/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows: their text comes from a file, and is checked before it is sent. */

#include "cli/run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/ask.h"
#include "cli/input.h"
#include "cli/listing.h"
#include "client/flow_template.h"
#include "core/flow_circle.h"
#include "lang/phrase.h"
#include "wire/flow_text.h"

enum { NAMES_SIZE = 512 };

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

/* It could be run, but would not be published. */
static bool find_circle(const struct flow_program *program,
                        struct mistake *ret_mistake)
{
    size_t node;
    const char *says = flow_circle_claim(program, true, &node);

    if (!says)
        return false;

    *ret_mistake = (struct mistake){ .text = says };
    (void)snprintf(ret_mistake->place, sizeof(ret_mistake->place), "nodes[%zu]",
                   node);
    return true;
}

static enum exit_code check_text(struct cli *cli, const char *path,
                                 const char *text, size_t length, bool is_draft)
{
    struct flow_names names = { .find_id = trust_name };
    struct flow_text *flow = malloc(sizeof(*flow));
    struct mistake mistake = { 0 };

    if (!flow)
        return cli_no_memory(cli);

    int rc = flow_text_read(text, length, &names, is_draft, flow, &mistake);

    if (rc == 0 && !is_draft && find_circle(&flow->program, &mistake))
        rc = -EBADMSG;
    free(flow);
    if (rc == -EBADMSG)
        return say_mistake(cli, path, &mistake);

    return rc ? cli_no_memory(cli) : EXIT_DONE;
}

static enum exit_code find_template(struct cli *cli, const char *name,
                                    char ret_path[FLOW_TEMPLATE_PATH_SIZE])
{
    char names[NAMES_SIZE];

    if (flow_template_path(name, ret_path) == 0 &&
        (access(ret_path, F_OK) == 0 || errno != ENOENT))
        return EXIT_DONE;

    flow_template_names(names, sizeof(names));
    if (!names[0])
        return cli_fail(cli, EXIT_USAGE, "%s",
                        _("--template: there are no templates here. Give a "
                          "file instead, without --template."));

    return cli_fail(cli, EXIT_USAGE,
                    _("--template: no such template. There are: %s."), names);
}

static enum exit_code read_text(struct cli *cli, const struct call *call,
                                bool is_draft, char **ret_text)
{
    const char *path = call_argument(call, "text");
    char template[FLOW_TEMPLATE_PATH_SIZE];
    char *text = NULL;
    size_t length = 0;
    enum exit_code code = EXIT_DONE;

    if (call_option(call, "template")) {
        code = find_template(cli, path, template);
        path = template;
    }
    if (!code)
        code = input_read(cli, path, FLOW_TEXT_MAX_LENGTH, &text, &length);

    if (!code)
        code = check_text(cli, path, text, length, is_draft);
    if (code)
        free(text);
    else
        *ret_text = text;

    return code;
}

enum exit_code run_flow_check(struct cli *cli, const struct call *call)
{
    char *text = NULL;
    enum exit_code code = read_text(cli, call, false, &text);

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
                                bool is_draft, const char *says)
{
    struct json_t *body = value_object();
    struct answer answer = { 0 };
    enum exit_code code = EXIT_DONE;
    int rc = value_set_text(body, "name", name);

    rc |= value_set_text(body, "text", text);
    if (is_draft)
        rc |= value_set_flag(body, "draft", true);
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
    enum exit_code code =
        read_text(cli, call, call_option(call, "draft") != NULL, &text);

    if (!code)
        code = send_text(cli, &request, call_argument(call, "name"), text,
                         call_option(call, "draft") != NULL, _("%s added"));

    free(text);
    return code;
}

/* The draft, if there is one. Nobody is led into the copy yet. */
enum exit_code run_flow_copy(struct cli *cli, const struct call *call)
{
    struct ask reading = { .route = route_get(ROUTE_FLOW_DRAFT),
                           .parameters = { call_argument(call, "id") } };
    struct ask request = { .route = call->verb->route };
    struct answer answer = { 0 };
    char *text = NULL;
    enum exit_code code = ask(cli, &reading, &answer);

    if (!code) {
        text = strndup(answer.reply.body, answer.reply.length);
        code = text ? EXIT_DONE : cli_no_memory(cli);
    }
    if (!code)
        code = send_text(cli, &request, call_argument(call, "name"), text, true,
                         _("%s added"));

    free(text);
    answer_done(&answer);
    return code;
}

static enum exit_code set_text(struct cli *cli, const struct call *call,
                               bool is_draft, const char *says)
{
    struct ask reading = { .route = route_get(ROUTE_FLOW_READ),
                           .parameters = { call_argument(call, "id") } };
    struct ask writing = { .route = call->verb->route,
                           .parameters = { call_argument(call, "id") } };
    struct answer before = { 0 };
    char *text = NULL;
    enum exit_code code = read_text(cli, call, is_draft, &text);

    if (!code)
        code = ask(cli, &reading, &before);
    if (!code) {
        const char *name = value_get_text(before.value, "name");

        writing.match = before.reply.etag;
        code = send_text(cli, &writing, name ? name : "", text, is_draft, says);
    }

    answer_done(&before);
    free(text);
    return code;
}

enum exit_code run_flow_set(struct cli *cli, const struct call *call)
{
    return set_text(cli, call, false, _("%s changed"));
}

enum exit_code run_flow_draft(struct cli *cli, const struct call *call)
{
    return set_text(cli, call, true, _("draft of %s kept"));
}

enum exit_code run_flow_rename(struct cli *cli, const struct call *call)
{
    const char *name = call_argument(call, "name");
    struct json_t *body = value_object();
    struct ask reading = { .route = route_get(ROUTE_FLOW_READ),
                           .parameters = { call_argument(call, "id") } };
    struct ask writing = { .route = call->verb->route,
                           .parameters = { call_argument(call, "id") },
                           .body = body };
    struct answer before = { 0 }, answer = { 0 };
    enum exit_code code = value_set_text(body, "name", name) < 0
                              ? cli_no_memory(cli)
                              : ask(cli, &reading, &before);

    if (!code) {
        writing.match = before.reply.etag;
        code = ask(cli, &writing, &answer);
    }
    if (!code && cli->format == FORMAT_TABLE)
        say(cli, _("%s changed"), name);
    else if (!code)
        code = listing_print_one(cli, content_record(writing.route->answer),
                                 answer.value);

    answer_done(&answer);
    answer_done(&before);
    value_free(body);
    return code;
}
