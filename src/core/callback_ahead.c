/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose turn is near is dialled, and waits for an agent on the phone. */

#include "core/callback_ahead.h"

#include "core/way_out.h"

bool rings_ahead(const struct state *state, const struct callback_row *callback)
{
    const struct contact_row *contact =
        state_contact(state, callback->contact_id);

    return callback->state == CALLBACK_CALLING && callback->is_ahead &&
           !callback->is_picked_up && contact && contact->agent_id == 0;
}

int64_t ahead_until_us(const struct turn *turn,
                       const struct contact_row *contact,
                       const struct event_queue_set *queue)
{
    static const int64_t longest_us = INT64_C(600000000);

    if (!contact->call)
        return 0;

    return turn->now_us +
           (queue->max_wait_ms ? queue->max_wait_ms * 1000 : longest_us);
}

static void write_dialled(struct turn *turn, const struct contact_row *contact,
                          const struct way_out *way)
{
    const struct callback_row *callback =
        state_callback(turn->state, contact->callback_id);
    int64_t due_us = way_out_due_us(turn, way);

    WRITE(turn, CALLBACK_DIALLED, callback_dialled,
          { .callback_id = callback->callback_id,
            .contact_id = contact->contact_id,
            .tries = callback->tries + 1,
            .due_us = due_us,
            WAY_OUT_FIELDS(way) });
    ask_way_out(turn, way,
                &(struct effect){ .due_us = due_us,
                                  .contact_id = contact->contact_id });
    write_queue_left(turn, contact, EXIT_CALLED);
}

/* Its place is kept: decide_callback() finds out until when. */
void decide_ahead(struct turn *turn, uint64_t contact_id)
{
    const struct contact_row *contact = state_contact(turn->state, contact_id);
    struct way_out way;
    const struct callback_bar bar = callback_bar(
        turn, state_callback(turn->state, contact->callback_id), &way);

    if (bar.refusal || bar.waits)
        write_contact_ended(turn, contact, END_NOT_ALLOWED,
                            (struct silence){ 0 });
    else
        write_dialled(turn, contact, &way);
}

/* Its queue may be another one by now: one that took the place of the first. */
void write_ahead_answered(struct turn *turn, const struct contact_row *contact,
                          uint64_t call, uint64_t trunk_id)
{
    const struct callback_row *callback =
        state_callback(turn->state, contact->callback_id);
    const struct joining joining = {
        .queue = state_queue(turn->state, callback->queue_id),
        .priority = contact->priority,
        .since_us = contact->queued_us,
    };
    struct contact_row there = *contact;

    WRITE(turn, CALLBACK_PICKED_UP, callback_picked_up,
          { .callback_id = callback->callback_id,
            .contact_id = contact->contact_id,
            .call = call,
            .ring_us = turn->now_us - contact->place_since_us,
            .trunk_id = trunk_id });
    there.call = call;
    there.dialled_ahead = true;
    write_queued(turn, &there, &joining);
}
