/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must be true of those who leave messages, and of these. */

#include "core/claims.h"

#include "core/beside_slots.h"
#include "core/state_inside.h"

/* Between two events of one decision the box may have been left already. */
const char *claims_broken_in_box(const struct state *state,
                                 const struct contact_row *contact)
{
    const struct message_row *message =
        state_message(state, contact->message_id);

    if ((contact->box_stage == BOX_STAGE_VISIT) !=
        (state_visit(state, contact->contact_id) != NULL))
        return "whoever hears messages by phone is on a visit";
    if (contact->box_stage == BOX_STAGE_VISIT && !contact->step_due_us)
        return "no visit lasts for ever";
    if (!contact->box_id)
        return NULL;
    if (!state_box(state, contact->box_id))
        return "a message is left in a box";
    if (contact->box_stage != BOX_STAGE_NONE && !contact->step_due_us)
        return "nobody stays in a box for ever";
    if (contact->message_id &&
        (!message || message->state != MESSAGE_BEING_LEFT))
        return "what is being said is no message yet";

    return NULL;
}

static bool is_consistent(const struct message_row *message)
{
    bool is_left = message->state != MESSAGE_BEING_LEFT;

    return is_left == (message->left_us != 0) &&
           (message->due_us != 0) ==
               (is_left && message->state != MESSAGE_SAVED);
}

static bool is_counted(const struct state *state,
                       const struct mailbox_row *mailbox)
{
    struct mailbox_row counted = { .box_id = mailbox->box_id,
                                   .last_agent_id = mailbox->last_agent_id,
                                   .newest = mailbox->newest };

    for (const struct message_slot *m = table_first(&state->messages); m;
         m = table_next(m))
        if (m->row.box_id == mailbox->box_id)
            mailbox_count(&counted, &m->row, 1);

    return record_is_same(row_record(ROW_MAILBOX), &counted, mailbox);
}

static const char *broken_by_deliveries(const struct state *state)
{
    for (const struct delivery_slot *d = table_first(&state->deliveries); d;
         d = table_next(d)) {
        if (!state_message(state, d->row.message_id))
            return "what is sent on is a message";
        if (!d->row.due_us)
            return "nothing is sent on for ever";
    }

    return NULL;
}

const char *claims_broken_by_messages(const struct state *state)
{
    for (const struct message_slot *m = table_first(&state->messages); m;
         m = table_next(m))
        if (!is_consistent(&m->row))
            return "every message that is not saved has an end to come";

    for (const struct mailbox_slot *m = table_first(&state->mailboxes); m;
         m = table_next(m))
        if (!is_counted(state, &m->row))
            return "a box knows what it holds";

    return broken_by_deliveries(state);
}
