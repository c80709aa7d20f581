/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places kept, found by the number that calls. */

#include "core/kept_place.h"

#include <string.h>

#include "core/beside_slots.h"

int64_t kept_until_us(const struct turn *turn,
                      const struct contact_row *contact,
                      const struct event_queue_set *queue, enum queue_exit exit)
{
    bool is_kept =
        exit == EXIT_ABANDONED && queue->resume_ms && contact->caller.text[0] &&
        !is_internal(contact) &&
        state_row_count(turn->state, ROW_KEPT_PLACE) < STATE_MAX_KEPT_PLACES;

    return is_kept ? turn->now_us + queue->resume_ms * 1000 : 0;
}

const struct kept_place_row *kept_place_of(const struct turn *turn,
                                           const struct contact_row *contact,
                                           const struct event_queue_set *queue)
{
    const struct kept_place_row *last = NULL;

    if (!queue->resume_ms || !contact->caller.text[0])
        return NULL;

    for (const struct kept_place_slot *k =
             table_first(&turn->state->kept_places);
         k; k = table_next(k))
        if (k->row.queue_id == queue->id &&
            strcmp(k->row.caller.text, contact->caller.text) == 0)
            last = &k->row;

    return last;
}

void write_place_forgotten(struct turn *turn, uint64_t contact_id)
{
    const struct kept_place_slot *kept =
        table_find(&turn->state->kept_places, contact_id, 0);

    WRITE(turn, PLACE_FORGOTTEN, place_forgotten,
          { .contact_id = contact_id, .queue_id = kept->row.queue_id });
}
