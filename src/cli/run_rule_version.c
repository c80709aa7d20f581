/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a routing rule, a queue or a prompt was, and having it so again. */

#include "cli/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/ask.h"
#include "cli/body.h"
#include "cli/listing.h"
#include "lang/phrase.h"

/* The version of that number; NULL when there is none. */
static const struct json_t *find_version(const struct json_t *items,
                                         const char *number)
{
    char *end = NULL;
    long wanted = strtol(number, &end, 10);

    for (size_t i = 0; *end == '\0' && i < value_count(items); i++) {
        const struct json_t *item = value_at(items, i);

        if (value_get_integer(item, "version", -1) == wanted)
            return item;
    }

    return NULL;
}

/* @param change  the route that sets it */
static enum exit_code send_version(struct cli *cli, const struct call *call,
                                   enum route_id change,
                                   const struct json_t *version,
                                   const char *match)
{
    const struct route *route = route_get(change);
    struct json_t *body = value_object();
    struct ask request = { .route = route,
                           .parameters = { call_argument(call, "id") },
                           .body = body,
                           .match = match };
    struct answer after = { 0 };
    enum exit_code code = EXIT_DONE;
    char line[256];

    if (!body || body_put_settings(content_record(route->body), version, body))
        code = cli_no_memory(cli);
    if (!code)
        code = ask(cli, &request, &after);
    if (!code && cli->format != FORMAT_TABLE) {
        code =
            listing_print_one(cli, content_record(route->answer), after.value);
    } else if (!code) {
        const char *name = value_get_text(after.value, "name");

        phrase_fill(_("%s changed"), name ? name : "", NULL, line,
                    sizeof(line));
        cli_say(cli, "%s", line);
    }

    answer_done(&after);
    value_free(body);
    return code;
}

enum exit_code run_rule_rollback(struct cli *cli, const struct call *call)
{
    const char *number = call_argument(call, "version");
    struct ask listing = { .route = call->verb->route,
                           .parameters = { call_argument(call, "id") } };
    struct ask reading = { .route = route_get(ROUTE_RULE_READ),
                           .parameters = { call_argument(call, "id") } };
    struct answer versions = { 0 }, before = { 0 };
    enum exit_code code = ask(cli, &reading, &before);

    if (!code)
        code = ask(cli, &listing, &versions);
    if (!code) {
        const struct json_t *version =
            find_version(value_get(versions.value, "items"), number);

        code = version ? send_version(cli, call, ROUTE_RULE_CHANGE, version,
                                      before.reply.etag)
                       : cli_fail(cli, EXIT_REFUSED, "%s: %s", number,
                                  _("there is no such version"));
    }

    answer_done(&versions);
    answer_done(&before);
    return code;
}

/* As it is now is read first: whoever changes it meanwhile is not overwritten. */
static enum exit_code roll_back(struct cli *cli, const struct call *call,
                                enum route_id read, enum route_id change)
{
    struct ask reading = { .route = route_get(read),
                           .parameters = { call_argument(call, "id") } };
    struct ask asking = { .route = call->verb->route,
                          .parameters = { call_argument(call, "id"),
                                          call_argument(call, "version") } };
    struct answer before = { 0 }, version = { 0 };
    enum exit_code code = ask(cli, &reading, &before);

    if (!code)
        code = ask(cli, &asking, &version);
    if (!code)
        code =
            send_version(cli, call, change, version.value, before.reply.etag);

    answer_done(&version);
    answer_done(&before);
    return code;
}

enum exit_code run_queue_rollback(struct cli *cli, const struct call *call)
{
    return roll_back(cli, call, ROUTE_QUEUE_READ, ROUTE_QUEUE_CHANGE);
}

enum exit_code run_prompt_rollback(struct cli *cli, const struct call *call)
{
    return roll_back(cli, call, ROUTE_PROMPT_READ, ROUTE_PROMPT_CHANGE);
}

/* An option that is given. */
static enum exit_code add_moment(struct cli *cli, const struct call *call,
                                 const char *name, char query[ASK_PATH_SIZE])
{
    const char *text = call_option(call, name);
    char where[16], utc[MOMENT_SIZE];
    enum exit_code code;

    if (!text)
        return EXIT_DONE;
    snprintf(where, sizeof(where), "--%s", name);
    code = body_read_moment(cli, where, text, utc);
    if (!code && query_add(query, ASK_PATH_SIZE, name, utc) < 0)
        code = cli_fail(cli, EXIT_USAGE, _("an argument is too long"));
    return code;
}

enum exit_code run_rule_figures(struct cli *cli, const struct call *call)
{
    static const char *const names[] = { "from", "until" };
    char query[ASK_PATH_SIZE] = "";
    struct ask request = { .route = call->verb->route, .query = query };
    struct answer answer = { 0 };
    enum exit_code code = EXIT_DONE;

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]) && !code; i++)
        code = add_moment(cli, call, names[i], query);
    if (code)
        return code;

    code = ask(cli, &request, &answer);
    if (!code)
        code = listing_print(cli, content_record(request.route->answer),
                             value_get(answer.value, "items"));
    answer_done(&answer);
    return code;
}
