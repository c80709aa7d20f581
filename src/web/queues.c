/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures from the floor; percentages and averages as MARKET's formulas. */

#include "web/queues.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "web/history.h"
#include "web/inside.h"
#include "core/estimate.h"
#include "web/contacts.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/people.h"
#include "web/team.h"
#include "web/watch.h"
#include "wire/record_json.h"

static int64_t average(int64_t sum, int64_t count)
{
    return count > 0 ? sum / count : 0;
}

/* Answered within T of those offered; short abandons count for nothing, and
   who still waits has not been decided. */
static int64_t service_level(const struct tally_row *tally, int64_t waiting)
{
    int64_t decided = tally->offered - tally->short_abandoned - waiting;

    if (decided <= 0)
        return -1;
    int64_t permille = 1000 * tally->answered_in_time / decided;
    return permille > 1000 ? 1000 : permille;
}

static void fill_day(const struct tally_row *tally, int64_t day,
                     struct shape_queue_now *now)
{
    now->service_level_permille = -1;
    /* A tally of yesterday says nothing about today. */
    if (!tally || tally->day != day)
        return;
    now->offered = tally->offered;
    now->answered = tally->answered;
    now->answered_in_time = tally->answered_in_time;
    now->abandoned = tally->abandoned;
    now->short_abandoned = tally->short_abandoned;
    now->overflowed = tally->overflowed;
    now->refused_full = tally->refused_full;
    now->missed_offers = tally->missed_offers;
    now->handled = tally->handled;
    now->service_level_permille = service_level(tally, now->waiting);
    now->average_answer_us = average(tally->answer_wait_us, tally->answered);
    now->longest_wait_us = tally->longest_wait_us;
    now->average_talk_us = average(tally->talk_us, tally->handled);
    now->average_hold_us = average(tally->hold_us, tally->handled);
    now->average_acw_us = average(tally->acw_us, tally->handled);
    now->callbacks_asked = tally->callbacks_asked;
    now->callbacks_reached = tally->callbacks_reached;
    now->callbacks_given_up = tally->callbacks_lost;
    now->callbacks_cancelled = tally->callbacks_cancelled;
    now->average_callback_wait_us =
        average(tally->callbacks_wait_us, tally->callbacks_reached);
    now->estimates_told = tally->told;
    now->estimates_too_short = tally->told_too_little;
    now->average_estimate_error_us = average(tally->told_off_us, tally->told);
}

void queue_figures(const struct state *floor, int64_t now_us,
                   const struct event_queue_set *queue,
                   struct shape_queue_now *ret_now)
{
    const struct tally_row *tally;
    struct queue_now live;

    assert(floor && queue && ret_now);
    tally = state_tally(floor, queue->id);

    state_queue_now(floor, queue->id, now_us, &live);
    *ret_now = (struct shape_queue_now){
        .queue_id = queue->id,
        .name = queue->name,
        .waiting = (int64_t)live.waiting,
        .callbacks_waiting = (int64_t)live.callbacks,
        .on_offer = (int64_t)live.on_offer,
        .longest_waiting_us = live.longest_wait_us,
        .agents_available = live.agents[AGENT_AVAILABLE],
        .agents_offered = live.agents[AGENT_OFFERED],
        .agents_talking = live.agents[AGENT_TALKING] + live.agents[AGENT_HOLD],
        .agents_acw = live.agents[AGENT_ACW],
        .agents_paused = live.agents[AGENT_PAUSED],
        .agents_unavailable = live.agents[AGENT_UNAVAILABLE],
    };
    for (int state = 0; state < agent_state_count; state++)
        if (state != AGENT_OFFLINE)
            ret_now->agents_logged_in += live.agents[state];
    if (tally) {
        ret_now->closed = tally->closed_us != 0;
        ret_now->closed_until_us = tally->closed_until_us;
        ret_now->closed_by_hours = tally->closed_by_hours;
    }
    fill_day(tally, state_day(floor, now_us), ret_now);
}

