/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the documents, and the sums that the floor folds. */

#include "web/pauses.h"

#include <stdlib.h>

#include "web/exchange.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/people.h"

/* The product's own, which are no documents, come first. */
static const uint64_t own_reasons[] = { PAUSE_LOGGED_IN, PAUSE_MISSED,
                                        PAUSE_FAULT };

enum { OWN_COUNT = sizeof(own_reasons) / sizeof(own_reasons[0]) };

static void fill(const struct exchange *exchange, uint64_t agent_id,
                 uint64_t reason_id, struct shape_pause *pause)
{
    const struct state *floor = exchange_floor(exchange);
    const struct desk_row *desk = state_desk(floor, agent_id);

    pause->reason_id = reason_id;
    people_reason(exchange, reason_id, &pause->label);
    pause->current =
        desk && desk->state == AGENT_PAUSED && desk->reason_id == reason_id;
    pause->used_us =
        state_paused_us(floor, agent_id, reason_id, exchange_now_us(exchange));
}

static void fill_defined(const struct exchange *exchange, uint64_t agent_id,
                         const struct event_pause_reason_set *reason,
                         struct shape_pause *pause)
{
    fill(exchange, agent_id, reason->id, pause);
    pause->name = reason->name;
    pause->key = reason->key;
    pause->productive = reason->productive;
    pause->daily_us = reason->daily_ms * 1000;
}

void pauses_list(struct exchange *exchange)
{
    const struct state *floor = exchange_floor(exchange);
    const struct event_agent_set *agent =
        lookup_document(exchange, DOCUMENT_AGENT);
    size_t count = state_document_count(floor, DOCUMENT_PAUSE_REASON);
    struct shape_pause *rows;

    if (!agent || !lookup_may(exchange, 0, agent->id))
        return;
    rows = calloc(OWN_COUNT + count, sizeof(*rows));
    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < OWN_COUNT; i++)
        fill(exchange, agent->id, own_reasons[i], &rows[i]);
    for (size_t i = 0; i < count; i++)
        fill_defined(exchange, agent->id,
                     state_document_at(floor, DOCUMENT_PAUSE_REASON, i),
                     &rows[OWN_COUNT + i]);
    listing_answer_all(exchange, shape_record(SHAPE_PAUSE), rows,
                       OWN_COUNT + count, EVENT_WHOLE);
    free(rows);
}
