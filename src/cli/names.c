/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of documents, kept for looking names up. */

#include "cli/names.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/ask.h"

struct names {
    bool asked[document_kind_count];
    struct json_t *lists[document_kind_count]; /* NULL: not to be had */
};

int names_list_route(enum document_kind kind)
{
    static const enum route_id routes[] = {
#define DOCUMENT(CODE, name, doc) [DOCUMENT_##CODE] = ROUTE_##CODE##_LIST,
#include "core/document_names.def"
    };

    return (int)routes[kind];
}

/* All pages, silently: whoever may not see them gets numbers. */
static struct json_t *fetch(struct cli *cli, enum document_kind kind)
{
    struct ask ask = {
        .route = route_get((enum route_id)names_list_route(kind)),
    };
    struct json_t *items = NULL;

    return ask_for_list_quietly(cli, &ask, &items) ? NULL : items;
}

static const struct json_t *list_of(struct cli *cli, enum document_kind kind)
{
    struct names *names = cli->names;

    if (!names)
        cli->names = names = calloc(1, sizeof(*names));
    if (!names)
        return NULL;

    if (!names->asked[kind]) {
        names->asked[kind] = true;
        names->lists[kind] = fetch(cli, kind);
    }

    return names->lists[kind];
}

/* Ids ascend in the list as the server sends it, but nobody promised so. */
static const char *find(const struct json_t *list, uint64_t id)
{
    for (size_t i = 0; i < value_count(list); i++) {
        const struct json_t *item = value_at(list, i);

        if ((uint64_t)value_get_integer(item, "id", 0) == id)
            return value_get_text(item, "name");
    }

    return NULL;
}

void names_spell(struct cli *cli, enum document_kind kind, uint64_t id,
                 char ret_text[NAMES_TEXT_SIZE])
{
    const char *name = id ? find(list_of(cli, kind), id) : "";

    if (name)
        snprintf(ret_text, NAMES_TEXT_SIZE, "%s", name);
    else
        snprintf(ret_text, NAMES_TEXT_SIZE, "#%" PRIu64, id);
}

uint64_t names_find(struct cli *cli, enum document_kind kind, const char *name)
{
    const struct json_t *list = list_of(cli, kind);

    for (size_t i = 0; i < value_count(list); i++) {
        const char *other = value_get_text(value_at(list, i), "name");

        if (other && strcmp(other, name) == 0)
            return (uint64_t)value_get_integer(value_at(list, i), "id", 0);
    }

    return 0;
}

struct names *names_free(struct names *names)
{
    if (!names)
        return NULL;

    for (size_t i = 0; i < document_kind_count; i++)
        value_free(names->lists[i]);

    free(names);
    return NULL;
}
