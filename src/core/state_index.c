/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the indexes of contacts and documents in step with their rows. */

#include "core/ring.h"

#include <assert.h>

#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/house_slots.h"
#include "core/index.h"
#include "core/queue_slot.h"
#include "core/state_due.h"
#include "core/state_index.h"

/* Contacts. */

void unready_contact(struct state *state, struct contact_slot *contact)
{
    struct ring *ring = contact_ring(contact);
    struct desk_slot *wanted = contact_wanted(contact);

    contact->ring = NULL;
    contact->is_wanted = false;
    if (ring) {
        tree_remove(contact->is_to_dial ? &ring->to_dial : &ring->ready,
                    &contact->in_ready);
        index_ring(state, ring);
    } else if (wanted) {
        tree_remove(&wanted->wanted, &contact->in_ready);
        index_wanted(state, wanted);
    }
}

/* Where a contact that could be offered stands: with the one agent whom it
   waits for, or in a ring. */
struct stand {
    struct desk_slot *wanted;
    bool in_ring;
    bool is_to_dial;
};

static bool may_ring_more(const struct contact_slot *contact)
{
    const struct contact_row *row = &contact->row;
    const struct queue_slot *queue = contact->place.queue;

    if (row->offers == 0)
        return true;
    if (row->offers >= STATE_MAX_OFFERS)
        return false;

    return queue->document->strategy == STRATEGY_RING_ALL ||
           (queue->document->strategy == STRATEGY_RING_PROGRESSIVELY &&
            !row->more_due_us);
}

static struct stand stand_of(const struct state *state,
                             const struct contact_slot *contact)
{
    const struct contact_row *row = &contact->row;

    if (!row->in_line || row->hears_notice ||
        (row->wanted_agent_id && row->offers))
        return (struct stand){ 0 };
    if (row->wanted_agent_id)
        return (struct stand){ .wanted =
                                   desk_slot(state, row->wanted_agent_id) };

    return (struct stand){ .in_ring = may_ring_more(contact),
                           .is_to_dial = is_to_be_dialled(contact) };
}

static void enter_ready(struct state *state, struct contact_slot *contact,
                        const struct stand *stand)
{
    if (stand->wanted) {
        contact->wanted = stand->wanted;
        contact->is_wanted = true;
        tree_add(&stand->wanted->wanted, &contact->in_ready);
        index_wanted(state, stand->wanted);
    } else if (stand->in_ring) {
        contact->ring = ring_for(state, contact->place.queue, &contact->row);
        contact->is_to_dial = stand->is_to_dial;
        tree_add(stand->is_to_dial ? &contact->ring->to_dial
                                   : &contact->ring->ready,
                 &contact->in_ready);
        index_ring(state, contact->ring);
    }
}

static bool is_in_place(const struct state *state,
                        const struct contact_slot *contact,
                        const struct stand *stand)
{
    const struct ring *ring = contact_ring(contact);

    if (contact_wanted(contact) != stand->wanted ||
        (ring != NULL) != stand->in_ring)
        return false;

    return !ring || (contact->is_to_dial == stand->is_to_dial &&
                     ring_is_of(state, ring, &contact->row));
}

/* Whoever is being offered to an agent does not overflow meanwhile, unless
   several are rung, of whom one or the other always is; nor does who hears what
   must be heard, or is asked where to be called back. What has come due then
   is so at once when that ends. */
static bool may_overflow(const struct contact_slot *contact)
{
    const struct contact_row *row = &contact->row;

    if (!row->in_line || row->hears_notice || row->callback_stage)
        return false;

    return row->offers == 0 ||
           (!row->wanted_agent_id &&
            contact->place.queue->document->strategy >= STRATEGY_RING_ALL);
}

static void leave_line(struct state *state, struct contact_slot *contact)
{
    struct queue_slot *queue = contact->place.queue;

    if (!queue)
        return;

    unready_contact(state, contact);
    index_aside_leaves(state, contact);
    tree_remove(&queue->line, &contact->in_line);
    tree_remove(&queue->by_wait, &contact->in_wait);
    queue->on_offer -= contact->is_on_offer;
    contact->is_on_offer = false;
    queue->callbacks -= contact->is_callback;
    contact->is_callback = false;
    state->transferred -= contact->is_transferred;
    contact->is_transferred = false;
    contact->place = (struct line_place){ 0 };
}

