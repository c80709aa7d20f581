/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Desks as live screens show them; commands on their way to the core. */

#include "web/people.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "web/inside.h"
#include "web/known.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/team.h"
#include "wire/record_json.h"

void people_label(const struct exchange *exchange, const struct label *label,
                  const struct label *label_es, const struct label *label_cs,
                  struct label *ret_label)
{
    *ret_label = *label;
    if (exchange->language == LANGUAGE_ES && label_es->text[0])
        *ret_label = *label_es;
    if (exchange->language == LANGUAGE_CS && label_cs->text[0])
        *ret_label = *label_cs;
}

static int64_t left_us(int64_t due_us, int64_t now_us)
{
    return due_us > now_us ? due_us - now_us : 0;
}

/* The product's own reasons are no documents: their names are ours. */
static const char *own_reason(uint64_t reason_id)
{
    switch (reason_id) {
    case PAUSE_LOGGED_IN:
        return N_("just logged in");
    case PAUSE_MISSED:
        return N_("missed offers");
    case PAUSE_FAULT:
        return N_("fault");
    case PAUSE_OWN_CALL:
        return N_("calls inside the house");
    default:
        return "";
    }
}

static void fill_own_reason(const struct exchange *exchange, uint64_t reason_id,
                            struct label *ret_label)
{
    const char *text = own_reason(reason_id);

    if (*text)
        snprintf(ret_label->text, sizeof(ret_label->text), "%s",
                 lang_text(exchange->language, text));
}

void people_reason(const struct exchange *exchange, uint64_t reason_id,
                   struct label *ret_label)
{
    const struct event_pause_reason_set *reason = state_document(
        exchange_floor(exchange), DOCUMENT_PAUSE_REASON, reason_id);

    if (!reason) {
        fill_own_reason(exchange, reason_id, ret_label);
        return;
    }
    people_label(exchange, &reason->label, &reason->label_es, &reason->label_cs,
                 ret_label);
    if (!ret_label->text[0])
        memcpy(ret_label->text, reason->name.text, sizeof(reason->name.text));
}

/* Of an agent who would be ready, were somebody or something there. */
static const char *absence(const struct exchange *exchange,
                           const struct desk_row *desk)
{
    enum verdict verdict =
        state_verdict(exchange_floor(exchange), desk->agent_id);

    if (verdict == VERDICT_NO_LINE)
        return N_("the phone is not connected");
    if (verdict != VERDICT_UNATTENDED)
        return N_("no phone");
    return desk->console == CONSOLE_STALLED ? N_("the console is stalled")
                                            : N_("nobody at the console");
}

void people_why(const struct exchange *exchange, const struct desk_row *desk,
                struct label *ret_label)
{
    if (desk->state == AGENT_UNAVAILABLE)
        snprintf(ret_label->text, sizeof(ret_label->text), "%s",
                 lang_text(exchange->language, absence(exchange, desk)));
    else
        people_reason(exchange, desk->reason_id, ret_label);
}

static void fill_wrap_up(const struct exchange *exchange,
                         const struct desk_row *desk,
                         struct shape_agent_now *now)
{
    const struct state *floor = exchange_floor(exchange);

    now->wrap_up_left_us =
        left_us(desk->wrap_up_due_us, exchange_now_us(exchange));
    now->wrap_up_more_us = state_wrap_up_more_us(floor, desk->agent_id);
    now->disposition_needed = state_needs_disposition(floor, desk->agent_id);
}

static void fill_desk(const struct exchange *exchange,
                      const struct desk_row *desk, struct shape_agent_now *now)
{
    int64_t now_us = exchange_now_us(exchange);

    now->state = desk->state;
    now->for_us = now_us > desk->since_us ? now_us - desk->since_us : 0;
    now->reason_id = desk->reason_id;
    people_why(exchange, desk, &now->reason);
    now->has_request = desk->has_request;
    now->requested_state = desk->requested_state;
    now->requested_reason_id = desk->requested_reason_id;
    now->line = desk->line;
    now->line_end = desk->line_end;
    now->console = desk->console;
    now->needs_console = desk->needs_console;
    now->muted = desk->muted_since_us != 0;
    now->misses = desk->misses;
    now->offer_left_us = left_us(desk->offer_due_us, now_us);
    now->cool_down_left_us = left_us(desk->cool_down_due_us, now_us);
    fill_wrap_up(exchange, desk, now);
    now->contact_id = desk->contact_id;
    now->queue_id = desk->queue_id;
}

static void fill_contact(const struct exchange *exchange,
                         struct shape_agent_now *now)
{
    const struct state *floor = exchange_floor(exchange);
    const struct contact_row *contact =
        now->contact_id ? state_contact(floor, now->contact_id) : NULL;
    const struct event_queue_set *queue =
        now->queue_id ? state_queue(floor, now->queue_id) : NULL;

