/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would have gone elsewhere: past calls, by the rules and by the draft. */

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/rule.h"
#include "core/state_search.h"
#include "jobs/query_calls.h"
#include "web/inside.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/routing_replay_rows.h"
#include "web/rules.h"

/*
 * Both are asked about the same calls under the same circumstances: numbers,
 * moment, lot and the caller's past as they were then, queues and agents as
 * they are now. Fields of a contact's data are not known.
 */
struct replay_job {
    struct exchange_job base;
    struct query_calls query;
    struct past_call *calls;
    size_t count;
    bool is_more;
    int rc;
};

static const int64_t A_DAY_US = INT64_C(86400000000);
static const int64_t LONGEST_US = 31 * INT64_C(86400000000);

static void work_replay(struct job *job, void *hands)
{
    struct replay_job *work = (struct replay_job *)job;

    work->rc = query_calls(hands, &work->query, &work->calls, &work->count,
                           &work->is_more);
}

static void drop_replay(struct exchange_job *base)
{
    struct replay_job *work = (struct replay_job *)base;

    free(work->calls);
    free(work);
}

static struct value no_field(const void *context, const char *name)
{
    (void)context;
    (void)name;
    return (struct value){ VALUE_UNKNOWN, 0, NULL };
}

static void name_destination(const struct exchange *exchange,
                             const struct phone_number *number,
                             struct replay_led *led)
{
    const char *word = word_spell(&word_list_destination, (int)led->to);
    int kind = route_destination(word);
    const char *name =
        kind >= 0 && led->to_id
            ? lookup_name(exchange, (enum document_kind)kind, led->to_id)
            : "";

    if (led->to == TO_NUMBER && number)
        name = number->text;
    (void)snprintf(led->to_name.text, sizeof(led->to_name.text), "%s", name);
}

static void lead(struct exchange *exchange, const struct past_call *past_call,
                 struct replay_led *ret_led)
{
    const struct state *floor = exchange_floor(exchange);
    const struct rule_past past = {
        .calls = past_call->calls,
        .called_ago_us = past_call->called_ago_us,
        .queue_id = past_call->last_queue_id,
        .agent_id = past_call->last_agent_id,
    };
    const struct rule_call call = {
        .wall_us = past_call->arrived_wall_us,
        .caller = past_call->caller.text,
        .called = past_call->called.text,
        .trunk_id = past_call->trunk_id,
        .entry =
            state_entry_for(floor, past_call->trunk_id, past_call->called.text),
        .draw = past_call->draw,
        .past = &past,
        .hours = exchange->web->book,
        .field = no_field,
    };
    struct rule_choice choice;

    rule_choose(exchange->web->book, floor, &call, &choice);
    *ret_led = (struct replay_led){ .to = TO_FLOW };
    if (choice.rule) {
        ret_led->rule_id = choice.rule->id;
        ret_led->name = choice.rule->name;
        ret_led->to = choice.to.to;
        ret_led->to_id = choice.to.id;
    } else if (call.entry) {
        ret_led->name = call.entry->name;
    }
    if (ret_led->to == TO_FLOW && ret_led->to_id == 0 && call.entry)
        ret_led->to_id = call.entry->flow_id;
    name_destination(exchange, choice.rule ? choice.to.number : NULL, ret_led);
}

/* As the book is now. */
static void lead_each(struct exchange *exchange, const struct replay_job *work,
                      struct replay_led *leds)
{
    for (size_t i = 0; i < work->count; i++)
        lead(exchange, &work->calls[i], &leds[i]);
}

/* Nothing else that asks the book then gets the draft's answers. */
static bool lead_all(struct exchange *exchange, const struct replay_job *work,
                     struct replay_led *was, struct replay_led *would)
{
    struct rule_book *book = exchange->web->book;
    const struct state *floor = exchange_floor(exchange);
    int rc = rule_book_refresh(book, floor);

    if (rc == 0)
        lead_each(exchange, work, was);
    if (rc == 0)
        rc = rule_book_refresh_draft(book, floor);
    if (rc == 0)
        lead_each(exchange, work, would);
    return rule_book_refresh(book, floor) == 0 && rc == 0;
}

static void answer_rows(struct exchange *exchange,
                        const struct replay_job *work,
                        const struct replay_led *was,
                        const struct replay_led *would)
{
    struct shape_routing_replayed *rows;
    size_t count;

    if (replay_rows(work->calls, was, would, work->count, &rows, &count) < 0) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < count; i++)
        rows[i].more = work->is_more;
    listing_answer_all(exchange, shape_record(SHAPE_ROUTING_REPLAYED), rows,
                       count, EVENT_WHOLE);
    free(rows);
}

static void then_replay(struct exchange *exchange, struct exchange_job *base)
{
    struct replay_job *work = (struct replay_job *)base;
    struct replay_led *was = calloc(work->count + 1, sizeof(*was));
    struct replay_led *would = calloc(work->count + 1, sizeof(*would));

    if (work->rc < 0 || !was || !would || !lead_all(exchange, work, was, would))
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else
        answer_rows(exchange, work, was, would);
    free(was);
    free(would);
}

/* The past costs a query for each call: only where a rule asks for it. */
static bool wants_past(struct exchange *exchange, bool *ret_wants)
{
    struct rule_book *book = exchange->web->book;
    const struct state *floor = exchange_floor(exchange);

    if (rule_book_refresh_draft(book, floor) < 0)
        return false;
    *ret_wants = rule_book_asks_past(book);
    if (rule_book_refresh(book, floor) < 0)
        return false;
    *ret_wants |= rule_book_asks_past(book);
    return true;
}

/* Each day is looked through, whatever is found. */
static bool read_period(struct exchange *exchange, struct query_calls *query)
{
    if (!rules_read_period(exchange, A_DAY_US, &query->from_wall_us,
                           &query->before_wall_us))
        return false;
    if (query->before_wall_us - query->from_wall_us <= LONGEST_US)
        return true;

    answer_with_matter(
        &exchange->answer, exchange->language, PROBLEM_BAD_PARAMETER,
        &(struct answer_matter){
            .field = "from",
            .reason = lang_text(exchange->language,
                                N_("at most 31 days before until")) });
    return false;
}

/* The rules, or the draft's. */
static size_t count_rules(const struct state *floor)
{
    return state_document_count(floor, DOCUMENT_RULE) +
           state_row_count(floor, ROW_RULE_DRAFT);
}

void routing_replay(struct exchange *exchange)
{
    struct replay_job *work = calloc(1, sizeof(*work));

    if (!work || !wants_past(exchange, &work->query.wants_past)) {
        free(work);
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    if (!read_period(exchange, &work->query)) {
        free(work);
        return;
    }
    work->query.rules = count_rules(exchange_floor(exchange));
    work->base.to_do.job.work = work_replay;
    work->base.then = then_replay;
    work->base.drop = drop_replay;
    exchange_work(exchange, &work->base);
}
