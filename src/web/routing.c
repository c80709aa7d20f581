/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the rules about a call that nobody makes. */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/rule.h"
#include "core/state_search.h"
#include "jobs/query.h"
#include "web/inside.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/routing_fields.h"
#include "web/rules.h"

enum { LOOKED_AT = 16, KEPT_DATA = 16 };

/* A field of the data of a contact that was. */
struct kept_field {
    struct name name;
    struct label value;
};

/* What is asked, and the contact that it is about. */
struct routing_job {
    struct exchange_job base;
    struct shape_routing_asked asked;
    struct caller_past past;
    struct kept_field kept[KEPT_DATA];
    size_t kept_count;
    int64_t draw; /* of the contact, when it came */
    int rc;
};

/* Where a call goes that no rule leads: the last line. */
static void fill_entry(const struct event_entry_set *entry, bool is_led,
                       struct shape_routing_found *row)
{
    row->result = is_led ? RULE_NOT_ASKED : RULE_MATCHES;
    if (entry) {
        row->name = entry->name;
        row->to = TO_FLOW;
        row->to_id = entry->flow_id;
        row->place = 1;
    }
}

static void fill_finding(const struct rule_finding *finding, bool is_led,
                         struct shape_routing_found *row)
{
    const struct event_rule_set *rule = finding->rule;
    struct rule_to to;

    row->rule_id = rule->id;
    row->position = rule->position;
    row->name = rule->name;
    row->result = is_led ? RULE_NOT_ASKED : finding->result;
    if (is_led)
        return;

    (void)snprintf(row->why.text, sizeof(row->why.text), "%s", finding->why);
    (void)snprintf(row->is.text, sizeof(row->is.text), "%s", finding->value);
    if (finding->result != RULE_MATCHES || rule->asked == RULE_IN_QUEUE)
        return;

    to = rule_to_at(rule, finding->index);
    row->place = finding->index + 1;
    row->to = to.to;
    row->to_id = to.id;
    if (to.to == TO_NUMBER)
        row->number = *to.number;
}

static void answer_all(struct exchange *exchange, const struct rule_call *call)
{
    struct rule_book *book = exchange->web->book;
    size_t count = rule_book_count(book);
    struct shape_routing_found *rows = calloc(count + 1, sizeof(*rows));
    bool is_led = false;

    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }

    for (size_t i = 0; i < count; i++) {
        struct rule_finding finding;

        rule_explain(book, exchange_floor(exchange), call, i, &finding);
        fill_finding(&finding, is_led, &rows[i]);
        if (rows[i].to == TO_FLOW && rows[i].place > 0 && rows[i].to_id == 0 &&
            call->entry)
            rows[i].to_id = call->entry->flow_id;
        is_led |= finding.result == RULE_MATCHES;
    }
    fill_entry(call->entry, is_led || call->queue_id, &rows[count]);
    listing_answer_all(exchange, shape_record(SHAPE_ROUTING_FOUND), rows,
                       count + 1, lookup_view(exchange));
    free(rows);
}

/* The book of the web server follows the floor when it is asked. */
static bool refresh(struct exchange *exchange, bool of_draft)
{
    struct rule_book *book = exchange->web->book;
    const struct state *floor = exchange_floor(exchange);
    int rc = of_draft ? rule_book_refresh_draft(book, floor)
                      : rule_book_refresh(book, floor);

    if (rc == 0)
        return true;

    exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    return false;
}

static struct rule_past past_of(const struct shape_routing_asked *asked)
{
    return (struct rule_past){
        .calls = asked->called_days >= 0,
        .called_ago_us =
            asked->called_days > 0 ? asked->called_days * DAY_US : 0,
        .queue_id = asked->last_queue_id,
        .agent_id = asked->last_agent_id,
    };
}

static void ask(struct exchange *exchange, const struct routing_job *work)
{
    const struct shape_routing_asked *asked = &work->asked;
    const struct state *floor = exchange_floor(exchange);
    struct rule_call call = {
        .wall_us = asked->at_wall_us
                       ? asked->at_wall_us
                       : state_wall_us(floor, exchange_now_us(exchange)),
        .caller = asked->caller.text,
        .called = asked->called.text,
        .trunk_id = asked->trunk_id,
        .entry = state_entry_for(floor, asked->trunk_id, asked->called.text),
        .draw = asked->draw < 0 ? 0 : asked->draw,
        .queue_id = asked->queue_id,
        .waited_us = asked->waited_ms * 1000,
        .language = asked->language,
        .asks_disabled = asked->drafts,
        .hours = asked->at_wall_us ? exchange->web->book : NULL,
        .field = routing_fields_value,
        .pretend = routing_pretence_value,
    };
    const struct rule_past past = past_of(asked);
    struct routing_fields fields;
    struct routing_pretence pretence;

    call.past = &past;
    call.context = &fields;
    call.pretence = &pretence;
    if (!routing_fields_read(&asked->data, &fields)) {
        exchange_refuse_field(exchange, PROBLEM_MISTAKEN, "data");
        return;
    }
    if (!routing_pretence_read(floor, &asked->queues, &pretence)) {
        exchange_refuse_field(exchange, PROBLEM_MISTAKEN, "queues");
        return;
    }

    for (size_t i = 0; i < work->kept_count; i++)
        routing_fields_add(&fields, work->kept[i].name.text,
                           work->kept[i].value.text);
    if (refresh(exchange, asked->of_draft))
        answer_all(exchange, &call);
}

