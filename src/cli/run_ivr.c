/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows that are shown, kept as drafts, published and compared. */

#include "cli/run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/text_diff.h"
#include "cli/ask.h"
#include "cli/flow_tree.h"
#include "cli/listing.h"
#include "cli/prompt.h"
#include "lang/phrase.h"
#include "console/flow_picture.h"
#include "wire/flow_text.h"

/* A text as the server gives it. @param ret_text  when EXIT_DONE, terminated,
   to be freed */
static enum exit_code fetch_text(struct cli *cli, enum route_id route,
                                 const char *flow, const char *version,
                                 char **ret_text)
{
    struct ask request = { .route = route_get(route),
                           .parameters = { flow, version } };
    struct answer answer = { 0 };
    enum exit_code code = ask(cli, &request, &answer);

    if (!code) {
        *ret_text = malloc(answer.reply.length + 1);
        if (*ret_text) {
            memcpy(*ret_text, answer.reply.body, answer.reply.length);
            (*ret_text)[answer.reply.length] = '\0';
        } else {
            code = cli_no_memory(cli);
        }
    }
    answer_done(&answer);
    return code;
}

/* Showing. Texts come from our server, but what is in them from people. */

static enum exit_code print_picture(struct cli *cli, const struct json_t *flow)
{
    int rc = flow_picture_print(flow, lang_own(), cli->out);

    if (rc == 1)
        cli_say(cli, _("The picture is cut after %d columns."),
                FLOW_PICTURE_COLUMNS);
    if (rc == -EBADMSG)
        return cli_fail(cli, EXIT_SERVER, "%s",
                        _("This flow has nodes that this program does not "
                          "know."));
    return rc < 0 ? cli_no_memory(cli) : EXIT_DONE;
}

static enum exit_code print_flow(struct cli *cli, const char *text,
                                 bool as_nodes)
{
    struct json_t *flow = NULL;
    enum exit_code code = EXIT_DONE;

    if (value_parse(text, strlen(text), FLOW_TEXT_MAX_LENGTH, &flow, NULL) < 0)
        return cli_no_memory(cli);
    if (as_nodes)
        flow_tree_print(cli->out, flow);
    else
        code = print_picture(cli, flow);
    value_free(flow);
    return code;
}

static enum exit_code show_record(struct cli *cli, const struct call *call)
{
    struct ask request = { .route = call->verb->route,
                           .parameters = { call_argument(call, "id") } };
    struct answer answer = { 0 };
    enum exit_code code = ask(cli, &request, &answer);

    if (!code)
        code = listing_print_one(cli, content_record(request.route->answer),
                                 answer.value);
    answer_done(&answer);
    return code;
}

enum exit_code run_ivr_show(struct cli *cli, const struct call *call)
{
    enum route_id route =
        call_option(call, "draft") ? ROUTE_FLOW_DRAFT : ROUTE_FLOW_TEXT;
    bool text_only = call_option(call, "text") != NULL;
    char *text = NULL;
    enum exit_code code;

    if (!text_only && cli->format != FORMAT_TABLE)
        return show_record(cli, call);

    code = fetch_text(cli, route, call_argument(call, "id"), NULL, &text);
    if (!code && text_only)
        fprintf(cli->out, "%s%s", text,
                *text && text[strlen(text) - 1] == '\n' ? "" : "\n");
    else if (!code)
        code = print_flow(cli, text, call_option(call, "nodes") != NULL);
    free(text);
    return code;
}

/* Publishing. */

static enum exit_code fetch_flow(struct cli *cli, const char *flow,
                                 struct answer *ret_answer)
{
    struct ask reading = { .route = route_get(ROUTE_FLOW_READ),
                           .parameters = { flow } };

    return ask(cli, &reading, ret_answer);
}

/* What stands against it is listed behind the refusal. */
static void print_problems(struct cli *cli, const char *flow)
{
    struct ask request = { .route = route_get(ROUTE_FLOW_PROBLEMS),
                           .parameters = { flow } };
    struct json_t *items = NULL;

    if (ask_for_list_quietly(cli, &request, &items) == EXIT_DONE &&
        value_count(items) > 0)
        (void)listing_print(cli, content_record(request.route->answer), items);
    value_free(items);
}

