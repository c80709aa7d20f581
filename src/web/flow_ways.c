/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which ways callers took through a flow today, as the state counts them. */

#include <stdlib.h>

#include "web/flow_publish.h"
#include "web/inside.h"
#include "web/listing.h"
#include "web/lookup.h"

static size_t fill_all(struct exchange *exchange, uint64_t flow_id,
                       struct shape_flow_way *rows)
{
    const struct state *floor = exchange_floor(exchange);
    int64_t today = state_day(floor, exchange_now_us(exchange));
    size_t count = 0;

    for (size_t i = 0; i < state_row_count(floor, ROW_PASSAGE); i++) {
        const struct passage_row *passage = state_row_at(floor, ROW_PASSAGE, i);

        if (passage->flow_id == flow_id && passage->day == today &&
            passage->node_name.text[0])
            rows[count++] = (struct shape_flow_way){
                .node = passage->node_name,
                .exit = passage->exit,
                .key = passage->key,
                .hung_up = passage->hung_up,
                .callers = passage->callers,
            };
    }
    return count;
}

void flow_ways(struct exchange *exchange)
{
    const struct event_flow_set *flow =
        lookup_document(exchange, DOCUMENT_FLOW);
    struct shape_flow_way *rows;

    if (!flow)
        return;
    if (!flow->digest.text[0]) {
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
        return;
    }
    rows = calloc(state_row_count(exchange_floor(exchange), ROW_PASSAGE) + 1,
                  sizeof(*rows));
    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    listing_answer_all(exchange, shape_record(SHAPE_FLOW_WAY), rows,
                       fill_all(exchange, flow->id, rows),
                       lookup_view(exchange));
    free(rows);
}
