/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list, show, add, copy, set, remove: of documents, and of what is shown alike. */

#include "cli/run_document.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/ask.h"
#include "cli/body.h"
#include "cli/list_filter.h"
#include "cli/listing.h"
#include "lang/phrase.h"
#include "cli/prompt.h"
#include "cli/run.h"
#include "wire/filter.h"
#include "wire/moved.h"
#include "wire/setting.h"

enum { PRESET_LIMIT = 1000 };

static enum exit_code read_limit(struct cli *cli, const struct call *call,
                                 size_t *ret_max)
{
    const char *text = call_option(call, "limit");
    char *end;

    /* Documents are few; contacts grow for ever, the newest come first. */
    *ret_max =
        call->verb->route->answer.kind == CONTENT_DOCUMENTS ? 0 : PRESET_LIMIT;
    if (!text)
        return EXIT_DONE;

    errno = 0;
    unsigned long max = strtoul(text, &end, 10);
    if (errno || *end || *text < '0' || *text > '9' || max < 1)
        return cli_fail(cli, EXIT_USAGE,
                        _("--limit: no count. Write a number from 1."));

    *ret_max = max;
    return EXIT_DONE;
}

static enum exit_code fill_query(struct cli *cli, const struct call *call,
                                 char query[ASK_PATH_SIZE])
{
    char text[FILTER_MAX_LENGTH + 1];
    const char *sort = call_option(call, "sort");
    const char *too_long = list_filter(call, text, sizeof(text));

    query[0] = '\0';
    if (sort && query_add(query, ASK_PATH_SIZE, "sort", sort))
        return cli_fail(cli, EXIT_USAGE, _("--%s: too long. Shorten it."),
                        "sort");
    if (!too_long && text[0] && query_add(query, ASK_PATH_SIZE, "filter", text))
        too_long = "filter";
    if (too_long)
        return cli_fail(cli, EXIT_USAGE, _("--%s: too long. Shorten it."),
                        too_long);

    return EXIT_DONE;
}

enum exit_code run_document_items(struct cli *cli, const struct call *call,
                                  struct json_t **ret_items)
{
    char query[ASK_PATH_SIZE], own[24];
    struct ask request = { .query = query };
    size_t max;
    enum exit_code code = fill_query(cli, call, query);

    if (!code)
        code = read_limit(cli, call, &max);
    if (!code)
        code = ask_aim(cli, call, &request, own);

    return code ? code : ask_for_list(cli, &request, max, ret_items);
}

enum exit_code run_list(struct cli *cli, const struct call *call)
{
    struct json_t *items = NULL;
    enum exit_code code = run_document_items(cli, call, &items);

    if (!code)
        code = listing_print(cli, content_record(call->verb->route->answer),
                             items);

    value_free(items);
    return code;
}

enum exit_code run_show(struct cli *cli, const struct call *call)
{
    char own[24];
    struct ask request = { 0 };
    struct answer answer = { 0 };
    enum exit_code code = ask_aim(cli, call, &request, own);

    if (!code)
        code = ask(cli, &request, &answer);
    if (!code)
        code = listing_print_one(cli, content_record(request.route->answer),
                                 answer.value);

    answer_done(&answer);
    return code;
}

/* What a change answers: the new document in JSON, a short line for people. */
static enum exit_code print_change(struct cli *cli, const struct ask *request,
                                   const struct json_t *document,
                                   const char *says)
{
    const char *name = value_get_text(document, "name");
    char line[256];

    if (cli->format != FORMAT_TABLE)
        return listing_print_one(cli, content_record(request->route->answer),
                                 document);

    phrase_fill(says, name ? name : "", NULL, line, sizeof(line));
    cli_say(cli, "%s", line);
    return EXIT_DONE;
}

/* Sends the body with what the call gives besides. */
static enum exit_code create(struct cli *cli, const struct call *call,
                             struct json_t *body)
{
    struct ask request = { .route = call->verb->route, .body = body };
    struct answer answer = { 0 };
    enum exit_code code = body_put_given(cli, call, body, NULL);

    if (!code)
        code = ask(cli, &request, &answer);
    if (!code)
        code = print_change(cli, &request, answer.value, _("%s added"));

    answer_done(&answer);
    return code;
}

enum exit_code run_create(struct cli *cli, const struct call *call)
{
    struct json_t *body = value_object();
    enum exit_code code = body ? create(cli, call, body) : cli_no_memory(cli);

    value_free(body);
    return code;
}

/* Reads what there is, for its settings and its ETag. */
static enum exit_code read_document(struct cli *cli, const struct call *call,
                                    struct answer *ret_answer)
{
    struct ask request = {
        .route = ask_reading_route(call->verb->route),
        .parameters = { call_argument(call, "id") },
    };

    return ask(cli, &request, ret_answer);
}

static const struct route *reading_route_below(const struct route *route)
{
    char path[ASK_PATH_SIZE];
    struct route one = { .path = path };

    snprintf(path, sizeof(path), "%s/{id}", route->path);
    return ask_reading_route(&one);
}

