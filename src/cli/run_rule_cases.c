/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routing rules asked about the calls of a table, one after the other. */

#include "cli/run.h"

#include <stdio.h>
#include <string.h>

#include "base/mark.h"
#include "cli/ask.h"
#include "cli/body.h"
#include "cli/listing.h"
#include "cli/names.h"
#include "cli/rule_cases.h"
#include "core/words.h"

struct outcome_count {
    size_t right, wrong, refused, uncompared;
};

/* Where it ends; "" of a call that nothing leads. */
struct ending {
    char rule[64];
    char to[128];
};

/* "queue sales", "number +34910000001"; of the last agent the word alone. */
static void spell(struct cli *cli, const struct json_t *item,
                  struct ending *ret_ending)
{
    const char *name = value_get_text(item, "name");
    const char *to = value_get_text(item, "to");
    int kind = to ? route_destination(to) : -1;
    int64_t id = value_get_integer(item, "to_id", 0);
    const char *number = value_get_text(item, "number");
    char called[NAMES_TEXT_SIZE] = "";

    *ret_ending = (struct ending){ .rule = "" };
    if (value_get_integer(item, "place", 0) == 0 || !to)
        return;
    if (kind >= 0 && id > 0)
        names_spell(cli, (enum document_kind)kind, (uint64_t)id, called);
    else if (number)
        snprintf(called, sizeof(called), "%s", number);
    snprintf(ret_ending->to, sizeof(ret_ending->to), "%s%s%s", to,
             called[0] ? " " : "", called);
    snprintf(ret_ending->rule, sizeof(ret_ending->rule), "%s",
             name ? name : "");
}

static void find_ending(struct cli *cli, const struct json_t *items,
                        struct ending *ret_ending)
{
    *ret_ending = (struct ending){ .rule = "" };
    for (size_t i = 0; i < value_count(items); i++) {
        const struct json_t *item = value_at(items, i);
        const char *result = value_get_text(item, "result");

        if (result && word_find(&word_list_rule_result, result) == RULE_MATCHES)
            spell(cli, item, ret_ending);
    }
}

/* The word alone stands for any of its kind. */
static bool is_expected(const struct rule_case *one, const struct ending *is)
{
    size_t length = strlen(one->expected);

    return (!one->rule[0] || strcmp(one->rule, is->rule) == 0) &&
           (length == 0 || strcmp(one->expected, is->to) == 0 ||
            (!strchr(one->expected, ' ') &&
             strncmp(one->expected, is->to, length) == 0 &&
             is->to[length] == ' '));
}

static const char *judge(const struct rule_case *one, const struct ending *is,
                         struct outcome_count *count)
{
    if (!one->expected[0] && !one->rule[0]) {
        count->uncompared++;
        return "";
    }
    if (is_expected(one, is)) {
        count->right++;
        return N_("as expected");
    }
    count->wrong++;
    return N_("not as expected");
}

static int put_text(struct json_t *item, const char *key, const char *text)
{
    return value_set_text(item, key, text ? text : "");
}

/* People read the verdict in their language, too. */
static enum exit_code add_row(struct cli *cli, const struct rule_case *one,
                              const struct ending *is, const char *verdict,
                              struct json_t *rows)
{
    struct json_t *item = value_object();
    bool compares = one->expected[0] || one->rule[0];
    int rc = value_set_integer(item, "row", one->row);

    rc |= put_text(item, "caller", value_get_text(one->body, "caller"));
    rc |= put_text(item, "called", value_get_text(one->body, "called"));
    rc |= put_text(item, "rule", is->rule);
    rc |= put_text(item, "leads_to", is->to);
    rc |= put_text(item, "expected", one->expected);
    rc |= put_text(item, "expected_rule", one->rule);
    if (cli->format == FORMAT_TABLE)
        rc |= put_text(item, "verdict", *verdict ? lang_own_text(verdict) : "");
    if (compares)
        rc |= value_set_flag(item, "as_expected", is_expected(one, is));
    rc |= value_append(rows, rc ? value_free(item) : item);
    return rc ? cli_no_memory(cli) : EXIT_DONE;
}

/* @return EXIT_DONE also for one that is refused, which is told and counted */
static enum exit_code ask_one(struct cli *cli, const struct call *call,
                              const struct rule_case *one,
                              struct outcome_count *count, struct json_t *rows)
{
    struct ask request = { .route = call->verb->route, .body = one->body };
    struct answer answer = { 0 };
    char about[32];
    struct ending ending;

    snprintf(about, sizeof(about), _("row %d"), one->row);
    cli->about = about;
    enum exit_code code = ask(cli, &request, &answer);
    cli->about = NULL;

    if (!code) {
        find_ending(cli, value_get(answer.value, "items"), &ending);
        code = add_row(cli, one, &ending, judge(one, &ending, count), rows);
    } else if (code != EXIT_UNREACHABLE && code != EXIT_NOT_ALLOWED &&
               code != EXIT_HERE) {
        count->refused++;
        code = EXIT_DONE;
    }
    answer_done(&answer);
    return code;
}

static const struct listing_column shown[] = {
    { "row", N_("Row") },
    { "caller", N_("From") },
    { "called", N_("To") },
    { "rule", N_("Rule") },
    { "leads_to", N_("Leads to") },
    { "expected", N_("Expected") },
    { "expected_rule", N_("Expected rule") },
    { "verdict", N_("Result") },
    { NULL, NULL },
};

static enum exit_code print(struct cli *cli, const struct outcome_count *count,
                            const struct json_t *rows)
{
    enum exit_code code = listing_print_columns(cli, shown, rows);

    if (!code && cli->format == FORMAT_TABLE)
        cli_say(cli,
                _("%zu as expected, %zu not, %zu not compared, %zu refused"),
                count->right, count->wrong, count->uncompared, count->refused);
    return !code && (count->wrong || count->refused) ? EXIT_REFUSED : code;
}

enum exit_code run_rule_cases(struct cli *cli, const struct call *call)
{
    struct outcome_count count = { 0 };
    struct rule_cases cases = { .cases = NULL };
    struct json_t *given = value_object(), *rows = value_list();
    enum exit_code code = given && rows ? EXIT_DONE : cli_no_memory(cli);

    if (!code)
        code = body_put_given(cli, call, given, NULL);
    if (!code)
        code = rule_cases_read(cli, call_option(call, "calls"), given, &cases);
    for (size_t i = 0; i < cases.count && !code; i++)
        code = ask_one(cli, call, &cases.cases[i], &count, rows);
    if (!code)
        code = print(cli, &count, rows);

    rule_cases_done(&cases);
    value_free(rows);
    value_free(given);
    return code;
}
