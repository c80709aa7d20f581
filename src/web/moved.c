/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The counts are of the event that let it step there. */

#include "web/moved.h"

#include "core/state_search.h"
#include "web/fill.h"
#include "wire/record_json.h"

void moved_add(struct exchange *exchange, uint64_t queue_id)
{
    const struct state *floor = exchange_floor(exchange);
    const struct heir_row *heir = state_inheritance(floor, queue_id);
    const struct event_queue_set *by =
        heir ? state_queue(floor, heir->by_id) : NULL;
    struct answer *answer = &exchange->answer;
    struct shape_moved moved = { 0 };
    struct json_t *value = NULL;

    if (!by || value_parse(answer->body, answer->length, answer->length, &value,
                           NULL) < 0)
        return;

    fill_alike(row_record(ROW_HEIR), heir, shape_record(SHAPE_MOVED), &moved);
    moved.by = by->name;
    if (value_set(value, "moved",
                  record_to_json(shape_record(SHAPE_MOVED), &moved,
                                 EVENT_WHOLE)) == 0)
        answer_with_value(answer, answer->status, value);
    else
        value_free(value);
}
