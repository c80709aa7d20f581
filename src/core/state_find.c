/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What readers ask a state of its rows, by id. */

#include "core/state.h"

#include "core/beside_slots.h"
#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/house_slots.h"
#include "core/queue_slot.h"
#include "core/state_compare.h"
#include "core/state_inside.h"
#include "core/state_search.h"

/* Slots. */

struct contact_slot *contact_slot(const struct state *state, uint64_t id)
{
    return table_find(&state->contacts, id, 0);
}

struct desk_slot *desk_slot(const struct state *state, uint64_t agent_id)
{
    return table_find(&state->desks, agent_id, 0);
}

struct queue_slot *queue_slot(const struct state *state, uint64_t queue_id)
{
    return table_find(&state->queues, queue_id, 0);
}

struct recording_slot *recording_slot(const struct state *state, uint64_t id)
{
    return table_find(&state->recordings, id, 0);
}

struct delivery_slot *delivery_slot(const struct state *state, uint64_t id)
{
    return table_find(&state->deliveries, id, 0);
}

struct message_slot *message_slot(const struct state *state, uint64_t id)
{
    return table_find(&state->messages, id, 0);
}

struct hearing_slot *hearing_slot(const struct state *state,
                                  uint64_t contact_id)
{
    return table_find(&state->hearings, contact_id, 0);
}

struct callback_slot *callback_slot(const struct state *state, uint64_t id)
{
    return table_find(&state->callbacks, id, 0);
}

struct mailbox_slot *mailbox_slot(const struct state *state, uint64_t box_id)
{
    return table_find(&state->mailboxes, box_id, 0);
}

/* Rows. */

const struct desk_row *state_desk(const struct state *state, uint64_t agent_id)
{
    const struct desk_slot *slot = desk_slot(state, agent_id);

    return slot ? &slot->row : NULL;
}

const struct phone_row *state_phone(const struct state *state,
                                    uint64_t device_id)
{
    const struct phone_slot *slot = table_find(&state->phones, device_id, 0);

    return slot ? &slot->row : NULL;
}

bool state_is_lost(const struct state *state, uint64_t trunk_id)
{
    return table_find(&state->lost_trunks, trunk_id, 0) != NULL;
}

const struct contact_row *state_contact(const struct state *state, uint64_t id)
{
    const struct contact_slot *slot = contact_slot(state, id);

    return slot ? &slot->row : NULL;
}

const struct talk_row *state_talk(const struct state *state,
                                  uint64_t contact_id)
{
    static const struct talk_row none;
    const struct talk_slot *slot = table_find(&state->talks, contact_id, 0);

    return slot ? &slot->row : &none;
}

const struct run_row *state_run(const struct state *state, uint64_t contact_id)
{
    static const struct run_row none;
    const struct run_slot *slot = table_find(&state->runs, contact_id, 0);

    return slot ? &slot->row : &none;
}

const struct label *state_caller_name(const struct state *state,
                                      uint64_t contact_id)
{
    static const struct label none = { "" };
    const struct caller_slot *slot = table_find(&state->callers, contact_id, 0);

    return slot ? &slot->row.caller_name : &none;
}

const struct label *state_demand(const struct state *state, uint64_t contact_id)
{
    static const struct label none = { "" };
    const struct demand_slot *slot = table_find(&state->demands, contact_id, 0);

    return slot ? &slot->row.demand : &none;
}

const struct note *state_handover(const struct state *state,
                                  uint64_t contact_id)
{
    static const struct note none = { "" };
    const struct handover_slot *slot =
        table_find(&state->handovers, contact_id, 0);

    return slot ? &slot->row.note : &none;
}

const struct label *state_tags(const struct state *state, uint64_t contact_id)
{
    static const struct label none = { "" };
    const struct tags_slot *slot = table_find(&state->tags, contact_id, 0);

    return slot ? &slot->row.tags : &none;
}

bool is_internal(const struct contact_row *contact)
{
    return contact->to == TO_AGENT && contact->rule_id == 0;
}

bool counts_as_waiting(const struct contact_row *contact)
{
    return !is_internal(contact) && contact->callback_id == 0;
}

const struct attempt_row *state_attempt(const struct state *state,
                                        uint64_t callback_id, int64_t number)
{
    const struct attempt_slot *slot =
        table_find(&state->attempts, callback_id, (uint64_t)number);

    return slot ? &slot->row : NULL;
}

