/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of documents: for people what is so now belongs to them. Programs get
   it apart. */

#include "cli/run.h"

#include <stdio.h>

#include "base/mark.h"
#include "cli/ask.h"
#include "cli/cell.h"
#include "cli/listing.h"
#include "cli/run_document.h"
#include "lang/phrase.h"

enum { TEXT_SIZE = 256 };

/* What is told beside each document of a list. */
struct beside {
    enum route_id route;
    const char *id_key; /* of the document, in what that route answers */
    const char *key;    /* under which the text stands, as in column.def */
    /* told: NULL, nothing is told of this one */
    void (*write)(const struct json_t *item, const struct json_t *told,
                  char ret_text[TEXT_SIZE]);
};

static bool is_for_people(const struct cli *cli)
{
    return cli->format == FORMAT_TABLE && !cli->columns;
}

static const struct json_t *find(const struct json_t *all, const char *key,
                                 int64_t id)
{
    for (size_t i = 0; i < value_count(all); i++)
        if (value_get_integer(value_at(all, i), key, 0) == id)
            return value_at(all, i);

    return NULL;
}

/* @return 0 or -ENOMEM */
static int put(struct json_t *items, const struct json_t *told,
               const struct beside *beside)
{
    char text[TEXT_SIZE];
    int rc = 0;

    for (size_t i = 0; i < value_count(items); i++) {
        struct json_t *item = value_at(items, i);
        int64_t id = value_get_integer(item, "id", 0);

        beside->write(item, find(told, beside->id_key, id), text);
        rc |= value_set_text(item, beside->key, text);
    }
    return rc;
}

/* Who may not see it gets the list without. */
static enum exit_code list_beside(struct cli *cli, const struct call *call,
                                  const struct beside *beside)
{
    const struct record *record = content_record(call->verb->route->answer);
    struct ask request = { .route = route_get(beside->route) };
    struct json_t *items = NULL, *told = NULL;
    enum exit_code code = run_document_items(cli, call, &items);

    if (!code && is_for_people(cli) &&
        !ask_for_list_quietly(cli, &request, &told) &&
        put(items, told, beside) < 0)
        code = cli_no_memory(cli);
    if (!code)
        code = listing_print(cli, record, items);

    value_free(told);
    value_free(items);
    return code;
}

/* Rules: whether calls come to them, in the words of the console. */

static void write_reach(const struct json_t *item, const struct json_t *told,
                        char ret_text[TEXT_SIZE])
{
    const char *taker = value_get_text(told, "shadowed_by");

    if (taker && *taker)
        phrase_fill(_("no, after %s"), taker, NULL, ret_text, TEXT_SIZE);
    else
        snprintf(ret_text, TEXT_SIZE, "%s",
                 value_get_flag(told, "never_holds") ? _("no, it is false")
                 : value_get_flag(item, "enabled")   ? _("may be")
                                                     : _("is off"));
}

enum exit_code run_rule_list(struct cli *cli, const struct call *call)
{
    return list_beside(cli, call,
                       &(struct beside){ ROUTE_RULE_REACH, "rule_id", "reached",
                                         write_reach });
}

/* Of the draft each row tells it. */
enum exit_code run_rule_draft(struct cli *cli, const struct call *call)
{
    struct json_t *items = NULL;
    enum exit_code code = run_document_items(cli, call, &items);
    char text[TEXT_SIZE];
    int rc = 0;

    for (size_t i = 0; is_for_people(cli) && i < value_count(items); i++) {
        struct json_t *item = value_at(items, i);

        write_reach(item, item, text);
        rc |= value_set_text(item, "reached", text);
    }
    if (!code && rc < 0)
        code = cli_no_memory(cli);
    if (!code)
        code = listing_print(cli, content_record(call->verb->route->answer),
                             items);

    value_free(items);
    return code;
}

/* Queues: whether they are open, and if not, why and until when. */

static void write_switch(const struct json_t *item, const struct json_t *told,
                         char ret_text[TEXT_SIZE])
{
    int64_t until_us = value_get_integer(told, "closed_until_us", 0);
    bool by_hours = value_get_flag(told, "closed_by_hours");
    char moment[FORMAT_SIZE];

    (void)item;
    if (!told || !value_get_flag(told, "closed") || !until_us) {
        snprintf(ret_text, TEXT_SIZE, "%s",
                 !told                             ? ""
                 : !value_get_flag(told, "closed") ? _("open")
                 : by_hours                        ? _("out of hours")
                                                   : _("closed"));
        return;
    }
    cell_write_moment(until_us, CELL_FOR_PEOPLE, moment);
    phrase_fill(by_hours ? _("out of hours until %s") : _("closed until %s"),
                moment, NULL, ret_text, TEXT_SIZE);
}

enum exit_code run_queue_list(struct cli *cli, const struct call *call)
{
    return list_beside(cli, call,
                       &(struct beside){ ROUTE_QUEUES_NOW, "queue_id", "state",
                                         write_switch });
}
