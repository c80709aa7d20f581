/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the indexes of contacts and documents in step with their rows. */

#include "core/state_index.h"

#include <assert.h>

/* Contacts. */

static void leave_ready(struct state *state, struct contact_slot *contact)
{
    struct queue_slot *queue = contact->place.queue;

    if (!contact->ready_tree)
        return;

    tree_remove(contact->ready_tree, &contact->in_ready);
    if (contact->ready_tree == &queue->ready)
        index_matches(state, queue);
    else
        index_wanted(
            state, TREE_MEMBER(contact->ready_tree, struct desk_slot, wanted));
    contact->ready_tree = NULL;
}

static void enter_ready(struct state *state, struct contact_slot *contact)
{
    struct queue_slot *queue = contact->place.queue;

    if (contact->row.wanted_agent_id) {
        struct desk_slot *desk = desk_slot(state, contact->row.wanted_agent_id);

        assert(desk);
        contact->ready_tree = &desk->wanted;
        tree_add(contact->ready_tree, &contact->in_ready);
        index_wanted(state, desk);
        return;
    }

    contact->ready_tree = &queue->ready;
    tree_add(contact->ready_tree, &contact->in_ready);
    index_matches(state, queue);
}

static void leave_line(struct state *state, struct contact_slot *contact)
{
    struct queue_slot *queue = contact->place.queue;

    if (!queue)
        return;

    leave_ready(state, contact);
    tree_remove(&queue->line, &contact->in_line);
    tree_remove(&queue->by_wait, &contact->in_wait);
    queue->on_offer -= contact->is_on_offer;
    contact->is_on_offer = false;
    contact->place = (struct line_place){ 0 };
}

static bool is_same_place(const struct line_place *a,
                          const struct line_place *b)
{
    return a->queue == b->queue && a->priority == b->priority &&
           a->queued_us == b->queued_us && a->serial == b->serial;
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
        .serial = row->queue_serial,
        .contact_id = row->contact_id,
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

static const struct tree *ready_tree_for(const struct state *state,
                                         const struct contact_slot *contact)
{
    const struct contact_row *row = &contact->row;

    if (!row->in_line || row->agent_id)
        return NULL;
    if (row->wanted_agent_id)
        return &desk_slot(state, row->wanted_agent_id)->wanted;

    return &contact->place.queue->ready;
}

static void index_line(struct state *state, struct contact_slot *contact)
{
    struct line_place place = place_of(state, &contact->row);
    bool is_on_offer = contact->row.in_line && contact->row.agent_id;

    if (!is_same_place(&place, &contact->place)) {
        leave_line(state, contact);
        enter_line(contact, &place);
    }

    if (contact->ready_tree != ready_tree_for(state, contact)) {
        leave_ready(state, contact);
        if (ready_tree_for(state, contact))
            enter_ready(state, contact);
    }

    if (contact->is_on_offer != is_on_offer) {
        contact->place.queue->on_offer += is_on_offer ? 1 : -1U;
        contact->is_on_offer = is_on_offer;
    }
}

/* Whoever is being offered to an agent does not overflow meanwhile. */
static void index_contact_deadlines(struct state *state,
                                    struct contact_slot *contact)
{
    const struct contact_row *row = &contact->row;
    const struct deadline are[CONTACT_DEADLINES] = {
        { .due_us = row->asked_due_us,
          .serial = row->asked_serial,
          .kind = DEADLINE_ASKED },
        { .due_us = row->step_due_us,
          .serial = row->step_serial,
          .kind = DEADLINE_STEP },
        { .due_us = row->in_line && !row->agent_id ? row->overflow_due_us : 0,
          .serial = row->overflow_serial,
          .kind = DEADLINE_OVERFLOW },
        { .due_us = row->ending_due_us,
          .serial = row->ending_serial,
          .kind = DEADLINE_OUTSIDE_END },
        { .due_us = row->record_due_us,
          .serial = row->record_serial,
          .kind = DEADLINE_RECORD },
        { .due_us = row->consult_due_us,
          .serial = row->consult_serial,
          .kind = DEADLINE_CONSULT },
    };

    for (size_t i = 0; i < CONTACT_DEADLINES; i++) {
        struct deadline is = are[i];

        is.owner_id = row->contact_id;
        set_deadline(state, &contact->deadlines[i], &is);
    }
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
    bool rings = row->consult == CONSULT_RINGS;
    /* A leg given up by one is taken by a later one. */
    const struct grant are[CONTACT_GRANTS] = {
        { .serial = rings ? row->consult_leg : 0, .kind = GRANT_CONSULT_ASKED },
        { .serial = rings ? 0 : row->consult_leg, .kind = GRANT_CONSULT },
        { .serial = row->consult_own_leg, .kind = GRANT_CONSULT_OWN },
        { .serial = rings_own_phone(row) ? 0 : row->asked,
          .kind = GRANT_ASKED },
        { .serial = row->bridge, .kind = GRANT_BRIDGE },
        { .serial = row->play, .kind = GRANT_PLAY },
        { .serial = row->leg == row->asked ? 0 : row->leg,
          .kind = GRANT_OUTSIDE },
        { .serial = row->ending_asked, .kind = GRANT_OUTSIDE_END },
    };

    for (size_t i = 0; i < CONTACT_GRANTS; i++) {
        struct grant is = are[i];

        is.owner_id = row->contact_id;
        set_grant(state, &contact->grants[i], &is);
    }
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

void unindex_contact(struct state *state, struct contact_slot *contact)
{
    uint64_t id = contact->row.contact_id;

    contact->row = (struct contact_row){ .contact_id = id, .next_node = -1 };
    index_contact(state, contact);
}

/* Documents. */

void index_document(struct state *state, enum document_kind kind,
                    struct document_slot *document)
{
    set_member(&state->names[kind], &document->by_name, true);
    set_member(&state->patterns, &document->by_pattern, kind == DOCUMENT_ENTRY);
}

void unindex_document(struct state *state, enum document_kind kind,
                      struct document_slot *document)
{
    set_member(&state->names[kind], &document->by_name, false);
    set_member(&state->patterns, &document->by_pattern, false);
}
