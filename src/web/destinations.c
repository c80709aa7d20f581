/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a transfer may lead to, with who is there. */

#include "web/destinations.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mark.h"
#include "core/state_search.h"
#include "web/exchange.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/people.h"
#include "web/team.h"

/* Why the core would refuse it; NULL: it would not. */
static const char *hindrance(const struct state *floor,
                             const struct event_queue_set *queue)
{
    const struct tally_row *tally = state_tally(floor, queue->id);

    if (tally && tally->closed_us)
        return N_("closed");
    return state_is_full(floor, queue, false) ? N_("full") : NULL;
}

static void fill_queue(const struct exchange *exchange,
                       const struct event_queue_set *queue,
                       struct shape_target *target)
{
    const struct state *floor = exchange_floor(exchange);
    struct queue_now now;

    state_queue_now(floor, queue->id, exchange_now_us(exchange), &now);
    target->to = TO_QUEUE;
    target->to_id = queue->id;
    target->name = queue->name;
    people_label(exchange, &queue->label, &queue->label_es, &queue->label_cs,
                 &target->label);
    target->waiting = (int64_t)now.waiting;
    target->longest_waiting_us = now.longest_wait_us;
    target->agents_available = now.agents[AGENT_AVAILABLE];
    for (int state = 0; state < agent_state_count; state++)
        if (state != AGENT_OFFLINE)
            target->agents_logged_in += now.agents[state];
    const char *why = hindrance(floor, queue);
    target->possible = !why;
    if (why)
        snprintf(target->reason.text, sizeof(target->reason.text), "%s",
                 lang_text(exchange->language, why));
}

static void fill_agent(const struct exchange *exchange,
                       const struct event_agent_set *agent, uint64_t from_id,
                       struct shape_target *target)
{
    const struct desk_row *desk =
        state_desk(exchange_floor(exchange), agent->id);
    int64_t for_us = exchange_now_us(exchange) - desk->since_us;

    target->to = TO_AGENT;
    target->to_id = agent->id;
    target->name = agent->name;
    target->label = agent->label;
    target->state = desk->state;
    target->for_us = for_us > 0 ? for_us : 0;
    people_why(exchange, desk, &target->reason);
    target->possible = desk->state != AGENT_OFFLINE && agent->id != from_id;
}

static void fill_flow(const struct event_flow_set *flow,
                      struct shape_target *target)
{
    target->to = TO_FLOW;
    target->to_id = flow->id;
    target->name = flow->name;
    target->possible = true;
}

static void fill_box(const struct exchange *exchange,
                     const struct event_box_set *box,
                     struct shape_target *target)
{
    target->to = TO_VOICEMAIL;
    target->to_id = box->id;
    target->name = box->name;
    people_label(exchange, &box->label, &box->label_es, &box->label_cs,
                 &target->label);
    target->possible = true;
}

/* One for each trunk that dials; who is behind a number nobody knows. */
static void fill_numbers(const struct event_trunk_set *trunk,
                         struct shape_target *target)
{
    target->to = TO_NUMBER;
    target->label = trunk->prefixes;
    target->possible = true;
}

static size_t fill_trunks(const struct state *floor, struct shape_target *rows)
{
    size_t count = 0;

    for (size_t i = 0; i < state_document_count(floor, DOCUMENT_TRUNK); i++) {
        const struct event_trunk_set *trunk =
            state_document_at(floor, DOCUMENT_TRUNK, i);

        if (trunk->outbound && trunk->prefixes.text[0])
            fill_numbers(trunk, &rows[count++]);
    }
    return count;
}

static size_t fill_all(const struct exchange *exchange, uint64_t from_id,
                       struct shape_target *rows)
{
    const struct state *floor = exchange_floor(exchange);
    size_t count = 0;

    for (size_t i = 0; i < state_document_count(floor, DOCUMENT_QUEUE); i++) {
        const struct event_queue_set *queue =
            state_document_at(floor, DOCUMENT_QUEUE, i);
        if (team_has(&exchange->asker, queue->team_id))
            fill_queue(exchange, queue, &rows[count++]);
    }
    for (size_t i = 0; i < state_document_count(floor, DOCUMENT_AGENT); i++) {
        const struct event_agent_set *agent =
            state_document_at(floor, DOCUMENT_AGENT, i);
        if (team_has(&exchange->asker, agent->team_id))
            fill_agent(exchange, agent, from_id, &rows[count++]);
    }
    for (size_t i = 0; i < state_document_count(floor, DOCUMENT_FLOW); i++)
        fill_flow(state_document_at(floor, DOCUMENT_FLOW, i), &rows[count++]);
    for (size_t i = 0; i < state_document_count(floor, DOCUMENT_BOX); i++) {
        const struct event_box_set *box =
            state_document_at(floor, DOCUMENT_BOX, i);
        if (team_has(&exchange->asker, box->team_id))
            fill_box(exchange, box, &rows[count++]);
    }
    return count + fill_trunks(floor, &rows[count]);
}

void destinations_list(struct exchange *exchange)
{
    const struct state *floor = exchange_floor(exchange);
    const struct event_agent_set *agent =
        lookup_document(exchange, DOCUMENT_AGENT);
    size_t room = state_document_count(floor, DOCUMENT_QUEUE) +
                  state_document_count(floor, DOCUMENT_AGENT) +
                  state_document_count(floor, DOCUMENT_FLOW) +
                  state_document_count(floor, DOCUMENT_BOX) +
                  state_document_count(floor, DOCUMENT_TRUNK);
    struct shape_target *rows;

    if (!agent || !lookup_may(exchange, 0, agent->id))
        return;
    rows = calloc(room + 1, sizeof(*rows));
    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    size_t count = fill_all(exchange, agent->id, rows);
    listing_answer_all(exchange, shape_record(SHAPE_TARGET), rows, count,
                       EVENT_WHOLE);
    free(rows);
}