static enum exit_code read_version(struct cli *cli, const struct call *call,
                                   struct json_t *body)
{
    const char *text = call_option(call, "to-version");
    char *end;

    if (!text)
        return EXIT_DONE;

    long long version = strtoll(text, &end, 10);

    if (*end || version < 1)
        return cli_fail(cli, EXIT_USAGE,
                        _("--to-version: no version. List them with: cclite "
                          "ivr versions"));
    return value_set_integer(body, "version", version) < 0 ? cli_no_memory(cli)
                                                           : EXIT_DONE;
}

/* Going back to a version leaves the draft as it is, which is what is opened
   and published next. */
static void say_kept(struct cli *cli, const char *flow,
                     const struct json_t *document)
{
    const char *draft = value_get_text(document, "draft");
    char line[256];

    if (!draft || !*draft)
        return;
    phrase_fill(_("its draft is kept; cclite ivr discard %s drops it"), flow,
                NULL, line, sizeof(line));
    cli_say(cli, "%s", line);
}

/* Nobody gets it back: that is asked for. */
enum exit_code run_ivr_discard(struct cli *cli, const struct call *call)
{
    const char *flow = call_argument(call, "id");
    struct answer before = { 0 }, answer = { 0 };
    struct ask request = { .route = call->verb->route, .parameters = { flow } };
    enum exit_code code = fetch_flow(cli, flow, &before);

    if (!code)
        code =
            prompt_confirm(cli, call, _("Drop the draft of %s? [y/N] "), flow);
    if (!code) {
        request.match = before.reply.etag;
        code = ask(cli, &request, &answer);
    }
    if (!code)
        code = listing_print_done(cli, request.route, answer.value);
    answer_done(&answer);
    answer_done(&before);
    return code;
}

enum exit_code run_ivr_publish(struct cli *cli, const struct call *call)
{
    const char *flow = call_argument(call, "id");
    struct json_t *body = value_object();
    struct answer before = { 0 }, answer = { 0 };
    struct ask request = { .route = call->verb->route,
                           .parameters = { flow },
                           .body = body };
    char line[256];
    enum exit_code code = read_version(cli, call, body);

    if (!code)
        code = fetch_flow(cli, flow, &before);
    if (!code) {
        request.match = before.reply.etag;
        code = ask(cli, &request, &answer);
        if (code == EXIT_REFUSED && !call_option(call, "to-version"))
            print_problems(cli, flow);
    }
    if (!code && cli->format == FORMAT_TABLE) {
        phrase_fill(_("%s published"), flow, NULL, line, sizeof(line));
        cli_say(cli, "%s", line);
        say_kept(cli, flow, answer.value);
    } else if (!code) {
        code = listing_print_one(cli, content_record(request.route->answer),
                                 answer.value);
    }
    answer_done(&answer);
    answer_done(&before);
    value_free(body);
    return code;
}

/* Comparing: what is public, or a version, with the draft, or another one. */
enum exit_code run_ivr_diff(struct cli *cli, const struct call *call)
{
    const char *flow = call_argument(call, "id");
    const char *from = call_argument(call, "version");
    const char *to = call_argument(call, "other");
    char *before = NULL, *after = NULL;
    bool differ = false;
    enum exit_code code =
        from ? fetch_text(cli, ROUTE_FLOW_VERSION_TEXT, flow, from, &before)
             : fetch_text(cli, ROUTE_FLOW_TEXT, flow, NULL, &before);

    if (!code)
        code = to ? fetch_text(cli, ROUTE_FLOW_VERSION_TEXT, flow, to, &after)
                  : fetch_text(cli, ROUTE_FLOW_DRAFT, flow, NULL, &after);
    if (!code && text_diff_print(cli->out, before, after, &differ) < 0)
        code = cli_no_memory(cli);
    free(before);
    free(after);

    /* as diff does: 1 when they differ */
    return code ? code : differ ? EXIT_REFUSED : EXIT_DONE;
}
