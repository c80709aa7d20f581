/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callbacks from the floor, and commands on their way to the core. */

#include "web/callbacks.h"

#include <assert.h>
#include <stdlib.h>

#include "core/state_search.h"
#include "web/fill.h"
#include "web/known.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/people.h"
#include "web/team.h"
#include "wire/record_json.h"
#include "wire/value.h"

enum { MAX_ATTEMPTS = 16 }; /* above callback_tries */

/* Whose it is. */

static bool is_own(const struct asker *asker, const struct state *floor,
                   uint64_t queue_id, uint64_t agent_id)
{
    if (!asker->agent_id)
        return false;
    if (agent_id)
        return agent_id == asker->agent_id;

    return state_assigned(floor, asker->agent_id, queue_id) != 0;
}

static bool may(const struct asker *asker, enum permission permission,
                const struct state *floor, uint64_t queue_id, uint64_t agent_id)
{
    enum may scope = asker_scope(asker, permission);

    if (scope == MAY_NOT)
        return false;

    return is_own(asker, floor, queue_id, agent_id) ||
           (scope == MAY && team_has_contact(asker, floor, queue_id, agent_id));
}

bool callback_is_seen(const struct asker *asker, enum permission permission,
                      const struct state *floor,
                      const struct callback_row *callback)
{
    return may(asker, permission, floor, callback->queue_id,
               callback->agent_id);
}

/* As it is now. */

static int64_t ahead_of(const struct state *floor,
                        const struct callback_row *row)
{
    if (row->state != CALLBACK_IN_LINE)
        return -1;

    return (int64_t)state_ahead(floor, row->queue_id, row->priority,
                                row->since_us - row->added_us);
}

static void fill(const struct exchange *exchange,
                 const struct callback_row *row, struct shape_callback *told)
{
    const struct state *floor = exchange_floor(exchange);
    struct topic_callbacks callback;

    *told = (struct shape_callback){ .ahead = ahead_of(floor, row) };
    (void)fill_callback(floor, row->callback_id, &callback);
    fill_alike(topic_record(TOPIC_CALLBACKS), &callback,
               shape_record(SHAPE_CALLBACK), told);
    known_hide(&exchange->asker, floor, shape_record(SHAPE_CALLBACK), told);
}

static void answer_rows(struct exchange *exchange,
                        const struct listing *listing,
                        struct shape_callback *rows, size_t count)
{
    const void **list = malloc((count + 1) * sizeof(*list));

    if (!list) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < count; i++)
        list[i] = &rows[i];
    listing_answer(exchange, shape_record(SHAPE_CALLBACK), listing, list, count,
                   lookup_view(exchange));
    free(list);
}

void callbacks_list(struct exchange *exchange)
{
    const struct state *floor = exchange_floor(exchange);
    size_t count = state_row_count(floor, ROW_CALLBACK);
    struct shape_callback *rows;
    struct listing listing;
    size_t shown = 0;

    if (!listing_read(exchange, shape_record(SHAPE_CALLBACK), &listing))
        return;
    rows = calloc(count + 1, sizeof(*rows));
    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const struct callback_row *row = state_row_at(floor, ROW_CALLBACK, i);

        if (callback_is_seen(&exchange->asker, PERMISSION_CALLBACK_SEE, floor,
                             row))
            fill(exchange, row, &rows[shown++]);
    }
    answer_rows(exchange, &listing, rows, shown);
    free(rows);
}

static const struct callback_row *find_callback(struct exchange *exchange)
{
    const struct state *floor = exchange_floor(exchange);
    uint64_t id = lookup_number(exchange, 0);
    const struct callback_row *row = id ? state_callback(floor, id) : NULL;

    if (id && (!row || !callback_is_seen(&exchange->asker,
                                         exchange->match.route->permission,
                                         floor, row))) {
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
        return NULL;
    }
    return row;
}

void callbacks_read(struct exchange *exchange)
{
    const struct callback_row *row = find_callback(exchange);
    struct shape_callback told;

    if (!row)
        return;
    fill(exchange, row, &told);
    answer_with_value(&exchange->answer, 200,
                      record_to_json(shape_record(SHAPE_CALLBACK), &told,
                                     lookup_view(exchange)));
}

static void fill_attempt(const struct exchange *exchange,
                         const struct attempt_row *row,
                         struct shape_attempt *ret_told)
{
    const struct state *floor = exchange_floor(exchange);
    const struct event_agent_set *agent = state_agent(floor, row->agent_id);

    *ret_told = (struct shape_attempt){
        .number = row->number,
        .wall_us = state_wall_us(floor, row->at_us),
        .contact_id = row->contact_id,
        .agent_id = row->agent_id,
        .over = row->is_over,
        .result = row->result,
        .ring_us = row->ring_us,
    };
    if (agent)
        ret_told->agent = agent->name;
    known_hide(&exchange->asker, floor, shape_record(SHAPE_ATTEMPT), ret_told);
}

void callbacks_attempts(struct exchange *exchange)
{
    const struct callback_row *row = find_callback(exchange);
    struct shape_attempt told[MAX_ATTEMPTS];
    size_t count = 0;

    if (!row)
        return;
    for (int64_t n = 1; n <= row->tries && count < MAX_ATTEMPTS; n++) {
        const struct attempt_row *attempt =
            state_attempt(exchange_floor(exchange), row->callback_id, n);

        if (attempt)
            fill_attempt(exchange, attempt, &told[count++]);
    }
    listing_answer_all(exchange, shape_record(SHAPE_ATTEMPT), told, count,
                       EVENT_WHOLE);
}

/* Commands. */

/* A queue that there is not the core refuses. */
bool callback_may_be_asked(const struct exchange *exchange,
                           const struct command_ask_callback *asked)
{
    const struct state *floor = exchange_floor(exchange);

    return !state_queue(floor, asked->queue_id) ||
           may(&exchange->asker, PERMISSION_CALLBACK_SET, floor,
               asked->queue_id, asked->agent_id);
}

/* To wake somebody takes more than to have somebody called. */
static bool may_override(const struct exchange *exchange,
                         const struct callback_row *row)
{
    return !value_get_flag(exchange->value, "any_hour") ||
           may(&exchange->asker, PERMISSION_CALLBACK_OVERRIDE,
               exchange_floor(exchange), row->queue_id, row->agent_id);
}

void callbacks_command(struct exchange *exchange)
{
    const struct callback_row *row = find_callback(exchange);

    if (row && !may_override(exchange, row))
        exchange_refuse_right(exchange, "any_hour",
                              PERMISSION_CALLBACK_OVERRIDE);
    else if (row)
        people_command(exchange, row->callback_id);
}
