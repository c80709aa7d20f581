/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal: what has happened. */

#include "cli/run.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>

#include "cli/ask.h"
#include "cli/event_print.h"

enum { PAGE = 500, PRESET = 1000, OF_CONTACT = 10000 };

/* One page of events after a number. */
static enum exit_code fetch(struct cli *cli, const struct call *call,
                            uint64_t after, uint64_t limit,
                            struct answer *ret_answer)
{
    const char *filter = call_option(call, "filter");
    char query[ASK_PATH_SIZE] = "", number[24], own[24];
    struct ask request = { .query = query };
    enum exit_code code = ask_aim(cli, call, &request, own);
    int rc = 0;

    if (code)
        return code;

    snprintf(number, sizeof(number), "%" PRIu64, after);
    rc |= query_add(query, sizeof(query), "after", number);
    snprintf(number, sizeof(number), "%" PRIu64, limit);
    rc |= query_add(query, sizeof(query), "limit", number);
    if (filter)
        rc |= query_add(query, sizeof(query), "filter", filter);
    if (rc)
        return cli_fail(cli, EXIT_USAGE, _("an argument is too long"));

    return ask(cli, &request, ret_answer);
}

/* A page that nothing of fits the filter is not the last one. */
static uint64_t next_after(const struct json_t *answer)
{
    const char *next = value_get_text(answer, "next");

    return next ? strtoull(next, NULL, 10) : 0;
}

/* Page by page into one list, until there are as many as wanted. */
static enum exit_code gather(struct cli *cli, const struct call *call,
                             uint64_t after, uint64_t wanted,
                             struct json_t *items)
{
    uint64_t before;

    do {
        struct answer answer = { 0 };
        uint64_t left = wanted - value_count(items);
        uint64_t page = left < PAGE ? left : PAGE;
        enum exit_code code = fetch(cli, call, after, page, &answer);
        const struct json_t *list = value_get(answer.value, "items");
        int rc = 0;

        for (size_t i = 0; i < value_count(list); i++)
            rc |= value_append(items, value_share(value_at(list, i)));
        before = after;
        after = next_after(answer.value);
        answer_done(&answer);
        if (code || rc)
            return code ? code : cli_no_memory(cli);
    } while (after > before && value_count(items) < wanted);

    return EXIT_DONE;
}

enum exit_code run_events(struct cli *cli, const struct call *call)
{
    bool of_contact = call->verb->route->id == ROUTE_CONTACT_EVENTS;
    uint64_t after = 0, wanted = of_contact ? OF_CONTACT : PRESET;
    struct json_t *items = value_list();
    enum exit_code code = items ? EXIT_DONE : cli_no_memory(cli);

    if (!code)
        code = event_read_number(cli, call, "after", &after);
    if (!code)
        code = event_read_number(cli, call, "limit", &wanted);
    if (!code)
        code = gather(cli, call, after, wanted, items);
    if (!code)
        code = event_print_all(cli, items);

    value_free(items);
    return code;
}
