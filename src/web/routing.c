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
#include "web/rules.h"

enum { MAX_FIELDS = 32, LOOKED_AT = 16 };

/* name=value, separated by commas: cut where it lies. */
struct fields {
    struct note text;
    const char *names[MAX_FIELDS];
    const char *values[MAX_FIELDS];
    size_t count;
};

static char *trim(char *text)
{
    size_t length;

    text += strspn(text, " ");
    length = strlen(text);
    while (length > 0 && text[length - 1] == ' ')
        text[--length] = '\0';
    return text;
}

static bool read_fields(const struct note *note, struct fields *ret_fields)
{
    char *rest;

    *ret_fields = (struct fields){ .text = *note };
    rest = ret_fields->text.text;
    while (*trim(rest)) {
        char *part = rest;
        char *end = strchr(part, ',');
        char *value;

        rest = end ? end + 1 : part + strlen(part);
        if (end)
            *end = '\0';
        value = strchr(part, '=');
        if (!value || ret_fields->count == MAX_FIELDS)
            return false;
        *value = '\0';
        ret_fields->names[ret_fields->count] = trim(part);
        ret_fields->values[ret_fields->count++] = trim(value + 1);
    }

    return true;
}

static struct value field_of(const void *context, const char *name)
{
    const struct fields *fields = context;

    for (size_t i = 0; i < fields->count; i++)
        if (strcmp(fields->names[i], name) == 0)
            return (struct value){ VALUE_TEXT, 0, fields->values[i] };

    return (struct value){ VALUE_UNKNOWN, 0, NULL };
}

/* What is asked, and the contact that it is about. */
struct routing_job {
    struct exchange_job base;
    struct shape_routing_asked asked;
    struct caller_past past;
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

static void ask(struct exchange *exchange,
                const struct shape_routing_asked *asked)
{
    const struct state *floor = exchange_floor(exchange);
    struct rule_call call = {
        .wall_us = asked->at_wall_us
                       ? asked->at_wall_us
                       : state_wall_us(floor, exchange_now_us(exchange)),
        .caller = asked->caller.text,
        .called = asked->called.text,
        .trunk_id = asked->trunk_id,
        .entry = state_entry_for(floor, asked->trunk_id, asked->called.text),
        .draw = asked->draw,
        .queue_id = asked->queue_id,
        .waited_us = asked->waited_ms * 1000,
        .language = asked->language,
        .asks_disabled = asked->drafts,
        .field = field_of,
    };
    const struct rule_past past = past_of(asked);
    struct fields fields;

    call.past = &past;
    if (!read_fields(&asked->data, &fields)) {
        exchange_refuse_field(exchange, PROBLEM_MISTAKEN, "data");
        return;
    }

    call.context = &fields;
    if (refresh(exchange, asked->of_draft))
        answer_all(exchange, &call);
}

/* A past contact. */

/* Its first event has the lot that was drawn for it. @return 0 or negative
   errno */
static int find_draw(void *hands, struct routing_job *work)
{
    const struct query_events query = {
        .contact_id = work->asked.contact_id,
        .limit = 1,
    };
    struct event *events = NULL;
    size_t count = 0;
    int rc = query_events(hands, &query, &events, &count);

    if (rc == 0 && count > 0 && events[0].type == EVENT_CONTACT_ARRIVED)
        work->draw = events[0].as.contact_arrived.draw;
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
        work->rc = find_draw(hands, work);
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
    if (work->asked.draw == 0)
        work->asked.draw = work->draw;
    ask(exchange, &work->asked);
}

void routing_test(struct exchange *exchange)
{
    struct shape_routing_asked asked = { 0 };
    struct routing_job *work;

    if (!lookup_body(exchange, shape_record(SHAPE_ROUTING_ASKED), NULL, &asked))
        return;
    if (asked.contact_id == 0) {
        ask(exchange, &asked);
        return;
    }

    work = calloc(1, sizeof(*work));
    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    work->base.to_do.job.work = work_contact;
    work->base.then = then_contact;
    work->base.drop = drop_routing;
    work->asked = asked;
    exchange_work(exchange, &work->base);
}
