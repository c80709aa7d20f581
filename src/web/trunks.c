/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The floor knows which trunks there are; the main thread, how they fare. */

#include "web/trunks.h"

#include <assert.h>
#include <stdlib.h>

#include "web/history.h"
#include "web/inside.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "wire/record_json.h"

/* A trunk is told of within a second after it was made. */
static struct web_trunk ask(const struct web *web, uint64_t trunk_id)
{
    struct web_trunk trunk = { .state = TRUNK_UNUSED, .answer_ms = -1 };

    (void)from_main_trunk(web->from_main, trunk_id, &trunk);
    return trunk;
}

static void fill_now(const struct web *web, const struct event_trunk_set *trunk,
                     struct shape_trunk_now *ret_now)
{
    const struct web_trunk is = ask(web, trunk->id);
    int64_t for_us = web_now_us(web) - is.since_us;

    *ret_now = (struct shape_trunk_now){
        .trunk_id = trunk->id,
        .name = trunk->name,
        .address = trunk->address,
        .state = is.state,
        .reason = is.reason,
        .for_us = is.state != TRUNK_UNUSED && for_us > 0 ? for_us : 0,
        .calls = is.calls,
        .max_channels = trunk->max_channels,
        .calls_in = is.calls_in,
        .calls_out = is.calls_out,
        .refused_full = is.refused_full,
        .failures = is.failures,
        .answer_ms = is.answer_ms,
        .last_code = is.last_code,
        .registration = is.registration,
        .register_code = is.register_code,
    };
    history_print(web->rates, trunk->id, &ret_now->history);
}

void trunks_state(struct exchange *exchange)
{
    const struct event_trunk_set *trunk =
        lookup_document(exchange, DOCUMENT_TRUNK);
    struct shape_trunk_now now;

    if (!trunk)
        return;
    fill_now(exchange->web, trunk, &now);
    answer_with_value(&exchange->answer, 200,
                      record_to_json(shape_record(SHAPE_TRUNK_NOW), &now,
                                     lookup_view(exchange)));
}

void trunks_now(struct exchange *exchange)
{
    const struct state *floor = exchange_floor(exchange);
    size_t count = state_document_count(floor, DOCUMENT_TRUNK);
    struct shape_trunk_now *rows = calloc(count + 1, sizeof(*rows));

    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < count; i++)
        fill_now(exchange->web, state_document_at(floor, DOCUMENT_TRUNK, i),
                 &rows[i]);
    listing_answer_all(exchange, shape_record(SHAPE_TRUNK_NOW), rows, count,
                       lookup_view(exchange));
    free(rows);
}

void trunks_fill(const struct web *web, const struct event_trunk_set *trunk,
                 struct topic_trunk_states *ret_row)
{
    const struct web_trunk is = ask(web, trunk->id);

    assert(web && trunk && ret_row);

    *ret_row = (struct topic_trunk_states){
        .trunk_id = trunk->id,
        .name = trunk->name,
        .state = is.state,
        .reason = is.reason,
        .state_age_us = is.since_us,
        .calls = is.calls,
        .max_channels = trunk->max_channels,
        .calls_in = is.calls_in,
        .calls_out = is.calls_out,
        .refused_full = is.refused_full,
        .failures = is.failures,
        .answer_ms = is.answer_ms,
        .last_code = is.last_code,
        .registration = is.registration,
        .register_code = is.register_code,
    };
}
