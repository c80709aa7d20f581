/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists from the server, page by page. */

#include "cli/ask.h"

#include <inttypes.h>
#include <string.h>

enum {
    PAGE = 500,
    MAX_ITEMS = 250000, /* whatever the server says */
    CURSOR_SIZE = 1024,
};

/* ask() or ask_quietly() */
typedef enum exit_code asker(struct cli *cli, const struct ask *ask,
                             struct answer *ret_answer);

/* Takes over what a page has; the cursor of the next one, or "". */
static int take_page(const struct json_t *page, struct json_t *items,
                     size_t max, char *ret_next, size_t size)
{
    const struct json_t *list = value_get(page, "items");
    const struct json_t *next = value_get(page, "next");
    int64_t number;
    int rc = 0;

    for (size_t i = 0; i < value_count(list); i++)
        if (!max || value_count(items) < max)
            rc |= value_append(items, value_share(value_at(list, i)));

    ret_next[0] = '\0';
    if (value_as_text(next))
        snprintf(ret_next, size, "%s", value_as_text(next));
    else if (value_as_integer(next, &number) == 0)
        snprintf(ret_next, size, "%" PRId64, number);

    return rc;
}

static enum exit_code ask_for_page(struct cli *cli, const struct ask *base,
                                   size_t wanted, char *cursor, size_t size,
                                   struct json_t *items, size_t max,
                                   asker *ask_it)
{
    struct ask ask_page = *base;
    struct answer answer;
    char query[ASK_PATH_SIZE], limit[24];
    int rc = 0;

    snprintf(query, sizeof(query), "%s", base->query ? base->query : "");
    snprintf(limit, sizeof(limit), "%zu", wanted < PAGE ? wanted : PAGE);
    if (base->route->query != QUERY_NONE)
        rc = query_add(query, sizeof(query), "limit", limit);
    if (!rc && *cursor)
        rc = query_add(query, sizeof(query), "cursor", cursor);
    if (rc)
        return cli_fail(cli, EXIT_USAGE, _("an argument is too long"));

    ask_page.query = query;
    enum exit_code code = ask_it(cli, &ask_page, &answer);
    if (code)
        return code;

    rc = take_page(answer.value, items, max, cursor, size);
    answer_done(&answer);
    return rc ? cli_no_memory(cli) : EXIT_DONE;
}

static enum exit_code ask_for_pages(struct cli *cli, const struct ask *ask,
                                    size_t max, asker *ask_it,
                                    struct json_t **ret_items)
{
    struct json_t *items = value_list();
    char cursor[CURSOR_SIZE] = "";
    bool more = true;
    enum exit_code code = items ? EXIT_DONE : cli_no_memory(cli);

    while (!code && more) {
        size_t had = value_count(items);
        size_t left = max ? max - had : PAGE;

        code = ask_for_page(cli, ask, left, cursor, sizeof(cursor), items, max,
                            ask_it);
        more = *cursor && ask->route->query == QUERY_LISTED &&
               value_count(items) > had && (!max || value_count(items) < max);
        if (!code && value_count(items) > MAX_ITEMS)
            code = cli_fail(cli, EXIT_SERVER,
                            _("the list is too long. Ask for less with "
                              "--limit."));
    }

    if (code)
        value_free(items);
    else
        *ret_items = items;

    return code;
}

enum exit_code ask_for_list(struct cli *cli, const struct ask *ask_all,
                            size_t max, struct json_t **ret_items)
{
    return ask_for_pages(cli, ask_all, max, ask, ret_items);
}

enum exit_code ask_for_list_quietly(struct cli *cli, const struct ask *ask_all,
                                    struct json_t **ret_items)
{
    return ask_for_pages(cli, ask_all, 0, ask_quietly, ret_items);
}

static enum exit_code find_own_agent(struct cli *cli, char ret_text[24])
{
    struct ask me = { .route = route_get(ROUTE_ME_READ) };
    struct answer answer;
    enum exit_code code = ask(cli, &me, &answer);

    if (code)
        return code;

    int64_t id = value_get_integer(answer.value, "agent_id", 0);

    answer_done(&answer);
    if (!id)
        return cli_fail(cli, EXIT_USAGE,
                        _("AGENT: you are no agent yourself. Name one."));

    snprintf(ret_text, 24, "#%" PRId64, id);
    return EXIT_DONE;
}

enum exit_code ask_aim(struct cli *cli, const struct call *call,
                       struct ask *request, char own[24])
{
    request->route = call->verb->route;
    request->parameters[0] = call_argument(call, "id");
    request->parameters[1] = call_argument(call, "token");
    if (!request->parameters[1])
        request->parameters[1] = call_argument(call, "session");
    if (request->parameters[0] || !strchr(request->route->path, '{'))
        return EXIT_DONE;

    request->parameters[0] = own;
    return find_own_agent(cli, own);
}