bool callback_is_of(const struct callback_row *callback, uint64_t contact_id)
{
    return callback->asked_by == contact_id ||
           callback->contact_id == contact_id;
}

const struct recording_row *state_recording(const struct state *state,
                                            uint64_t id)
{
    const struct recording_slot *slot = recording_slot(state, id);

    return slot ? &slot->row : NULL;
}

const struct hearing_row *state_hearing(const struct state *state,
                                        uint64_t contact_id)
{
    const struct hearing_slot *slot = hearing_slot(state, contact_id);

    return slot ? &slot->row : NULL;
}

const struct delivery_row *state_delivery(const struct state *state,
                                          uint64_t id)
{
    const struct delivery_slot *slot = delivery_slot(state, id);

    return slot ? &slot->row : NULL;
}

const struct message_row *state_message(const struct state *state, uint64_t id)
{
    const struct message_slot *slot = message_slot(state, id);

    return slot ? &slot->row : NULL;
}

const struct callback_row *state_callback(const struct state *state,
                                          uint64_t id)
{
    const struct callback_slot *slot = callback_slot(state, id);

    return slot ? &slot->row : NULL;
}

const struct mailbox_row *state_mailbox(const struct state *state,
                                        uint64_t box_id)
{
    const struct mailbox_slot *slot = mailbox_slot(state, box_id);

    return slot ? &slot->row : NULL;
}

const struct outcall_row *state_outcall(const struct state *state,
                                        uint64_t serial)
{
    const struct outcall_slot *slot = table_find(&state->outcalls, serial, 0);

    return slot ? &slot->row : NULL;
}

const struct tally_row *state_tally(const struct state *state,
                                    uint64_t queue_id)
{
    const struct queue_slot *slot = queue_slot(state, queue_id);

    return slot ? &slot->tally : NULL;
}

uint64_t state_agent_of_user(const struct state *state, uint64_t user_id)
{
    struct tree_node *node = tree_find(&state->users, compare_user, &user_id);

    return node ? TREE_MEMBER(node, struct desk_slot, by_user)->row.agent_id
                : 0;
}

uint64_t state_agent_of_device(const struct state *state, uint64_t device_id)
{
    struct tree_node *node =
        tree_find(&state->devices, compare_device, &device_id);

    return node ? TREE_MEMBER(node, struct desk_slot, by_device)->row.agent_id
                : 0;
}

const struct event_box_set *state_box_of_agent(const struct state *state,
                                               uint64_t agent_id)
{
    size_t count = agent_id ? state_document_count(state, DOCUMENT_BOX) : 0;

    for (size_t i = 0; i < count; i++) {
        const struct event_box_set *box =
            state_document_at(state, DOCUMENT_BOX, i);

        if (box->agent_id == agent_id)
            return box;
    }

    return NULL;
}

bool state_hears_box(const struct state *state, const struct event_box_set *box,
                     uint64_t agent_id)
{
    const struct event_agent_set *agent = state_agent(state, agent_id);

    if (!agent)
        return false;
    if (box->agent_id)
        return box->agent_id == agent_id;
    if (box->queue_id)
        return state_assigned(state, agent_id, box->queue_id) != 0;

    return box->team_id && agent->team_id == box->team_id;
}

/* Who is to be called back may have for hours, and hears nothing of it. */
static int64_t longest_wait_us(const struct queue_slot *queue, int64_t now_us)
{
    for (const struct tree_node *node = tree_first(&queue->by_wait); node;
         node = tree_next(node)) {
        const struct contact_slot *contact =
            TREE_MEMBER(node, struct contact_slot, in_wait);

        if (!contact->is_callback)
            return now_us - contact->place.queued_us;
    }

    return 0;
}

void state_queue_now(const struct state *state, uint64_t queue_id,
                     int64_t now_us, struct queue_now *ret_now)
{
    const struct queue_slot *queue = queue_slot(state, queue_id);
    struct queue_now now = { 0 };

    if (queue) {
        now.callbacks = queue->callbacks;
        now.waiting = tree_count(&queue->line) - now.callbacks;
        now.on_offer = queue->on_offer;
        now.longest_wait_us = longest_wait_us(queue, now_us);
        for (size_t i = 0; i < agent_state_count; i++)
            now.agents[i] = queue->states[i];
    }

    *ret_now = now;
}
