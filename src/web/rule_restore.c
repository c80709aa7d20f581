/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routing rules as they were, made a draft of. */

#include "web/rule_restore.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/decide_document.h"
#include "core/decide_rule.h"
#include "core/rule.h"
#include "web/inside.h"

/*
 * First it is looked whether each of the old rules can stand; then the draft is
 * dropped and made anew, rule by rule. Nobody is led by it before it is
 * published, so it may be seen while it is made.
 */
struct restoring {
    struct exchange_job base; /* none: what an exchange keeps begins so */
    struct rule_set_history history; /* owned: the rules as they were, by id */
    uint64_t *gone;                  /* owned: live now, and not there then */
    size_t gone_count;
    size_t gone_next;
    size_t next; /* of the rules */
};

static void drop_restoring(struct exchange_job *kept)
{
    struct restoring *restoring = (struct restoring *)kept;

    rule_set_history_done(&restoring->history);
    free(restoring->gone);
    free(restoring);
}

static bool is_as_it_was(const struct state *floor,
                         const struct event_rule_set *was)
{
    const struct event_rule_set *is = state_rule(floor, was->id);
    struct event_rule_set same = *was;

    if (!is)
        return false;
    same.version = is->version;
    return record_is_same(document_kind_info(DOCUMENT_RULE)->record, is, &same);
}

/* Both are in the order of ids. */
static bool find_gone(const struct state *floor, struct restoring *restoring)
{
    const struct rule_set_history *history = &restoring->history;
    const struct event_rule_set *rule;
    struct rule_walk walk;
    size_t at = 0;

    restoring->gone =
        calloc(rule_walk_most(floor) + 1, sizeof(*restoring->gone));
    if (!restoring->gone)
        return false;

    rule_walk_begin(&walk, floor, false);
    while ((rule = rule_walk_next(&walk))) {
        while (at < history->rule_count && history->rules[at].id < rule->id)
            at++;
        if (at == history->rule_count || history->rules[at].id != rule->id)
            restoring->gone[restoring->gone_count++] = rule->id;
    }
    return true;
}

/* What it names may be gone by now. */
static bool can_stand(struct exchange *exchange,
                      const struct rule_set_history *history)
{
    const struct state *floor = exchange_floor(exchange);
    struct turn turn = { .state = floor,
                         .book = exchange->web->book,
                         .now_us = exchange_now_us(exchange) };

    for (size_t i = 0; i < history->rule_count; i++) {
        const struct event_rule_set *rule = &history->rules[i];
        enum refusal refusal = REFUSED_NOT;

        if (is_as_it_was(floor, rule))
            continue;
        refusal = is_valid_document(DOCUMENT_RULE, rule)
                      ? check_rule(&turn, rule)
                      : REFUSED_BAD_VALUE;
        if (refusal) {
            answer_with_refusal_of(&exchange->answer, exchange->language,
                                   refusal, rule->name.text);
            return false;
        }
    }
    return true;
}

static void fill_rule(const struct state *floor,
                      const struct restoring *restoring, size_t at,
                      struct command *command)
{
    struct command_draft_rule *draft = &command->as.draft_rule;

    command->type = COMMAND_DRAFT_RULE;
    memcpy(draft, &restoring->history.rules[at],
           sizeof(restoring->history.rules[at]));
    draft->version = rule_draft_seen(floor, draft->id);
    draft->last_version =
        state_rule(floor, draft->id) ? 0 : restoring->history.last_versions[at];
}

/* @return false: all is as it is to be */
static bool fill_next(const struct state *floor, struct restoring *restoring,
                      struct command *command)
{
    while (restoring->gone_next < restoring->gone_count) {
        uint64_t id = restoring->gone[restoring->gone_next++];

        if (!state_rule(floor, id)) /* somebody has removed it since */
            continue;
        command->type = COMMAND_DRAFT_REMOVAL;
        command->as.draft_removal =
            (struct command_draft_removal){ id, rule_draft_seen(floor, id) };
        return true;
    }
    while (restoring->next < restoring->history.rule_count) {
        size_t at = restoring->next++;

        if (is_as_it_was(floor, &restoring->history.rules[at]))
            continue;
        fill_rule(floor, restoring, at, command);
        return true;
    }
    return false;
}

static void go_on(struct exchange *exchange, const struct web_reply *reply)
{
    struct web_request request = { .task = WEB_COMMAND };

    exchange->repeat_key[0] = '\0'; /* the first command has it */
    if (fill_next(exchange_floor(exchange), exchange->kept, &request.command))
        exchange_ask(exchange, &request, go_on);
    else
        exchange_answer_done(exchange, reply);
}

/* The first command: the draft goes, if there is one. */
static void begin(struct exchange *exchange, struct restoring *restoring)
{
    struct web_request request = { .task = WEB_COMMAND,
                                   .command.type = COMMAND_DROP_DRAFT };
    const struct state *floor = exchange_floor(exchange);

    if (state_row_count(floor, ROW_RULE_DRAFT) > 0 ||
        fill_next(floor, restoring, &request.command))
        exchange_ask(exchange, &request, go_on);
    else
        answer_with_refusal(&exchange->answer, exchange->language,
                            REFUSED_ALREADY_SO, NULL);
}

void rule_restore(struct exchange *exchange, int64_t seq,
                  struct rule_set_history *history)
{
    assert(exchange && history);
    const struct state *floor = exchange_floor(exchange);
    struct restoring *restoring;

    if (seq && seq != (int64_t)rule_draft_seq(floor)) {
        answer_with_refusal(&exchange->answer, exchange->language,
                            REFUSED_STALE_VERSION, NULL);
        return;
    }
    if (!can_stand(exchange, history))
        return;

    restoring = calloc(1, sizeof(*restoring));
    if (!restoring) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    restoring->history = *history;
    *history = (struct rule_set_history){ .count = 0 };
    exchange->kept = restoring;
    exchange->drop_kept = drop_restoring;
    if (find_gone(floor, restoring))
        begin(exchange, restoring);
    else
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
}
