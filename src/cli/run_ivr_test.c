/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests within a flow, told to people and to programs that collect tests. */

#include "cli/run.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/ask.h"
#include "cli/body.h"
#include "cli/listing.h"

static size_t count_failed(const struct json_t *items)
{
    size_t count = 0;

    for (size_t i = 0; i < value_count(items); i++)
        count += !value_get_flag(value_at(items, i), "passed");
    return count;
}

/* Names of nodes and tests need no escaping: they are letters, digits, dots and
   hyphens. */
static void print_case(FILE *out, const char *flow, const struct json_t *item)
{
    const char *name = value_get_text(item, "name");
    const char *node = value_get_text(item, "node");
    const char *path = value_get_text(item, "path");

    fprintf(out, "  <testcase classname=\"%s\" name=\"%s\"", flow,
            name ? name : "");
    if (value_get_flag(item, "passed"))
        fputs("/>\n", out);
    else
        fprintf(out,
                ">\n    <failure message=\"%s\">%s</failure>\n"
                "  </testcase>\n",
                node ? node : "", path ? path : "");
}

/* JUnit's form: what continuous integration collects. */
static void print_junit(FILE *out, const char *flow, const struct json_t *items)
{
    fprintf(out,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<testsuite name=\"%s\" tests=\"%zu\" failures=\"%zu\">\n",
            flow, value_count(items), count_failed(items));
    for (size_t i = 0; i < value_count(items); i++)
        print_case(out, flow, value_at(items, i));
    fputs("</testsuite>\n", out);
}

/* The name that the server knows, whatever the command line called it. */
static enum exit_code fetch_name(struct cli *cli, const char *flow,
                                 char ret_name[64])
{
    struct ask reading = { .route = route_get(ROUTE_FLOW_READ),
                           .parameters = { flow } };
    struct answer answer = { 0 };
    enum exit_code code = ask(cli, &reading, &answer);
    const char *name = code ? NULL : value_get_text(answer.value, "name");

    if (!code)
        (void)snprintf(ret_name, 64, "%s", name ? name : "");
    answer_done(&answer);
    return code;
}

enum exit_code run_ivr_test(struct cli *cli, const struct call *call)
{
    const char *flow = call_argument(call, "id");
    struct ask request = { .route = call->verb->route, .parameters = { flow } };
    struct json_t *items = NULL;
    char name[64] = "";
    enum exit_code code = fetch_name(cli, flow, name);

    if (!code)
        code = ask_for_list(cli, &request, 0, &items);
    if (!code && call_option(call, "junit"))
        print_junit(cli->out, name, items);
    else if (!code)
        code = listing_print(cli, content_record(request.route->answer), items);
    if (!code && count_failed(items) > 0)
        code = EXIT_REFUSED;

    value_free(items);
    return code;
}

enum exit_code run_ivr_try(struct cli *cli, const struct call *call)
{
    struct json_t *body = value_object();
    struct ask request = { .route = call->verb->route,
                           .parameters = { call_argument(call, "id") },
                           .body = body };
    struct answer answer = { 0 };
    enum exit_code code = body_put_given(cli, call, body, NULL);

    if (!code)
        code = ask(cli, &request, &answer);
    if (!code)
        code = listing_print(cli, content_record(request.route->answer),
                             value_get(answer.value, "items"));

    answer_done(&answer);
    value_free(body);
    return code;
}
