/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line of a queue from the floor, in the order of service. */

#include "web/waiting.h"

#include <stdlib.h>

#include "core/estimate.h"
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

/* The line, put in its order. @return its contacts, to be freed, and how many;
   NULL: it has refused */
static const struct contact_row **gather(struct exchange *exchange,
                                         uint64_t queue_id, size_t *ret_count)
{
    const struct state *floor = exchange_floor(exchange);
    size_t count = state_row_count(floor, ROW_CONTACT);
    const struct contact_row **waiting = malloc((count + 1) * sizeof(*waiting));
    size_t found = 0;

    if (!waiting) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return NULL;
    }
    for (size_t i = 0; i < count; i++) {
        const struct contact_row *contact = state_row_at(floor, ROW_CONTACT, i);
        if (contact->place == PLACE_QUEUE && contact->queue_id == queue_id)
            waiting[found++] = contact;
    }
    qsort(waiting, found, sizeof(*waiting), compare_waiting);
    *ret_count = found;
    return waiting;
}

void waiting_list(struct exchange *exchange)
{
    const struct event_queue_set *queue =
        lookup_document(exchange, DOCUMENT_QUEUE);
    const struct contact_row **waiting;
    size_t count;

    if (!queue)
        return;
    waiting = gather(exchange, queue->id, &count);
    if (waiting)
        answer_waiting(exchange, waiting, count);
    free(waiting);
}

/* The line is played through for each of them: not for thousands. */
enum { ESTIMATED_MOST = 100 };

void waiting_estimates(struct exchange *exchange)
{
    const struct state *floor = exchange_floor(exchange);
    const struct event_queue_set *queue =
        lookup_document(exchange, DOCUMENT_QUEUE);
    struct shape_estimate rows[ESTIMATED_MOST + 1];
    const struct contact_row **waiting;
    int64_t now_us = exchange_now_us(exchange);
    size_t count, told = 0;

    if (!queue)
        return;
    waiting = gather(exchange, queue->id, &count);
    if (!waiting)
        return;
    for (; told < count && told < ESTIMATED_MOST; told++)
        rows[told] = (struct shape_estimate){
            .ahead = (int64_t)told,
            .contact_id = waiting[told]->contact_id,
            .estimated_wait_us =
                estimate_rest_us(floor, waiting[told]->contact_id, now_us),
        };
    rows[told++] = (struct shape_estimate){
        .ahead = (int64_t)count,
        .estimated_wait_us = estimate_wait_us(floor, queue->id, count, now_us),
    };
    listing_answer_all(exchange, shape_record(SHAPE_ESTIMATE), rows, told,
                       lookup_view(exchange));
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