/* A past contact. */

/* Of several the last; a masked one is known to nobody. */
static void keep_field(struct routing_job *work,
                       const struct event_variable_set *set)
{
    size_t at = 0;

    while (at < work->kept_count &&
           strcmp(work->kept[at].name.text, set->name.text) != 0)
        at++;
    if (at == KEPT_DATA || set->masked)
        return;

    work->kept[at] = (struct kept_field){ set->name, set->value };
    if (at == work->kept_count)
        work->kept_count++;
}

/* What the rules were told then: what a flow learns later is for the rules for
   who waits. */
static void keep_data(struct routing_job *work, const struct event *events,
                      size_t count)
{
    size_t end = work->asked.queue_id ? count : 0;

    for (size_t i = 0; i < count && end == 0; i++)
        if (events[i].type == EVENT_CONTACT_LED)
            end = i;
    for (size_t i = 0; i < end; i++)
        if (events[i].type == EVENT_VARIABLE_SET)
            keep_field(work, &events[i].as.variable_set);
}

/* Its first event has the lot that was drawn for it. @return 0 or negative
   errno */
static int find_own(void *hands, struct routing_job *work)
{
    struct event *events = NULL;
    size_t count = 0;
    int rc =
        query_contact_events(hands, work->asked.contact_id, &events, &count);

    if (rc == 0 && count > 0 && events[0].type == EVENT_CONTACT_ARRIVED)
        work->draw = events[0].as.contact_arrived.draw;
    if (rc == 0)
        keep_data(work, events, count);
    free(events);
    return rc;
}

static void work_contact(struct job *job, void *hands)
{
    struct routing_job *work = (struct routing_job *)job;

    const struct query_previous query = {
        .contact_id = work->asked.contact_id,
        .limit = LOOKED_AT,
    };

    work->rc = query_past(hands, &query, &work->past);
    if (work->rc == 0 && work->past.contact.contact_id == 0)
        work->rc = -ENOENT;
    if (work->rc == 0)
        work->rc = find_own(hands, work);
}

static void drop_routing(struct exchange_job *base)
{
    free(base);
}

static void take_contact(const struct caller_past *past,
                         struct shape_routing_asked *asked)
{
    const struct shape_contact *contact = &past->contact;
    int64_t ago_us = contact->arrived_wall_us - past->last_wall_us;

    asked->caller = contact->caller;
    asked->called = contact->called;
    asked->trunk_id = contact->trunk_id;
    if (asked->at_wall_us == 0)
        asked->at_wall_us = contact->arrived_wall_us;
    asked->called_days = past->calls ? ago_us / DAY_US : -1;
    asked->last_agent_id = past->agent_id;
    asked->last_queue_id = past->last_queue_id;
}

/* Whoever called is asked about again, as it was then; with its lot, unless one
   is given. */
static void then_contact(struct exchange *exchange, struct exchange_job *base)
{
    struct routing_job *work = (struct routing_job *)base;

    if (work->rc < 0) {
        exchange_refuse(exchange, work->rc == -ENOENT || work->rc == -ENODATA
                                      ? PROBLEM_NOT_FOUND
                                      : PROBLEM_TRY_AGAIN);
        return;
    }

    take_contact(&work->past, &work->asked);
    if (work->asked.draw < 0)
        work->asked.draw = work->draw;
    ask(exchange, work);
}

void routing_test(struct exchange *exchange)
{
    struct routing_job *work = calloc(1, sizeof(*work));

    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    if (!lookup_body(exchange, shape_record(SHAPE_ROUTING_ASKED), NULL,
                     &work->asked)) {
        free(work);
        return;
    }
    if (work->asked.contact_id == 0) {
        ask(exchange, work);
        free(work);
        return;
    }

    work->base.to_do.job.work = work_contact;
    work->base.then = then_contact;
    work->base.drop = drop_routing;
    exchange_work(exchange, &work->base);
}
