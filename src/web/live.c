/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts from the floor, figures from the main thread, tasks for it. */

#include "web/live.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "web/exchange.h"
#include "web/inside.h"
#include "web/lookup.h"
#include "wire/record_json.h"

/* A large journal takes minutes to be verified or copied. */
static const int64_t TASK_WAIT_US = INT64_C(600) * 1000000;

static void count_contacts(const struct state *floor, struct shape_state *state)
{
    for (size_t i = 0; i < state_row_count(floor, ROW_CONTACT); i++) {
        const struct contact_row *row = state_row_at(floor, ROW_CONTACT, i);
        if (row->place == PLACE_ENDED)
            continue;
        state->contacts_live++;
        if (row->place == PLACE_QUEUE)
            state->contacts_waiting++;
    }
}

static void count_agents(const struct state *floor, struct shape_state *state)
{
    for (size_t i = 0; i < state_row_count(floor, ROW_DESK); i++) {
        const struct desk_row *desk = state_row_at(floor, ROW_DESK, i);
        if (desk->state != AGENT_OFFLINE)
            state->agents_logged_in++;
    }
}

static int64_t count_of(const struct state *floor, enum document_kind kind)
{
    return (int64_t)state_document_count(floor, kind);
}

void live_state(struct exchange *exchange)
{
    const struct state *floor = exchange_floor(exchange);
    const struct system_row *system = state_system(floor);
    struct shape_state state = {
        .seq = system->seq,
        .wall_us = state_wall_us(floor, system->at_us),
        .start = system->start,
        .serving = system->serving,
        .users = count_of(floor, DOCUMENT_USER),
        .devices = count_of(floor, DOCUMENT_DEVICE),
        .agents = count_of(floor, DOCUMENT_AGENT),
        .queues = count_of(floor, DOCUMENT_QUEUE),
        .flows = count_of(floor, DOCUMENT_FLOW),
        .trunks = count_of(floor, DOCUMENT_TRUNK),
        .entries = count_of(floor, DOCUMENT_ENTRY),
        .pause_reasons = count_of(floor, DOCUMENT_PAUSE_REASON),
        .dispositions = count_of(floor, DOCUMENT_DISPOSITION),
        .teams = count_of(floor, DOCUMENT_TEAM),
        .prompts = count_of(floor, DOCUMENT_PROMPT),
        .routes = count_of(floor, DOCUMENT_ROUTE),
        .caps = count_of(floor, DOCUMENT_CAP),
        .skills = count_of(floor, DOCUMENT_SKILL),
        .boxes = count_of(floor, DOCUMENT_BOX),
        .calendars = count_of(floor, DOCUMENT_CALENDAR),
        .caller_lists = count_of(floor, DOCUMENT_CALLER_LIST),
        .rules = count_of(floor, DOCUMENT_RULE),
        .queue_rules = count_of(floor, DOCUMENT_QUEUE_RULE),
        .lookups = count_of(floor, DOCUMENT_LOOKUP),
        .assignments = (int64_t)state_row_count(floor, ROW_ASSIGNMENT),
    };

    count_contacts(floor, &state);
    count_agents(floor, &state);
    answer_with_value(
        &exchange->answer, 200,
        record_to_json(shape_record(SHAPE_STATE), &state, EVENT_WHOLE));
}

void live_server(struct exchange *exchange)
{
    struct web *web = exchange->web;
    const struct system_row *system = state_system(web->floor);
    int64_t metrics[METRIC_COUNT];
    struct web_status status;
    struct shape_server server = {
        .start = system->start,
        .serving = system->serving,
        .seq = system->seq,
        .faults = system->faults,
        .wall_us = state_wall_us(web->floor, web_now_us(web)),
    };

    from_main_metrics(web->from_main, metrics);
    from_main_status(web->from_main, &status);
    (void)snprintf(server.release.text, sizeof(server.release.text), "%s",
                   web->settings.release);
    (void)snprintf(server.sip_address.text, sizeof(server.sip_address.text),
                   "%s", web->settings.sip_address);
    server.uptime_us = metrics[METRIC_START_TIME] > 0
                           ? server.wall_us - metrics[METRIC_START_TIME]
                           : 0;
    server.draining = status.draining;
    server.store_queue = metrics[METRIC_STORE_QUEUED];
    server.store_lag_us = metrics[METRIC_STORE_LAG];
    server.alarms = status.alarms;
    answer_with_value(
        &exchange->answer, 200,
        record_to_json(shape_record(SHAPE_SERVER), &server, EVENT_WHOLE));
}

void live_health(struct exchange *exchange)
{
    answer_with_text(&exchange->answer, 200, "text/plain", strdup("ok\n"));
}

void live_readiness(struct exchange *exchange)
{
    struct web_status status;
    bool is_ready;

    from_main_status(exchange->web->from_main, &status);
    is_ready = status.ready && !status.draining;
    answer_with_text(&exchange->answer, is_ready ? 200 : 503, "text/plain",
                     strdup(is_ready ? "ready\n" : "not ready\n"));
}

static void answer_outcome(struct exchange *exchange,
                           const struct web_reply *reply)
{
    struct shape_outcome outcome = {
        .ok = exchange->is_repeat || reply->ok,
        .seq = reply->seq,
        .detail = reply->detail,
    };

    answer_with_value(
        &exchange->answer, 200,
        record_to_json(shape_record(SHAPE_OUTCOME), &outcome, EVENT_WHOLE));
}

void live_task(struct exchange *exchange)
{
    struct web_request request = { .task = WEB_DRAIN };
    struct shape_backup backup = { .name = { "" } };

    if (exchange->match.route->id == ROUTE_SERVER_VERIFY)
        request.task = WEB_VERIFY;
    if (exchange->match.route->id == ROUTE_SERVER_RELOAD)
        request.task = WEB_RELOAD;
    if (exchange->match.route->id == ROUTE_SERVER_BACKUP) {
        request.task = WEB_BACKUP;
        if (!lookup_body(exchange, shape_record(SHAPE_BACKUP), NULL, &backup))
            return;
        request.name = backup.name;
    }
    if (exchange->match.route->id == ROUTE_SERVER_LOG) {
        struct shape_log_asked asked = { 0 };

        request.task = WEB_LOG;
        if (!lookup_body(exchange, shape_record(SHAPE_LOG_ASKED), NULL, &asked))
            return;
        request.log.level = asked.level;
        request.log.for_ms = asked.for_ms;
    }
    exchange->repeat_key[0] = '\0'; /* nothing is changed: do it again */
    exchange->is_repeat = false;
    exchange_ask(exchange, &request, answer_outcome);
    exchange->wait_until_us += TASK_WAIT_US;
}
