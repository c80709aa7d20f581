/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trunks: for people their state belongs to them. Programs get it apart. */

#include "cli/run.h"

#include "cli/listing.h"
#include "cli/run_document.h"

static bool is_for_people(const struct cli *cli)
{
    return cli->format == FORMAT_TABLE && !cli->columns;
}

static const struct record *state_record(void)
{
    return content_record(route_get(ROUTE_TRUNK_STATE)->answer);
}

static const struct json_t *find_state(const struct json_t *states, int64_t id)
{
    for (size_t i = 0; i < value_count(states); i++)
        if (value_get_integer(value_at(states, i), "trunk_id", 0) == id)
            return value_at(states, i);

    return NULL;
}

/* In the order of the documents; one made meanwhile has no state yet. */
static struct json_t *states_of(const struct json_t *trunks,
                                const struct json_t *states)
{
    struct json_t *chosen = value_list();
    int rc = 0;

    for (size_t i = 0; i < value_count(trunks); i++) {
        const struct json_t *state =
            find_state(states, value_get_integer(value_at(trunks, i), "id", 0));

        if (state)
            rc |= value_append(chosen, value_share(state));
    }

    return rc ? value_free(chosen) : chosen;
}

static enum exit_code print_states(struct cli *cli, const struct json_t *trunks)
{
    struct ask request = { .route = route_get(ROUTE_TRUNKS_NOW) };
    struct json_t *states = NULL;
    enum exit_code code = ask_for_list(cli, &request, 0, &states);
    struct json_t *chosen = code ? NULL : states_of(trunks, states);

    if (!code)
        code = chosen ? listing_print(cli, state_record(), chosen)
                      : cli_no_memory(cli);

    value_free(chosen);
    value_free(states);
    return code;
}

enum exit_code run_trunk_list(struct cli *cli, const struct call *call)
{
    struct json_t *trunks = NULL;

    if (!is_for_people(cli))
        return run_list(cli, call);

    enum exit_code code = run_document_items(cli, call, &trunks);
    if (!code)
        code = print_states(cli, trunks);

    value_free(trunks);
    return code;
}

enum exit_code run_trunk_show(struct cli *cli, const struct call *call)
{
    struct ask request = { .route = route_get(ROUTE_TRUNK_STATE),
                           .parameters = { call_argument(call, "id") } };
    struct answer answer = { 0 };
    enum exit_code code = run_show(cli, call);

    if (code || !is_for_people(cli))
        return code;

    code = ask(cli, &request, &answer);
    if (!code) {
        fputc('\n', cli->out);
        code = listing_print_one(cli, state_record(), answer.value);
    }

    answer_done(&answer);
    return code;
}