static bool is_same_place(const struct line_place *a,
                          const struct line_place *b)
{
    return a->queue == b->queue && a->priority == b->priority &&
           a->queued_us == b->queued_us && a->virtual_us == b->virtual_us &&
           a->serial == b->serial;
}

static struct line_place place_of(const struct state *state,
                                  const struct contact_row *row)
{
    if (!row->in_line)
        return (struct line_place){ 0 };

    return (struct line_place){
        .queue = queue_slot(state, row->queue_id),
        .priority = row->priority,
        .queued_us = row->queued_us,
        .virtual_us = row->queued_us - row->added_us,
        .serial = row->queue_serial,
    };
}

static void enter_line(struct contact_slot *contact,
                       const struct line_place *place)
{
    contact->place = *place;
    if (!place->queue)
        return;

    tree_add(&place->queue->line, &contact->in_line);
    tree_add(&place->queue->by_wait, &contact->in_wait);
}

static void index_line(struct state *state, struct contact_slot *contact)
{
    struct line_place place = place_of(state, &contact->row);
    struct queue_slot *left = contact->place.queue;
    bool is_on_offer = contact->row.in_line && contact->row.offers > 0;
    bool is_callback = contact->row.in_line && contact->row.callback_id;
    bool is_transferred = contact->row.in_line && contact->row.transferrer_id;
    bool moves = !is_same_place(&place, &contact->place);

    if (moves) {
        leave_line(state, contact);
        enter_line(contact, &place);
    }

    struct stand stand = stand_of(state, contact);

    if (!is_in_place(state, contact, &stand)) {
        unready_contact(state, contact);
        enter_ready(state, contact, &stand);
    }

    /* Those who wait for one agent are that agent's. */
    index_aside(state, contact,
                may_overflow(contact) && !contact->row.wanted_agent_id &&
                    !contact->row.callback_id);
    if (contact->is_on_offer != is_on_offer) {
        contact->place.queue->on_offer += is_on_offer ? 1 : -1U;
        contact->is_on_offer = is_on_offer;
    }
    if (contact->is_callback != is_callback) {
        contact->place.queue->callbacks += is_callback ? 1 : -1U;
        contact->is_callback = is_callback;
    }
    if (contact->is_transferred != is_transferred) {
        state->transferred += is_transferred ? 1 : -1U;
        contact->is_transferred = is_transferred;
    }

    if (moves && left)
        queue_narrow(state, left);
    if (moves && place.queue)
        index_opening(state, place.queue);
}

static void index_contact_deadlines(struct state *state,
                                    struct contact_slot *contact)
{
    const struct contact_row *row = &contact->row;
    const struct talk_row *talk = state_talk(state, row->contact_id);
    const struct deadline are[] = {
        { .due_us = row->asked_due_us,
          .serial = row->asked_serial,
          .kind = DEADLINE_ASKED },
        { .due_us = row->step_due_us,
          .serial = row->step_serial,
          .kind = DEADLINE_STEP },
        { .due_us = may_overflow(contact) ? row->overflow_due_us : 0,
          .serial = row->overflow_serial,
          .kind = DEADLINE_OVERFLOW },
        { .due_us = talk->ending_due_us,
          .serial = talk->ending_serial,
          .kind = DEADLINE_OUTSIDE_END },
        { .due_us = talk->record_due_us,
          .serial = talk->record_serial,
          .kind = DEADLINE_RECORD },
        { .due_us = talk->consult_due_us,
          .serial = talk->consult_serial,
          .kind = DEADLINE_CONSULT },
        { .due_us = row->in_line ? row->demand_due_us : 0,
          .serial = row->demand_serial,
          .kind = DEADLINE_DEMAND },
        { .due_us = row->in_line ? row->more_due_us : 0,
          .serial = row->more_serial,
          .kind = DEADLINE_MORE },
    };

