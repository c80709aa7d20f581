/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line of a queue from the floor, in the order of service. */

#include "web/waiting.h"

#include <stdlib.h>

#include "web/contacts.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "wire/value.h"

/* The order of service: priority, then the longer wait with what was added to
   it, then the earlier. */
static int compare_waiting(const void *a, const void *b)
{
    const struct contact_row *one = *(const struct contact_row *const *)a;
    const struct contact_row *other = *(const struct contact_row *const *)b;

    if (one->priority != other->priority)
        return one->priority < other->priority ? -1 : 1;
    if (one->queued_us - one->added_us != other->queued_us - other->added_us)
        return one->queued_us - one->added_us <
                       other->queued_us - other->added_us
                   ? -1
                   : 1;
    return (one->queue_serial > other->queue_serial) -
           (one->queue_serial < other->queue_serial);
}

static void answer_waiting(struct exchange *exchange,
                           const struct contact_row **waiting, size_t count)
{
    struct shape_contact *rows = calloc(count + 1, sizeof(*rows));

    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        contact_fill_live(exchange, waiting[i], &rows[i]);
        rows[i].ahead = (int64_t)i;
    }
    listing_answer_all(exchange, shape_record(SHAPE_CONTACT), rows, count,
                       lookup_view(exchange));
    free(rows);
}

void waiting_list(struct exchange *exchange)
{
    const struct state *floor = exchange_floor(exchange);
    const struct event_queue_set *queue =
        lookup_document(exchange, DOCUMENT_QUEUE);
    size_t count = state_row_count(floor, ROW_CONTACT);
    const struct contact_row **waiting;
    size_t found = 0;

    if (!queue)
        return;
    waiting = malloc((count + 1) * sizeof(*waiting));
    if (!waiting) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const struct contact_row *contact = state_row_at(floor, ROW_CONTACT, i);
        if (contact->place == PLACE_QUEUE && contact->queue_id == queue->id)
            waiting[found++] = contact;
    }
    qsort(waiting, found, sizeof(*waiting), compare_waiting);
    answer_waiting(exchange, waiting, found);
    free(waiting);
}

/* Whoever says nothing pulls to oneself. */
void waiting_pull(struct exchange *exchange)
{
    uint64_t own_id = exchange->asker.agent_id;

    if (!value_get(exchange->value, "agent_id") &&
        value_set_integer(exchange->value, "agent_id", (int64_t)own_id) < 0)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else
        contacts_command(exchange);
}
