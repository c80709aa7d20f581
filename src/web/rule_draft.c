/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft of the routing rules: as documents, but not live. */

#include "web/rule_draft.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/decide_rule.h"
#include "web/documents.h"
#include "web/inside.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/people.h"
#include "web/rule_reach.h"
#include "web/rules.h"
#include "wire/record_json.h"

/* By its number, or its name in the draft. */
static const struct event_rule_set *find(const struct exchange *exchange,
                                         const char *text)
{
    const struct state *floor = exchange_floor(exchange);
    const struct event_rule_set *rule;
    struct rule_walk walk;
    char number[24];

    rule_walk_begin(&walk, floor, true);
    while ((rule = rule_walk_next(&walk))) {
        (void)snprintf(number, sizeof(number), "%" PRIu64, rule->id);
        if (strcmp(rule->name.text, text) == 0 || strcmp(number, text) == 0)
            return rule;
    }

    return NULL;
}

/* NULL: there is none, and the answer says so. */
static const struct event_rule_set *find_in_path(struct exchange *exchange)
{
    const char *text = exchange->match.parameters[0].text;
    const struct event_rule_set *rule = find(exchange, text);

    if (!rule)
        lookup_refuse_name(exchange, text);
    return rule;
}

static void write_etag(const struct exchange *exchange, uint64_t rule_id,
                       char ret_etag[32])
{
    (void)snprintf(ret_etag, 32, "\"%s%" PRId64 "\"",
                   state_rule_draft(exchange_floor(exchange), rule_id) ? "d"
                                                                       : "",
                   rule_draft_seen(exchange_floor(exchange), rule_id));
}

static void answer_rule(struct exchange *exchange,
                        const struct event_rule_set *rule, int status)
{
    char etag[32];

    write_etag(exchange, rule->id, etag);
    memcpy(exchange->answer.etag, etag, sizeof(etag));
    answer_with_value(&exchange->answer, status,
                      record_to_json(document_kind_info(DOCUMENT_RULE)->record,
                                     rule, EVENT_WHOLE));
}

static bool is_matched(struct exchange *exchange,
                       const struct event_rule_set *rule)
{
    char etag[32];

    write_etag(exchange, rule->id, etag);
    return documents_match_etag(exchange, etag);
}

void rule_draft_read(struct exchange *exchange)
{
    const struct event_rule_set *rule = find_in_path(exchange);

    if (rule)
        answer_rule(exchange, rule, 200);
}

/* The list. */

static void fill(const struct state *floor, const struct event_rule_set *rule,
                 struct shape_drafted_rule *row)
{
    *row = (struct shape_drafted_rule){
        .rule_id = rule->id,
        .change = rule_draft_change_of(floor, rule->id),
        .position = rule->position,
        .enabled = rule->enabled,
        .name = rule->name,
        .entry_id = rule->entry_id,
        .condition = rule->condition,
        .to = rule->to,
        .to_id = rule->to_id,
        .stale = rule_draft_is_stale(floor, rule->id),
    };
}

static void fill_reach(const struct event_rule_set *const *rules, size_t at,
                       struct rule_demand *demands,
                       struct shape_drafted_rule *row)
{
    const struct event_rule_set *taker = rule_reach_taker(rules, demands, at);

    row->never_holds = rules[at] && row->enabled && rule_never_holds(rules[at]);
    if (taker) {
        row->shadowed_by_id = taker->id;
        row->shadowed_by = taker->name;
    }
}

/* Those that the draft removes stay where they were. */
static size_t gather(const struct state *floor,
                     const struct event_rule_set **rules)
{
    const struct event_rule_set *rule;
    struct rule_walk walk;
    size_t count = 0;

    rule_walk_begin(&walk, floor, true);
    while ((rule = rule_walk_next(&walk)))
        rules[count++] = rule;
    for (size_t i = 0; i < state_row_count(floor, ROW_RULE_DRAFT); i++) {
        const struct rule_draft_row *row =
            state_row_at(floor, ROW_RULE_DRAFT, i);

        if (row->removed)
            rules[count++] = rule_of_draft(row);
    }

    qsort(rules, count, sizeof(const void *), rule_compare);
    return count;
}

void rule_draft_list(struct exchange *exchange)
{
    const struct state *floor = exchange_floor(exchange);
    size_t most = rule_walk_most(floor);
    const struct event_rule_set **rules =
        malloc((most + 1) * sizeof(const void *));
    struct shape_drafted_rule *rows = calloc(most + 1, sizeof(*rows));
    struct rule_demand *demands = calloc(most + 1, sizeof(*demands));

    if (rules && rows && demands) {
        size_t count = gather(floor, rules);

        for (size_t i = 0; i < count; i++) {
            fill(floor, rules[i], &rows[i]);
            if (rows[i].change == RULE_GONE)
                rules[i] = NULL; /* takes nothing, and is reached by nothing */
            fill_reach(rules, i, demands, &rows[i]);
        }
        listing_answer_all(exchange, shape_record(SHAPE_DRAFTED_RULE), rows,
                           count, EVENT_WHOLE);
    } else {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    }
    free(rules);
    free(rows);
    free(demands);
}