    set_first_deadline(state, &contact->deadline, row->contact_id, are,
                       sizeof(are) / sizeof(are[0]));
}

/* Then what is asked is the leg of the agent's desk. */
static bool rings_own_phone(const struct contact_row *row)
{
    return row->place == PLACE_DIALLING && row->leg == 0;
}

static void index_contact_grants(struct state *state,
                                 struct contact_slot *contact)
{
    const struct contact_row *row = &contact->row;
    const struct talk_row *talk = state_talk(state, row->contact_id);
    bool rings = talk->consult == CONSULT_RINGS;
    /* A leg given up by one is taken by a later one. */
    const struct grant are[CONTACT_GRANTS] = {
        { .serial = rings ? talk->consult_leg : 0,
          .kind = GRANT_CONSULT_ASKED },
        { .serial = rings ? 0 : talk->consult_leg, .kind = GRANT_CONSULT },
        { .serial = talk->consult_own_leg, .kind = GRANT_CONSULT_OWN },
        { .serial = rings_own_phone(row) ? 0 : row->asked,
          .kind = GRANT_ASKED },
        { .serial = row->bridge, .kind = GRANT_BRIDGE },
        { .serial = row->play, .kind = GRANT_PLAY },
        { .serial = state_run(state, row->contact_id)->lookup,
          .kind = GRANT_LOOKUP },
        { .serial = row->leg == row->asked ? 0 : row->leg,
          .kind = GRANT_OUTSIDE },
        { .serial = talk->ending_asked, .kind = GRANT_OUTSIDE_END },
    };

    set_grants(state, &contact->grants, row->contact_id, are, CONTACT_GRANTS);
}

static bool has_node_to_begin(const struct contact_row *row)
{
    return row->place == PLACE_IVR && row->next_node >= 0 && row->node < 0 &&
           row->asked == 0;
}

void index_contact(struct state *state, struct contact_slot *contact)
{
    index_line(state, contact);
    index_contact_deadlines(state, contact);
    index_contact_grants(state, contact);
    set_member(&state->todo, &contact->in_todo,
               has_node_to_begin(&contact->row));
}

/* After a fault an agent may still ring for it. */
static void forget_ringing(struct contact_slot *contact)
{
    struct tree_node *node;

    while ((node = tree_first(&contact->ringing))) {
        tree_remove(&contact->ringing, node);
        TREE_MEMBER(node, struct desk_slot, in_ringing)->rings_for = NULL;
    }
}

void unindex_contact(struct state *state, struct contact_slot *contact)
{
    uint64_t id = contact->row.contact_id;

    contact->row = (struct contact_row){ .contact_id = id, .next_node = -1 };
    index_contact(state, contact);
    forget_ringing(contact);
}

/* Documents. */

/* The book of rules is made anew before it is asked next. */
static void note_rule_change(struct state *state, enum document_kind kind,
                             const struct document_slot *document, bool is_in)
{
    const struct event_rule_set *rule = (const void *)&document->head;

    if (kind == DOCUMENT_RULE && rule->enabled && rule->asked == RULE_IN_QUEUE)
        state->wait_rules += is_in ? 1 : -1U;
    if (kind == DOCUMENT_RULE || kind == DOCUMENT_CALENDAR ||
        kind == DOCUMENT_CALLER_LIST)
        state->rule_changes++;
}

void index_document(struct state *state, enum document_kind kind,
                    struct document_slot *document)
{
    note_rule_change(state, kind, document, true);
    set_member(&state->names[kind], &document->by_name, true);
    set_member(&state->patterns, &document->by_pattern, kind == DOCUMENT_ENTRY);
    set_member(&state->rules, &document->by_rule, kind == DOCUMENT_QUEUE_RULE);
}

void unindex_document(struct state *state, enum document_kind kind,
                      struct document_slot *document)
{
    note_rule_change(state, kind, document, false);
    set_member(&state->names[kind], &document->by_name, false);
    set_member(&state->patterns, &document->by_pattern, false);
    set_member(&state->rules, &document->by_rule, false);
}
