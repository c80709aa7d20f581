/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state counts by numbers; the text of the flow tells what they are. */

#include <stdlib.h>
#include <string.h>

#include "web/flow_job.h"
#include "web/flow_publish.h"
#include "web/inside.h"
#include "web/listing.h"
#include "web/lookup.h"

static const int64_t DAY_US = INT64_C(86400000000);

/* One that is of today, and of this version. */
static bool fill(const struct flow_program *program,
                 const struct passage_row *passage, struct shape_flow_way *row)
{
    const struct flow_node *node;

    if (passage->node < 0 || passage->node >= (int64_t)program->node_count)
        return false;
    node = &program->nodes[passage->node];
    if (passage->choice > (int64_t)node->choice_count)
        return false;

    *row = (struct shape_flow_way){ .node = node->name,
                                    .exit = passage->exit,
                                    .hung_up = passage->hung_up,
                                    .callers = passage->callers };
    if (passage->choice)
        memcpy(row->key.text, node->choices[passage->choice - 1].key,
               FLOW_KEY_SIZE);
    return true;
}

static size_t fill_all(struct exchange *exchange, const struct flow_job *job,
                       struct shape_flow_way *rows)
{
    const struct state *floor = exchange_floor(exchange);
    int64_t wall_us = state_wall_us(floor, exchange_now_us(exchange));
    int64_t today =
        (wall_us +
         zone_offset_us(rule_book_zone(exchange->web->book, ""), wall_us)) /
        DAY_US;
    size_t count = 0;

    for (size_t i = 0; i < state_row_count(floor, ROW_PASSAGE); i++) {
        const struct passage_row *passage = state_row_at(floor, ROW_PASSAGE, i);

        if (passage->flow_id == job->flow.id && passage->day == today)
            count += fill(&job->text->program, passage, &rows[count]);
    }
    return count;
}

static void then_ways(struct exchange *exchange, struct flow_job *job)
{
    const struct state *floor = exchange_floor(exchange);
    const struct event_flow_set *now = state_flow(floor, job->flow.id);
    struct shape_flow_way *rows =
        calloc(state_row_count(floor, ROW_PASSAGE) + 1, sizeof(*rows));
    size_t count = 0;

    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    /* another version may have been published since */
    if (now && strcmp(now->digest.text, job->digest.text) == 0)
        count = fill_all(exchange, job, rows);
    listing_answer_all(exchange, shape_record(SHAPE_FLOW_WAY), rows, count,
                       lookup_view(exchange));
    free(rows);
}

void flow_ways(struct exchange *exchange)
{
    const struct event_flow_set *flow =
        lookup_document(exchange, DOCUMENT_FLOW);

    if (!flow)
        return;
    if (!flow->digest.text[0])
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
    else
        flow_job_ask(exchange, flow, flow->digest.text, false, then_ways);
}
