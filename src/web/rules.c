/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that are read before they are given to the core. */

#include "web/rules.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/calendar.h"
#include "core/condition.h"
#include "web/documents.h"
#include "web/inside.h"
#include "web/lookup.h"
#include "web/rule_names.h"
#include "web/zones.h"

/* Where a byte of a text is, for people: both from 1. */
static void place_of(const char *text, size_t at, struct mistake *mistake)
{
    mistake->line = 1;
    mistake->column = 1;
    for (size_t i = 0; i < at && text[i]; i++) {
        mistake->column = text[i] == '\n' ? 1 : mistake->column + 1;
        mistake->line += text[i] == '\n';
    }
}

static void answer_mistake(struct exchange *exchange, enum mistake_code code,
                           const char *field, const char *text, size_t at,
                           const char *says)
{
    struct mistake mistake;

    (void)mistake_note(&mistake, code, field);
    mistake.text = says;
    place_of(text, at, &mistake);
    answer_with_mistake(&exchange->answer, exchange->language, &mistake);
}

/* Rules. */

bool rules_read_body(struct exchange *exchange, uint64_t id, int64_t version,
                     struct web_request *ret_request)
{
    struct condition condition;
    struct condition_mistake mistake;
    const struct command_set_rule *rule = &ret_request->command.as.set_rule;

    if (!documents_read_body(exchange, DOCUMENT_RULE, id, version, ret_request))
        return false;
    if (condition_parse(rule->condition.text, &condition, &mistake) == 0)
        return rule_names_exist(exchange, rule->condition.text, &condition);

    answer_mistake(exchange, MISTAKE_BAD_CONDITION, "condition",
                   rule->condition.text, mistake.at, mistake.says);
    return false;
}

static void set_rule(struct exchange *exchange, uint64_t id, int64_t version)
{
    struct web_request request;

    if (rules_read_body(exchange, id, version, &request))
        exchange_ask(exchange, &request, documents_answer_set);
}

void rules_create(struct exchange *exchange)
{
    set_rule(exchange, 0, 0);
}

void rules_change(struct exchange *exchange)
{
    const struct event_rule_set *rule =
        lookup_document(exchange, DOCUMENT_RULE);

    if (rule && documents_match(exchange, DOCUMENT_RULE, rule))
        set_rule(exchange, rule->id, rule->version);
}

/* Calendars. */

static const char *calendar_text(const struct event_calendar_set *calendar,
                                 const char *field)
{
    const struct record *record = document_kind_info(DOCUMENT_CALENDAR)->record;

    return field_get_text(record_field(record, field), calendar);
}

/* The changes of its zone go along; without, the core refuses the name. */
static int add_zone(struct exchange *exchange, struct web_request *request)
{
    const char *name = request->command.as.set_calendar.zone.text;
    struct zone *zone = malloc(sizeof(*zone));

    if (!zone)
        return -ENOMEM;

    if (zone_find(
            name,
            state_wall_us(exchange_floor(exchange), exchange_now_us(exchange)),
            zone) < 0) {
        free(zone);
        return 0;
    }

    request->zone = zone;
    return rule_book_set_zone(exchange->web->book, zone) == -ENOMEM ? -ENOMEM
                                                                    : 0;
}

static void set_calendar(struct exchange *exchange, uint64_t id,
                         int64_t version)
{
    struct web_request request;

    if (documents_read_body(exchange, DOCUMENT_CALENDAR, id, version, &request))
        calendars_ask(exchange, &request);
}

void calendars_ask(struct exchange *exchange, struct web_request *request)
{
    struct calendar calendar;
    struct calendar_mistake mistake;
    const struct event_calendar_set *document =
        (const void *)&request->command.as;

    if (calendar_parse(document, &calendar, &mistake) < 0) {
        answer_mistake(exchange, MISTAKE_BAD_CALENDAR, mistake.field,
                       calendar_text(document, mistake.field), mistake.at,
                       mistake.says);
        return;
    }
    if (add_zone(exchange, request) < 0) {
        web_request_done(request);
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }

    exchange_ask(exchange, request, documents_answer_set);
}

void calendars_create(struct exchange *exchange)
{
    set_calendar(exchange, 0, 0);
}

void calendars_change(struct exchange *exchange)
{
    const struct event_calendar_set *calendar =
        lookup_document(exchange, DOCUMENT_CALENDAR);

    if (calendar && documents_match(exchange, DOCUMENT_CALENDAR, calendar))
        set_calendar(exchange, calendar->id, calendar->version);
}
