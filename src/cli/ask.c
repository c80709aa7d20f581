/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From routes to requests, and from replies to answers. */

#include "cli/ask.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/complaint.h"
#include "cli/names.h"
#include "cli/patience.h"
#include "cli/recall.h"
#include "client/token.h"

/* The connection. */

/* A token that cannot be read is no token: the socket may do without one. */
enum exit_code ask_token(struct cli *cli, char ret_token[TOKEN_SIZE])
{
    char path[TOKEN_PATH_SIZE];

    *ret_token = '\0';
    int rc = token_path(&cli->settings.endpoint, path);
    if (!rc)
        rc = token_read(path, ret_token);
    if (rc == -EPERM)
        return cli_fail(cli, EXIT_NOT_ALLOWED,
                        _("%s: others can read this token. Run: chmod 600, or "
                          "sign in again."),
                        path);
    if (rc == -EBADMSG)
        return cli_fail(cli, EXIT_NOT_ALLOWED,
                        _("%s: this is no token. Sign in again."), path);
    if (rc)
        *ret_token = '\0';

    return EXIT_DONE;
}

static enum exit_code connect_client(struct cli *cli)
{
    char token[TOKEN_SIZE];

    if (cli->client)
        return EXIT_DONE;

    enum exit_code code = ask_token(cli, token);
    if (code)
        return code;

    cli->settings.token = *token ? token : NULL;
    int rc = client_new(&cli->settings, &cli->client);
    cli->settings.token = NULL;
    explicit_bzero(token, sizeof(token));
    return rc ? cli_no_memory(cli) : EXIT_DONE;
}

/* The request. */

/* Which kind of document "/api/queues/{id}/..." is about, or -1. */
static int find_kind(const char *path)
{
    for (int kind = 0; kind < document_kind_count; kind++) {
        const char *list =
            route_get((enum route_id)names_list_route((enum document_kind)kind))
                ->path;
        size_t length = strlen(list);

        if (strncmp(path, list, length) == 0 && path[length] == '/')
            return kind;
    }

    return -1;
}

/*
 * In a path the server takes digits for a number first, because programs name
 * documents so. For people 201 is the name of a phone, and #201 a number.
 */
static const char *resolve(struct cli *cli, const char *path, const char *text,
                           char ret_number[24])
{
    int kind = find_kind(path);
    bool digits = *text && !text[strspn(text, "0123456789")];
    uint64_t id = 0;

    if (*text == '#')
        return text + 1;
    if (kind >= 0 && digits)
        id = names_find(cli, (enum document_kind)kind, text);
    if (!id)
        return text;

    snprintf(ret_number, 24, "%" PRIu64, id);
    return ret_number;
}

static int write_path(struct cli *cli, const struct ask *ask,
                      char ret_path[ASK_PATH_SIZE])
{
    char number[24];
    const char *from = ask->route->path;
    size_t next = 0, length = 0;
    int rc = 0;

    ret_path[0] = '\0';
    while (*from && !rc) {
        if (*from != '{') {
            ret_path[length++] = *from++;
            ret_path[length] = '\0';
            continue;
        }
        assert(next < ROUTE_MAX_PARAMETERS && ask->parameters[next]);
        rc = client_path_add(
            ret_path, ASK_PATH_SIZE,
            resolve(cli, ask->route->path, ask->parameters[next], number));
        next++;
        length = strlen(ret_path);
        from = strchr(from, '}') + 1;
    }

    size_t room = ASK_PATH_SIZE - strlen(ret_path);
    if (!rc && ask->query && *ask->query &&
        snprintf(ret_path + strlen(ret_path), room, "?%s", ask->query) >=
            (int)room)
        rc = -ENAMETOOLONG;

    return rc;
}

static bool is_json(const struct client_reply *reply)
{
    size_t length = strlen(reply->type);

    return strcmp(reply->type, "application/json") == 0 ||
           (length > 5 && strcmp(reply->type + length - 5, "+json") == 0);
}

static const char *type_of(const struct ask *ask)
{
    if (!ask->sound)
        return NULL;

    return ask->route->body.kind == CONTENT_CSV ? "text/csv" : "audio/wav";
}

static int send_request(struct cli *cli, const struct ask *ask,
                        const char *path, struct client_reply *ret_reply)
{
    char *body = ask->body ? value_print(ask->body, VALUE_COMPACT) : NULL;
    struct client_request request = {
        .method = method_word(ask->route->method),
        .path = path,
        .body = ask->sound ? ask->sound : body,
        .length = ask->sound_length,
        .type = type_of(ask),
        .match = ask->match,
        .range = ask->range,
    };
    int rc = ask->body && !body ? -ENOMEM
                                : client_send(cli->client, &request, ret_reply);

    free(body);
    return rc;
}

static enum exit_code read_answer(struct cli *cli, struct answer *answer)
{
    int rc = 0;

    if (is_json(&answer->reply))
        rc = value_parse(answer->reply.body, answer->reply.length,
                         CLIENT_MAX_REPLY, &answer->value, NULL);
    if (!rc)
        return EXIT_DONE;

    answer_done(answer);
    if (rc == -ENOMEM)
        return cli_no_memory(cli);

    return cli_fail(cli, EXIT_SERVER,
                    _("%s: the answer cannot be understood. Is it cclited?"),
                    endpoint_name(&cli->settings.endpoint));
}

static enum exit_code ask_once(struct cli *cli, const struct ask *ask,
                               bool quiet, struct answer *ret_answer)
{
    char path[ASK_PATH_SIZE];
    struct answer answer = { 0 };
    enum exit_code code = connect_client(cli);

    if (code)
        return code;
    if (write_path(cli, ask, path))
        return cli_fail(cli, EXIT_USAGE, _("an argument is too long"));

    int rc;

    do
        rc = send_request(cli, ask, path, &answer.reply);
    while (rc == 0 && patience_waits(cli, &answer.reply));
    if (rc)
        return complaint_of_failure(cli, rc);

    if (ask->route->method != METHOD_GET) { /* another name may be there */
        cli->names = names_free(cli->names);
        recall_forget(&cli->settings.endpoint);
    }
    code = exit_code_of_status(answer.reply.status);
    if (code) {
        if (!quiet)
            complaint_of_refusal(cli, &answer.reply);
        answer_done(&answer);
        return code;
    }

    code = read_answer(cli, &answer);
    if (!code)
        *ret_answer = answer;

    return code;
}

enum exit_code ask(struct cli *cli, const struct ask *ask,
                   struct answer *ret_answer)
{
    return ask_once(cli, ask, false, ret_answer);
}

enum exit_code ask_quietly(struct cli *cli, const struct ask *ask,
                           struct answer *ret_answer)
{
    return ask_once(cli, ask, true, ret_answer);
}

void answer_done(struct answer *answer)
{
    client_reply_done(&answer->reply);
    answer->value = value_free(answer->value);
}

int query_add(char *query, size_t size, const char *key, const char *value)
{
    size_t start = strlen(query);
    int length =
        snprintf(query + start, size - start, "%s%s=", start ? "&" : "", key);

    if (length < 0 || (size_t)length >= size - start ||
        client_path_add(query, size, value)) {
        query[start] = '\0';
        return -ENAMETOOLONG;
    }

    return 0;
}

const struct route *ask_reading_route(const struct route *route)
{
    for (int id = 0; id < ROUTE_COUNT; id++) {
        const struct route *other = route_get((enum route_id)id);

        if (other->method == METHOD_GET &&
            strcmp(other->path, route->path) == 0)
            return other;
    }

    return NULL;
}
