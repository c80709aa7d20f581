/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An agent is there: who is to be called back is dialled. */

#include "core/callback.h"

#include "core/way_out.h"

static const struct callback_row *callback_of(const struct turn *turn,
                                              const struct contact_row *contact)
{
    return state_callback(turn->state, contact->callback_id);
}

/* Its place is kept: decide_callback() finds out until when. */
bool write_callback_barred(struct turn *turn, const struct contact_row *contact)
{
    const struct callback_row *callback = callback_of(turn, contact);
    struct way_out way;
    const struct callback_bar bar = callback_bar(turn, callback, &way);

    if (!bar.refusal && !bar.waits)
        return false;

    write_contact_ended(turn, contact, END_NOT_ALLOWED, (struct silence){ 0 });
    return true;
}

/* There was a way when the agent was reserved; between that and now there may
   have come another call. */
void write_callback_taken(struct turn *turn, const struct desk_row *desk,
                          const struct contact_row *contact)
{
    const struct callback_row *callback = callback_of(turn, contact);
    struct way_out way;
    const struct callback_bar bar = callback_bar(turn, callback, &way);

    if (bar.refusal || bar.waits) {
        write_contact_ended(turn, contact, END_NOT_ALLOWED,
                            (struct silence){ 0 });
        return;
    }

    int64_t due_us = way_out_due_us(turn, &way);

    write_offers_ended(turn, contact, desk->agent_id, false);
    WRITE(turn, CALLBACK_DIALLED, callback_dialled,
          { .callback_id = callback->callback_id,
            .contact_id = contact->contact_id,
            .agent_id = desk->agent_id,
            .ring_us = turn->now_us - desk->since_us,
            .tries = callback->tries + 1,
            .due_us = due_us,
            WAY_OUT_FIELDS(&way) });
    ask_way_out(turn, &way,
                &(struct effect){ .due_us = due_us,
                                  .contact_id = contact->contact_id,
                                  .other = desk->leg });
    write_queue_left(turn, contact, EXIT_CALLED);
    ASK(turn, { .type = EFFECT_RING_BACK,
                .contact_id = contact->contact_id,
                .granted_by = desk->leg });
}

void write_callback_reached(struct turn *turn,
                            const struct contact_row *contact)
{
    const struct callback_row *callback = callback_of(turn, contact);

    if (callback)
        write_callback_ended(turn, callback, CALLBACK_REACHED);
}
