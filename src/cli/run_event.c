/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal: what has happened, and what happens. */

#include "cli/run.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <time.h>

#include "cli/ask.h"
#include "cli/event_print.h"

enum { PAGE = 500, TAIL_EVERY_MS = 500 };

static enum exit_code read_number(struct cli *cli, const struct call *call,
                                  const char *option, uint64_t *ret_number)
{
    const char *text = call_option(call, option);
    char *end;

    if (!text)
        return EXIT_DONE;

    errno = 0;
    unsigned long long number = strtoull(text, &end, 10);
    if (errno || *end || *text < '0' || *text > '9')
        return cli_fail(cli, EXIT_USAGE, _("--%s: no number."), option);

    *ret_number = number;
    return EXIT_DONE;
}

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

    if (call->verb->route->query == QUERY_EVENTS) {
        snprintf(number, sizeof(number), "%" PRIu64, after);
        rc |= query_add(query, sizeof(query), "after", number);
        snprintf(number, sizeof(number), "%" PRIu64, limit);
        rc |= query_add(query, sizeof(query), "limit", number);
        if (filter)
            rc |= query_add(query, sizeof(query), "filter", filter);
    }
    if (rc)
        return cli_fail(cli, EXIT_USAGE, _("an argument is too long"));

    return ask(cli, &request, ret_answer);
}

static uint64_t last_seq(const struct json_t *items, uint64_t before)
{
    size_t count = value_count(items);

    return count ? (uint64_t)value_get_integer(value_at(items, count - 1),
                                               "seq", 0)
                 : before;
}

/* Page by page into one list, until there are as many as wanted. */
static enum exit_code gather(struct cli *cli, const struct call *call,
                             uint64_t after, uint64_t wanted,
                             struct json_t *items)
{
    bool paged = call->verb->route->query == QUERY_EVENTS;
    size_t got;

    do {
        struct answer answer = { 0 };
        uint64_t left = wanted - value_count(items);
        uint64_t page = left < PAGE ? left : PAGE;
        enum exit_code code = fetch(cli, call, after, page, &answer);
        const struct json_t *list = value_get(answer.value, "items");
        int rc = 0;

        got = value_count(list);
        for (size_t i = 0; i < got; i++)
            rc |= value_append(items, value_share(value_at(list, i)));
        after = last_seq(list, after);
        answer_done(&answer);
        if (code || rc)
            return code ? code : cli_no_memory(cli);
    } while (paged && got && value_count(items) < wanted);

    return EXIT_DONE;
}

enum exit_code run_events(struct cli *cli, const struct call *call)
{
    uint64_t after = 0, wanted = 1000;
    struct json_t *items = value_list();
    enum exit_code code = items ? EXIT_DONE : cli_no_memory(cli);

    if (!code)
        code = read_number(cli, call, "after", &after);
    if (!code)
        code = read_number(cli, call, "limit", &wanted);
    if (!code)
        code = gather(cli, call, after, wanted, items);
    if (!code)
        code = event_print_all(cli, items);

    value_free(items);
    return code;
}

/* Where the journal ends by now, unless the call says where to begin. */
static enum exit_code find_start(struct cli *cli, const struct call *call,
                                 uint64_t *ret_after)
{
    struct ask request = { .route = route_get(ROUTE_STATE_READ) };
    struct answer answer = { 0 };
    enum exit_code code;

    if (call_option(call, "after"))
        return read_number(cli, call, "after", ret_after);

    code = ask(cli, &request, &answer);
    if (!code)
        *ret_after = (uint64_t)value_get_integer(answer.value, "seq", 0);

    answer_done(&answer);
    return code;
}

/* Prints what there is after a number. */
static enum exit_code follow(struct cli *cli, const struct call *call,
                             uint64_t *after, uint64_t *left)
{
    struct answer answer = { 0 };
    enum exit_code code =
        fetch(cli, call, *after, *left < PAGE ? *left : PAGE, &answer);
    const struct json_t *items = value_get(answer.value, "items");

    for (size_t i = 0; i < value_count(items) && !code && *left; i++) {
        code = event_print_one(cli, value_at(items, i));
        (*left)--;
    }

    *after = last_seq(items, *after);
    answer_done(&answer);
    return code;
}

enum exit_code run_tail(struct cli *cli, const struct call *call)
{
    const struct timespec nap = { .tv_nsec = TAIL_EVERY_MS * 1000000L };
    uint64_t after = 0, left = UINT64_MAX;
    enum exit_code code = read_number(cli, call, "limit", &left);

    if (!code && (cli->format == FORMAT_CSV || cli->format == FORMAT_TSV))
        code = cli_fail(cli, EXIT_USAGE,
                        _("event tail prints lines or --jsonl only"));
    if (!code)
        code = find_start(cli, call, &after);

    while (!code && left) {
        code = follow(cli, call, &after, &left);
        if (!code && (fflush(cli->out) || ferror(cli->out)))
            return EXIT_HERE;
        if (!code && left)
            nanosleep(&nap, NULL);
    }

    return code;
}