    if (queue)
        now->queue = queue->name;
    known_hide(&exchange->asker, floor, shape_record(SHAPE_AGENT_NOW), now);
    if (!contact)
        return;
    now->caller = contact->caller;
    now->caller_name =
        *state_caller_name(exchange_floor(exchange), contact->contact_id);
    now->called = contact->called;
    now->waited_us = contact->wait_us;
    if (contact->place == PLACE_QUEUE)
        now->waited_us = exchange_now_us(exchange) - contact->queued_us;
}

static void fill_agent(const struct exchange *exchange,
                       const struct event_agent_set *agent,
                       struct shape_agent_now *ret_now)
{
    const struct state *floor = exchange_floor(exchange);
    const struct desk_row *desk = state_desk(floor, agent->id);
    const struct event_device_set *device =
        state_device(floor, agent->device_id);
    const struct phone_row *phone = state_phone(floor, agent->device_id);

    *ret_now = (struct shape_agent_now){
        .agent_id = agent->id,
        .name = agent->name,
        .label = agent->label,
        .device_id = agent->device_id,
        .reachable = phone && phone->reachable,
        .verdict = state_verdict(floor, agent->id),
    };
    if (device)
        ret_now->mode = device->mode;
    if (desk)
        fill_desk(exchange, desk, ret_now);
    fill_contact(exchange, ret_now);
}

void people_state(struct exchange *exchange)
{
    const struct event_agent_set *agent =
        lookup_document(exchange, DOCUMENT_AGENT);
    struct shape_agent_now now;

    if (!agent)
        return;
    fill_agent(exchange, agent, &now);
    answer_with_value(&exchange->answer, 200,
                      record_to_json(shape_record(SHAPE_AGENT_NOW), &now,
                                     lookup_view(exchange)));
}

void people_note(struct exchange *exchange)
{
    const struct event_agent_set *agent =
        lookup_document(exchange, DOCUMENT_AGENT);

    if (!agent || !lookup_may(exchange, 0, agent->id))
        return;

    const struct desk_row *desk =
        state_desk(exchange_floor(exchange), agent->id);
    const struct shape_draft draft = {
        .agent_id = agent->id,
        .contact_id = desk->contact_id,
        .note = desk->note,
    };

    answer_with_value(&exchange->answer, 200,
                      record_to_json(shape_record(SHAPE_DRAFT), &draft,
                                     lookup_view(exchange)));
}

void people_now(struct exchange *exchange)
{
    const struct state *floor = exchange_floor(exchange);
    size_t count = state_document_count(floor, DOCUMENT_AGENT);
    struct shape_agent_now *rows = calloc(count + 1, sizeof(*rows));
    size_t shown = 0;

    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const struct event_agent_set *agent =
            state_document_at(floor, DOCUMENT_AGENT, i);
        if (team_has(&exchange->asker, agent->team_id))
            fill_agent(exchange, agent, &rows[shown++]);
    }
    listing_answer_all(exchange, shape_record(SHAPE_AGENT_NOW), rows, shown,
                       lookup_view(exchange));
    free(rows);
}

void people_command(struct exchange *exchange, uint64_t id)
{
    const struct route *route = exchange->match.route;
    const struct record *record = content_record(route->body);
    const char *path_field = route_path_field(route);
    struct web_request request = { .task = WEB_COMMAND };

    assert(route->body.kind == CONTENT_COMMAND && record && path_field);

    request.command.type = (enum command_type)route->body.which;
    if (!lookup_body(exchange, record, path_field, &request.command.as))
        return;
    field_set_integer(record_field(record, path_field), &request.command.as,
                      (int64_t)id);
    exchange_ask(exchange, &request, exchange_answer_done);
}

/* Whoever acts for oneself is alive: no offer comes without that, after a
   start of the server. */
static void show_life(struct exchange *exchange, uint64_t agent_id)
{
    const struct desk_row *desk =
        state_desk(exchange_floor(exchange), agent_id);
    struct web_request request = {
        .slot = { .index = UINT32_MAX },
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_AGENT_ALIVE },
    };

    if (agent_id != exchange->asker.agent_id || !desk || desk->seen)
        return;
    request.command.as.agent_alive.agent_id = agent_id;
    (void)to_main_put(exchange->web->to_main, &request);
}

void people_agent_command(struct exchange *exchange)
{
    const struct event_agent_set *agent =
        lookup_document(exchange, DOCUMENT_AGENT);

    if (!agent || !lookup_may(exchange, 0, agent->id))
        return;
    show_life(exchange, agent->id);
    people_command(exchange, agent->id);
}