/* Changes. */

static void then_set(struct exchange *exchange, const struct web_reply *reply)
{
    uint64_t id = exchange->id ? exchange->id : reply->id;
    const struct event_rule_set *rule =
        rule_drafted(exchange_floor(exchange), id);

    if (!rule) { /* somebody has removed it since */
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
        return;
    }
    if (!exchange->id)
        (void)snprintf(exchange->answer.location,
                       sizeof(exchange->answer.location), "%s/%" PRIu64,
                       exchange->match.route->path, id);
    answer_rule(exchange, rule, exchange->match.route->status);
}

static void set(struct exchange *exchange, uint64_t id, int64_t version)
{
    struct web_request request;
    struct command_draft_rule *command = &request.command.as.draft_rule;

    if (!rules_read_body(exchange, id, version, &request))
        return;

    request.command.type = COMMAND_DRAFT_RULE;
    command->version = rule_draft_seen(exchange_floor(exchange), id);
    exchange_ask(exchange, &request, then_set);
}

void rule_draft_create(struct exchange *exchange)
{
    set(exchange, 0, 0);
}

void rule_draft_change(struct exchange *exchange)
{
    const struct event_rule_set *rule = find_in_path(exchange);

    if (rule && is_matched(exchange, rule))
        set(exchange, rule->id, rule->version);
}

static void then_removed(struct exchange *exchange,
                         const struct web_reply *reply)
{
    (void)reply; /* the answer was made while it was still there */
    exchange->answer.status = 200;
}

void rule_draft_remove(struct exchange *exchange)
{
    const struct event_rule_set *rule = find_in_path(exchange);
    struct web_request request = { .task = WEB_COMMAND };

    if (!rule || !is_matched(exchange, rule))
        return;

    request.command.type = COMMAND_DRAFT_REMOVAL;
    request.command.as.draft_removal = (struct command_draft_removal){
        .id = rule->id,
        .version = rule_draft_seen(exchange_floor(exchange), rule->id),
    };
    answer_rule(exchange, rule, 200);
    exchange_ask(exchange, &request, then_removed);
}

/* The rule before which it is asked may be new in the draft. */
static bool put_before(struct exchange *exchange)
{
    const char *name = value_get_text(exchange->value, "before_id");
    const struct event_rule_set *before = name ? find(exchange, name) : NULL;

    if (!before) /* a number; or a name that lookup_body() will refuse */
        return true;
    if (value_set_integer(exchange->value, "before_id", (int64_t)before->id) ==
        0)
        return true;

    exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    return false;
}

void rule_draft_move(struct exchange *exchange)
{
    const struct event_rule_set *rule = find_in_path(exchange);

    if (rule && put_before(exchange))
        people_command(exchange, rule->id);
}

/* One that it removes is found, too. */
void rule_draft_discard(struct exchange *exchange)
{
    const char *text = exchange->match.parameters[0].text;
    const struct event_rule_set *rule = find(exchange, text);

    if (!rule)
        rule = lookup_document(exchange, DOCUMENT_RULE);
    if (rule)
        people_command(exchange, rule->id);
}

void rule_draft_drop(struct exchange *exchange)
{
    struct web_request request = { .task = WEB_COMMAND,
                                   .command.type = COMMAND_DROP_DRAFT };

    exchange_ask(exchange, &request, exchange_answer_done);
}

/* Publishing: whatever stands against it is told with the rule. */
void rule_draft_publish(struct exchange *exchange)
{
    struct web_request request = { .task = WEB_COMMAND,
                                   .command.type = COMMAND_PUBLISH_RULES };
    const struct state *floor = exchange_floor(exchange);
    struct turn turn = { .state = floor,
                         .book = exchange->web->book,
                         .now_us = exchange_now_us(exchange) };
    const struct event_rule_set *rule;
    enum refusal refusal;
    uint64_t rule_id;

    if (!lookup_body(exchange, content_record(exchange->match.route->body),
                     NULL, &request.command.as))
        return;

    refusal = check_rule_draft(&turn, &rule_id);
    rule = refusal && rule_id ? rule_of_draft(state_rule_draft(floor, rule_id))
                              : NULL;
    if (rule)
        answer_with_refusal_of(&exchange->answer, exchange->language, refusal,
                               rule->name.text);
    else
        exchange_ask(exchange, &request, rule_reach_answer_published);
}