void queue_fill(const struct exchange *exchange,
                const struct event_queue_set *queue,
                struct shape_queue_now *ret_now)
{
    queue_figures(exchange_floor(exchange), exchange_now_us(exchange), queue,
                  ret_now);
    ret_now->estimated_wait_us = estimate_wait_us(
        exchange_floor(exchange), queue->id,
        (size_t)(ret_now->waiting + ret_now->callbacks_waiting),
        exchange_now_us(exchange));
    people_label(exchange, &queue->label, &queue->label_es, &queue->label_cs,
                 &ret_now->label);
    history_print(exchange->web->watch->history, queue->id, &ret_now->history);
}

void queues_stats(struct exchange *exchange)
{
    const struct event_queue_set *queue =
        lookup_document(exchange, DOCUMENT_QUEUE);
    struct shape_queue_now now;

    if (!queue)
        return;
    queue_fill(exchange, queue, &now);
    answer_with_value(
        &exchange->answer, 200,
        record_to_json(shape_record(SHAPE_QUEUE_NOW), &now, EVENT_WHOLE));
}

void queues_now(struct exchange *exchange)
{
    const struct state *floor = exchange_floor(exchange);
    size_t count = state_document_count(floor, DOCUMENT_QUEUE);
    struct shape_queue_now *rows = calloc(count + 1, sizeof(*rows));
    size_t shown = 0;

    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const struct event_queue_set *queue =
            state_document_at(floor, DOCUMENT_QUEUE, i);
        if (team_has(&exchange->asker, queue->team_id))
            queue_fill(exchange, queue, &rows[shown++]);
    }
    listing_answer_all(exchange, shape_record(SHAPE_QUEUE_NOW), rows, shown,
                       EVENT_WHOLE);
    free(rows);
}

static bool fill_assignment(const struct exchange *exchange, const void *row,
                            uint64_t queue_id, void *ret_record)
{
    const struct state *floor = exchange_floor(exchange);
    const struct assignment_row *assigned = row;
    const struct event_agent_set *agent =
        state_agent(floor, assigned->agent_id);
    const struct desk_row *desk = state_desk(floor, assigned->agent_id);
    struct shape_assignment *told = ret_record;

    if (assigned->queue_id != queue_id)
        return false;

    *told = (struct shape_assignment){
        .queue_id = queue_id,
        .agent_id = assigned->agent_id,
        .priority = assigned->priority,
        .delay_ms = assigned->delay_us / 1000,
        .by_team = assigned->by_team,
        .until_us = assigned->until_us,
        .then_priority = assigned->then_priority,
        .then_delay_ms = assigned->then_delay_us / 1000,
        .state = desk ? desk->state : AGENT_OFFLINE,
    };
    if (agent)
        told->agent = agent->name;
    return team_has_id(&exchange->asker, floor, DOCUMENT_AGENT,
                       assigned->agent_id);
}

void queues_agents(struct exchange *exchange)
{
    const struct event_queue_set *queue =
        lookup_document(exchange, DOCUMENT_QUEUE);

    if (queue)
        listing_answer_floor(exchange, shape_record(SHAPE_ASSIGNMENT),
                             ROW_ASSIGNMENT, fill_assignment, queue->id);
}

void queues_command(struct exchange *exchange)
{
    const struct event_queue_set *queue =
        lookup_document(exchange, DOCUMENT_QUEUE);

    if (queue)
        people_command(exchange, queue->id);
}

void queues_move_way(struct exchange *exchange)
{
    const struct event_queue_rule_set *way =
        lookup_document(exchange, DOCUMENT_QUEUE_RULE);

    if (way)
        people_command(exchange, way->id);
}

/* Of a team one commands what is the team's. */
void queues_command_all(struct exchange *exchange)
{
    if (exchange->asker.team_id)
        exchange_refuse(exchange, PROBLEM_FORBIDDEN);
    else
        people_command(exchange, 0);
}
