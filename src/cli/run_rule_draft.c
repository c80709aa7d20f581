/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft of the routing rules: what it changes, dropping and publishing it. */

#include "cli/run.h"

#include "cli/ask.h"
#include "cli/ask_given.h"
#include "cli/body.h"
#include "cli/listing.h"
#include "cli/prompt.h"
#include "lang/phrase.h"
#include "wire/value.h"

enum exit_code run_rule_diff(struct cli *cli, const struct call *call)
{
    const char *version = call_argument(call, "version");
    struct ask request = {
        .route = version ? route_get(ROUTE_RULE_SET_DIFF) : call->verb->route,
        .parameters = { version },
    };
    struct answer answer = { 0 };
    enum exit_code code = ask(cli, &request, &answer);

    if (!code)
        code = listing_print(cli, content_record(request.route->answer),
                             value_get(answer.value, "items"));

    answer_done(&answer);
    return code;
}

enum exit_code run_rule_discard(struct cli *cli, const struct call *call)
{
    const char *rule = call_argument(call, "id");
    struct ask request = {
        .route = rule ? call->verb->route : route_get(ROUTE_RULE_DRAFT_DROP),
        .parameters = { rule },
    };
    struct answer answer = { 0 };
    enum exit_code code =
        rule ? EXIT_DONE
             : prompt_confirm(cli, call, "%s",
                              _("Drop the draft of the rules? [y/N] "));

    if (!code)
        code = ask(cli, &request, &answer);
    if (!code)
        code = listing_print_done(cli, request.route, answer.value);

    answer_done(&answer);
    return code;
}

/* Nothing is refused for it: rules may be kept for another day. */
static void say_unreached(struct cli *cli, const struct json_t *answer)
{
    const char *rule = value_get_text(answer, "unreached_rule");
    const char *taker = value_get_text(answer, "shadowed_by");
    int64_t count = value_get_integer(answer, "unreached", 0);
    char line[256];

    if (count <= 0 || !rule)
        return;
    if (taker && *taker)
        phrase_fill(_("No call ever comes to %s: %s takes them all before."),
                    rule, taker, line, sizeof(line));
    else
        phrase_fill(_("No call ever comes to %s: its condition is false."),
                    rule, NULL, line, sizeof(line));
    cli_say(cli, "%s", line);
    if (count > 1)
        cli_say(cli,
                _("Rules that no call comes to: %d. List them with: "
                  "cclite rule unreached"),
                (int)count);
}

enum exit_code run_rule_publish(struct cli *cli, const struct call *call)
{
    struct answer answer = { 0 };
    enum exit_code code = ask_with_given(cli, call, &answer);

    if (!code)
        code = listing_print_done(cli, call->verb->route, answer.value);
    if (!code && cli->format == FORMAT_TABLE)
        say_unreached(cli, answer.value);

    answer_done(&answer);
    return code;
}
