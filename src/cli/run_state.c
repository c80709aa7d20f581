/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is so now: queues, agents and contacts, as on the screens. */

#include "cli/run.h"

#include "cli/ask.h"
#include "cli/listing.h"

enum { PART_COUNT = 3, MAX_CONTACTS = 1000 };

struct part {
    const char *key;
    enum route_id route;
    struct json_t *items;
};

/* Contacts that have ended follow the live ones; they are no state. */
static struct json_t *keep_live(struct json_t *items)
{
    struct json_t *live = value_list();
    int rc = 0;

    for (size_t i = 0; i < value_count(items); i++)
        if (value_get_flag(value_at(items, i), "live"))
            rc |= value_append(live, value_share(value_at(items, i)));

    value_free(items);
    return rc ? value_free(live) : live;
}

static enum exit_code fetch(struct cli *cli, struct part *part)
{
    struct ask request = { .route = route_get(part->route) };
    enum exit_code code =
        ask_for_list(cli, &request, MAX_CONTACTS, &part->items);

    if (!code && part->route == ROUTE_CONTACT_LIST)
        part->items = keep_live(part->items);

    return code || part->items ? code : cli_no_memory(cli);
}

/* One object with the three lists. */
static enum exit_code print_json(struct cli *cli, const struct part *parts)
{
    struct json_t *object = value_object();
    enum exit_code code;

    for (size_t i = 0; i < PART_COUNT; i++)
        (void)value_set(object, parts[i].key, value_share(parts[i].items));
    code = listing_print_json(cli, object);
    value_free(object);
    return code;
}

static enum exit_code print_parts(struct cli *cli, const struct part *parts)
{
    enum exit_code code = EXIT_DONE;

    for (size_t i = 0; i < PART_COUNT && !code; i++) {
        if (i)
            fputc('\n', cli->out);
        code = listing_print(cli,
                             content_record(route_get(parts[i].route)->answer),
                             parts[i].items);
    }

    return code;
}

enum exit_code run_state(struct cli *cli, const struct call *call)
{
    struct part parts[PART_COUNT] = { { "queues", ROUTE_QUEUES_NOW, NULL },
                                      { "agents", ROUTE_AGENTS_NOW, NULL },
                                      { "contacts", ROUTE_CONTACT_LIST,
                                        NULL } };
    enum exit_code code = EXIT_DONE;

    (void)call;
    if (cli->columns)
        return cli_fail(cli, EXIT_USAGE,
                        _("--columns: there are three tables here"));

    for (size_t i = 0; i < PART_COUNT && !code; i++)
        code = fetch(cli, &parts[i]);
    if (!code)
        code = cli->format == FORMAT_JSON || cli->format == FORMAT_JSONL
                   ? print_json(cli, parts)
                   : print_parts(cli, parts);

    for (size_t i = 0; i < PART_COUNT; i++)
        value_free(parts[i].items);

    return code;
}
