/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The server's arrangement. */

#include "cli/arrangement.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/arrangement_pair.h"
#include "cli/ask.h"
#include "cli/names.h"
#include "cli/normal_form.h"
#include "core/command.h"

/* A flow that was never changed by hand is normal; one that cannot be read is
   kept as the text it is. */
static enum exit_code fetch_flow(struct cli *cli, const char *name,
                                 struct json_t **ret_document)
{
    struct ask request = { .route = route_get(ROUTE_FLOW_TEXT),
                           .parameters = { name } };
    struct json_t *document = value_object(), *text = NULL;
    struct answer answer = { 0 };
    enum exit_code code = ask(cli, &request, &answer);
    int rc = value_set_text(document, "name", name);

    if (!code && normal_form_of_flow(answer.reply.body, answer.reply.length,
                                     &text, NULL))
        text = value_text(answer.reply.body);
    if (!code)
        rc |= value_set(document, "text", text);

    answer_done(&answer);
    if (code || rc) {
        value_free(document);
        return code ? code : cli_no_memory(cli);
    }

    *ret_document = document;
    return EXIT_DONE;
}

static enum exit_code make_document(struct cli *cli, enum document_kind kind,
                                    const struct json_t *item,
                                    struct json_t **ret_document)
{
    const char *name = value_get_text(item, "name");

    if (kind == DOCUMENT_FLOW)
        return fetch_flow(cli, name ? name : "", ret_document);

    *ret_document =
        normal_form_of_answer(cli, document_kind_info(kind)->record, item);
    return *ret_document ? EXIT_DONE : cli_no_memory(cli);
}

static enum exit_code fetch_documents(struct cli *cli, enum document_kind kind,
                                      struct json_t *part)
{
    struct ask request = {
        .route = route_get((enum route_id)names_list_route(kind)),
    };
    struct json_t *items = NULL;
    enum exit_code code = ask_for_list(cli, &request, 0, &items);

    for (size_t i = 0; i < value_count(items) && !code; i++) {
        const struct json_t *item = value_at(items, i);
        const char *name = value_get_text(item, "name");
        struct json_t *document = NULL;

        code = make_document(cli, kind, item, &document);
        if (!code && value_set(part, name ? name : "", document))
            code = cli_no_memory(cli);
    }

    value_free(items);
    return code;
}

static int make_parts(struct arrangement *arrangement)
{
    int rc = 0;

    for (int i = 0; i < ARRANGEMENT_PARTS; i++) {
        arrangement->parts[i] = value_object();
        rc |= arrangement->parts[i] ? 0 : -1;
    }

    return rc;
}

/* Those of each document that they are listed by. */
static enum exit_code fetch_pairs(struct cli *cli,
                                  const struct arrangement *all, int part)
{
    const struct pair_kind *kind = pair_kind_of(part);
    const char **names = NULL;
    int count = arrangement_names(all, (int)kind->first_kind, &names);
    enum exit_code code = count < 0 ? cli_no_memory(cli) : EXIT_DONE;

    for (int i = 0; i < count && !code; i++)
        code = pair_fetch(cli, kind, names[i], all->parts[part]);

    free(names);
    return code;
}

enum exit_code arrangement_fetch(struct cli *cli,
                                 struct arrangement *ret_arrangement)
{
    struct arrangement all = { 0 };
    enum exit_code code = make_parts(&all) ? cli_no_memory(cli) : EXIT_DONE;

    for (int kind = 0; kind < document_kind_count && !code; kind++)
        code = fetch_documents(cli, (enum document_kind)kind, all.parts[kind]);

    for (int part = document_kind_count; part < ARRANGEMENT_PARTS && !code;
         part++)
        code = fetch_pairs(cli, &all, part);

    if (code)
        arrangement_done(&all);
    else
        *ret_arrangement = all;

    return code;
}