/* The other's settings, but those that no two may have. */
static enum exit_code put_settings_of(struct cli *cli, const struct call *call,
                                      struct json_t *body)
{
    const struct record *record = content_record(call->verb->route->body);
    struct ask request = {
        .route = reading_route_below(call->verb->route),
        .parameters = { call_argument(call, "id") },
    };
    struct answer other = { 0 };
    enum exit_code code = ask(cli, &request, &other);

    if (!code && body_put_settings(record, other.value, body))
        code = cli_no_memory(cli);
    for (size_t i = 0; !code && i < record->field_count; i++)
        if (setting_is_single(record, &record->fields[i]))
            value_remove(body, record->fields[i].name);

    answer_done(&other);
    return code;
}

enum exit_code run_copy(struct cli *cli, const struct call *call)
{
    struct json_t *body = value_object();
    enum exit_code code =
        body ? put_settings_of(cli, call, body) : cli_no_memory(cli);

    if (!code)
        code = create(cli, call, body);

    value_free(body);
    return code;
}

enum exit_code run_change(struct cli *cli, const struct call *call)
{
    const struct route *route = call->verb->route;
    struct json_t *body = value_object();
    struct answer before = { 0 }, after = { 0 };
    size_t count = 0;
    enum exit_code code = read_document(cli, call, &before);

    if (!code &&
        body_put_settings(content_record(route->body), before.value, body))
        code = cli_no_memory(cli);
    if (!code)
        code = body_put_given(cli, call, body, &count);
    if (!code && !count)
        code = cli_fail(cli, EXIT_USAGE,
                        _("nothing to change. Name a setting; see --help."));

    struct ask request = { .route = route,
                           .parameters = { call_argument(call, "id") },
                           .body = body,
                           .match = before.reply.etag };
    if (!code)
        code = ask(cli, &request, &after);
    if (!code)
        code = print_change(cli, &request, after.value, _("%s changed"));

    answer_done(&after);
    answer_done(&before);
    value_free(body);
    return code;
}

/* @param replacement  or NULL */
static enum exit_code remove_it(struct cli *cli, const struct call *call,
                                const struct answer *before,
                                const char *replacement, struct answer *after)
{
    char query[ASK_PATH_SIZE] = "";
    const struct ask request = { .route = call->verb->route,
                                 .parameters = { call_argument(call, "id") },
                                 .query = replacement ? query : NULL,
                                 .match = before->reply.etag };

    if (replacement &&
        query_add(query, sizeof(query), "replacement", replacement))
        return cli_fail(cli, EXIT_USAGE, _("an argument is too long"));

    return ask(cli, &request, after);
}

/* What is in use goes when something takes its place: whoever sits there is
   asked for it, once the server has said by whom. */
static enum exit_code replace_it(struct cli *cli, const struct call *call,
                                 const struct answer *before,
                                 struct answer *after)
{
    char line[PROMPT_SIZE];

    if (call->verb->route->query != QUERY_REPLACED || !cli->interactive ||
        call_option(call, "replacement") || call_option(call, "yes") ||
        prompt_line(cli, _("What takes its place? (nothing: keep it) "),
                    line) ||
        !line[0])
        return EXIT_REFUSED;

    return remove_it(cli, call, before, line, after);
}

/* "flows: 2, agents: 3"; a list that is too long is cut. */
static void say_moved(struct cli *cli, const struct json_t *moved)
{
    char text[512] = "", line[640];
    size_t length = 0;
    const struct moved_kind *kind;

    for (size_t n = 0; (kind = moved_kind_at(n)); n++) {
        int64_t count = value_get_integer(moved, kind->field, 0);

        if (count > 0 && length < sizeof(text))
            length += (size_t)snprintf(text + length, sizeof(text) - length,
                                       "%s%s: %" PRId64, length ? ", " : "",
                                       _(kind->label), count);
    }
    if (!length)
        return;

    phrase_fill(_("To %s went: %s"), value_get_text(moved, "by"), text, line,
                sizeof(line));
    cli_say(cli, "%s", line);
}

enum exit_code run_remove(struct cli *cli, const struct call *call)
{
    struct answer before = { 0 }, after = { 0 };
    const char *name = call_argument(call, "id");
    enum exit_code code = read_document(cli, call, &before);

    if (!code)
        code = prompt_confirm(cli, call, _("Remove %s? [y/N] "), name);

    if (!code)
        code = remove_it(cli, call, &before, call_option(call, "replacement"),
                         &after);
    if (code == EXIT_REFUSED)
        code = replace_it(cli, call, &before, &after);
    if (!code)
        code = print_change(cli, &(struct ask){ .route = call->verb->route },
                            after.value ? after.value : before.value,
                            _("%s removed"));
    if (!code && cli->format == FORMAT_TABLE)
        say_moved(cli, value_get(after.value, "moved"));

    answer_done(&after);
    answer_done(&before);
    return code;
}
