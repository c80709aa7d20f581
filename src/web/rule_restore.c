/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routing rules as they were, made a draft of by one command. */

#include "web/rule_restore.h"

#include <assert.h>
#include <stdlib.h>

#include "core/rule_set.h"
#include "web/inside.h"

/* Whether they can stand again; a refusal names the rule that cannot. */
static bool can_stand(struct exchange *exchange, const struct rule_set *set)
{
    struct turn turn = { .state = exchange_floor(exchange),
                         .book = exchange->web->book,
                         .now_us = exchange_now_us(exchange) };
    const struct event_rule_set *rule;
    enum refusal refusal = check_rule_set(&turn, set, &rule);

    if (refusal)
        answer_with_refusal_of(&exchange->answer, exchange->language, refusal,
                               rule ? rule->name.text : NULL);
    return !refusal;
}

static struct rule_set *take_rules(struct rule_set_history *history,
                                   int64_t version)
{
    struct rule_set *set = malloc(sizeof(*set));

    if (!set)
        return NULL;

    *set = (struct rule_set){ .version = version,
                              .rules = history->rules,
                              .last_versions = history->last_versions,
                              .count = history->rule_count };
    history->rules = NULL;
    history->last_versions = NULL;
    history->rule_count = 0;
    return set;
}

void rule_restore(struct exchange *exchange, int64_t version, int64_t seq,
                  struct rule_set_history *history)
{
    assert(exchange && history);
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_RESTORE_RULES,
                     .as.restore_rules = { .version = version, .seq = seq } },
        .rules = take_rules(history, version),
    };

    if (!request.rules) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    if (can_stand(exchange, request.rules))
        exchange_ask(exchange, &request, exchange_answer_done);
    else
        request.rules = rule_set_free(request.rules);
}
