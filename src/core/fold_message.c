/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of messages, and what their boxes hold. */

#include "core/fold.h"

#include <assert.h>
#include <string.h>

#include "core/beside_slots.h"
#include "core/contact_slot.h"
#include "core/index.h"

void mailbox_count(struct mailbox_row *mailbox,
                   const struct message_row *message, int by)
{
    bool is_new = message->state == MESSAGE_NEW;
    bool is_old =
        message->state == MESSAGE_HEARD || message->state == MESSAGE_SAVED;

    mailbox->rows += by;
    mailbox->held += message->state != MESSAGE_DELETED ? by : 0;
    mailbox->fresh += is_new ? by : 0;
    mailbox->fresh_urgent += is_new && message->urgent ? by : 0;
    mailbox->old += is_old ? by : 0;
    mailbox->old_urgent += is_old && message->urgent ? by : 0;
}

/* Boxes. */

void fold_box_set(struct state *state, const struct event_box_set *e)
{
    fold_document_set(state, DOCUMENT_BOX, e);

    if (!mailbox_slot(state, e->id)) {
        struct mailbox_slot *mailbox = table_add(&state->mailboxes, e->id, 0);

        mailbox->row.box_id = e->id;
    }
}

void fold_box_removed(struct state *state, const struct event_box_removed *e)
{
    fold_document_removed(state, DOCUMENT_BOX, e->id);
    fold_pin_forgotten(state, pin_lock_of(e->id, 0));
    table_remove(&state->mailboxes, mailbox_slot(state, e->id));
}

/* Messages. */

static struct mailbox_row *mailbox_of(const struct state *state,
                                      const struct message_slot *message)
{
    struct mailbox_slot *mailbox = mailbox_slot(state, message->row.box_id);

    assert(mailbox);
    return &mailbox->row;
}

/* To be changed: its box does not count it meanwhile. */
static struct message_slot *take_out(struct state *state, uint64_t message_id)
{
    struct message_slot *message = message_slot(state, message_id);

    assert(message);
    mailbox_count(mailbox_of(state, message), &message->row, -1);
    return message;
}

static void put_back(struct state *state, struct message_slot *message)
{
    mailbox_count(mailbox_of(state, message), &message->row, 1);
    index_message(state, message);
}

static void set_due(struct state *state, struct message_row *row,
                    int64_t due_us)
{
    fold_deadline(state, due_us, &row->due_us, &row->due_serial);
}

static void set_turn(struct state *state, struct message_slot *message,
                     uint64_t agent_id)
{
    message->row.agent_id = agent_id;
    if (agent_id)
        mailbox_of(state, message)->last_agent_id = agent_id;
}

/* Of a phone of ours only the extension of whose it is: what the phone itself
   says it is may be a colleague's, who would then be named and called back. */
static struct phone_number number_of(const struct contact_row *contact,
                                     const struct event_agent_set *agent)
{

    if (contact->outbound || !contact->device_id ||
        (agent && strcmp(agent->extension.text, contact->caller.text) == 0))
        return contact->caller;

    return (struct phone_number){ "" };
}

void fold_message_begins(struct state *state, uint64_t message_id,
                         const struct contact_row *contact, uint64_t box_id,
                         const struct name *object)
{
    struct message_slot *message = table_add(&state->messages, message_id, 0);
    uint64_t device_id = contact->outbound ? 0 : contact->device_id;
    uint64_t agent_id = state_agent_of_device(state, device_id);

    message->row = (struct message_row){
        .message_id = message_id,
        .box_id = box_id,
        .contact_id = contact->contact_id,
        .caller = number_of(contact, state_agent(state, agent_id)),
        .device_id = device_id,
        .left_by_id = agent_id,
        .object = *object,
        .state = MESSAGE_BEING_LEFT,
    };
    put_back(state, message);
}

void fold_message_whole(struct state *state, uint64_t message_id,
                        int64_t length_us, bool silent)
{
    struct message_slot *message = message_slot(state, message_id);

    if (!message)
        return;

    message->row.length_us = length_us;
    message->row.silent = silent;
}

void fold_message_urgent(struct state *state,
                         const struct event_message_urgent *e)
{
    struct message_slot *message = take_out(state, e->message_id);

    message->row.urgent = e->urgent;
    put_back(state, message);
}

/* Its caller has nothing to do with it any more. */
static void part(struct state *state, uint64_t contact_id, uint64_t message_id)
{
    struct contact_slot *contact = contact_slot(state, contact_id);

    if (!contact || contact->row.message_id != message_id)
        return;

    if (contact->row.recording_id == message_id)
        fold_record_ends(state, &contact->row);
    contact->row.message_id = 0;
    index_contact(state, contact);
}

void fold_message_taken_back(struct state *state,
                             const struct event_message_taken_back *e)
{
    struct message_slot *message = message_slot(state, e->message_id);

    assert(message);
    message->row.taken_back = true;
    part(state, e->contact_id, e->message_id);
}

/* Counts cannot tell it where another one goes at the same time. */
static void note_newest(struct state *state, const struct message_slot *message)
{
    mailbox_of(state, message)->newest = state->system.seq;
}

void fold_message_left(struct state *state, const struct event_message_left *e)
{
    struct message_slot *message = take_out(state, e->message_id);

    message->row.state = MESSAGE_NEW;
    message->row.left_us = state->system.at_us;
    set_turn(state, message, e->agent_id);
    set_due(state, &message->row, e->due_us);
    put_back(state, message);
    note_newest(state, message);
}

static void drop(struct state *state, uint64_t message_id)
{
    struct message_slot *message = take_out(state, message_id);

    unindex_message(state, message);
    table_remove(&state->messages, message);
}

void fold_message_dropped(struct state *state,
                          const struct event_message_dropped *e)
{
    part(state, e->contact_id, e->message_id);
    drop(state, e->message_id);
}

/* Its caller may still be there, choosing what to do with it. */
void fold_message_gone(struct state *state, const struct event_message_gone *e)
{
    fold_deliveries_dropped(state, e->message_id);
    part(state, e->contact_id, e->message_id);
    drop(state, e->message_id);
}

void fold_message_marked(struct state *state,
                         const struct event_message_marked *e)
{
    struct message_slot *message = take_out(state, e->message_id);

    if (e->state == MESSAGE_DELETED)
        message->row.was = message->row.state;
    message->row.state = e->state;
    set_due(state, &message->row, e->due_us);
    put_back(state, message);
}

void fold_message_assigned(struct state *state,
                           const struct event_message_assigned *e)
{
    struct message_slot *message = message_slot(state, e->message_id);

    assert(message);
    message->row.agent_id = e->agent_id;
    index_message(state, message);
}

/* For people, and for a phone that is being rung for it: what else it changes
   are events of their own. */
void fold_message_called_back(struct state *state,
                              const struct event_message_called_back *e)
{
    struct visit_slot *visit = visit_slot(state, e->call_id);

    if (visit && visit->row.stage == VISIT_RINGING)
        visit->row.message_id = e->message_id;
}

/* Text for people alone. */
void fold_message_transcribed(struct state *state,
                              const struct event_message_transcribed *e)
{
    (void)state;
    (void)e;
}

void fold_message_forwarded(struct state *state,
                            const struct event_message_forwarded *e)
{
    struct message_slot *message = take_out(state, e->message_id);

    fold_deliveries_dropped(state, e->message_id);
    message->row.box_id = e->to_id;
    message->row.forwards++;
    message->row.state = MESSAGE_NEW;
    set_turn(state, message, e->agent_id);
    set_due(state, &message->row, e->due_us);
    put_back(state, message);
    note_newest(state, message);
}
