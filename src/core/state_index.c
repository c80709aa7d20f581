/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps every index in step with the rows: the only file that changes one. */

#include "core/state_inside.h"

#include <assert.h>

static bool is_in(const struct tree_node *node)
{
    return node->count > 0;
}

/* Membership that depends on a fact and whose order never changes. */
static void set_member(struct tree *tree, struct tree_node *node, bool belongs)
{
    if (belongs && !is_in(node))
        tree_add(tree, node);
    else if (!belongs && is_in(node))
        tree_remove(tree, node);
}

static void set_deadline(struct state *state, struct deadline *deadline,
                         const struct deadline *is)
{
    if (is_in(&deadline->node) && deadline->due_us == is->due_us &&
        deadline->serial == is->serial)
        return;

    set_member(&state->deadlines, &deadline->node, false);
    *deadline = *is;
    set_member(&state->deadlines, &deadline->node, is->due_us != 0);
}

static void set_grant(struct state *state, struct grant *grant,
                      const struct grant *is)
{
    if (is_in(&grant->node) && grant->serial == is->serial)
        return;

    set_member(&state->grants, &grant->node, false);
    *grant = *is;
    set_member(&state->grants, &grant->node, is->serial != 0);
}

static void index_matches(struct state *state, struct queue_slot *queue)
{
    set_member(&state->matches, &queue->in_matches,
               tree_count(&queue->ready) > 0 && tree_count(&queue->free) > 0);
}

static void index_wanted(struct state *state, struct desk_slot *desk)
{
    set_member(&state->wanted, &desk->in_wanted,
               desk->verdict == VERDICT_CHOSEN &&
                   tree_count(&desk->wanted) > 0);
}

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
    };

    for (size_t i = 0; i < CONTACT_DEADLINES; i++) {
        struct deadline is = are[i];

        is.owner_id = row->contact_id;
        set_deadline(state, &contact->deadlines[i], &is);
    }
}

static void index_contact_grants(struct state *state,
                                 struct contact_slot *contact)
{
    const struct contact_row *row = &contact->row;
    const struct grant are[CONTACT_GRANTS] = {
        { .serial = row->asked, .kind = GRANT_ASKED },
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

/* Assignments. */

static void leave_counts(struct state *state, struct assignment_slot *a)
{
    if (!a->is_counted)
        return;

    a->queue->states[a->state]--;
    a->queue->verdicts[a->verdict]--;
    set_member(&a->queue->free, &a->in_free, false);
    index_matches(state, a->queue);
    a->is_counted = false;
}

static void enter_counts(struct state *state, struct assignment_slot *a)
{
    const struct desk_row *desk = &a->desk->row;

    a->state = desk->state;
    a->verdict = a->desk->verdict;
    a->priority = a->row.priority;
    a->idle_since_us = desk->idle_since_us;
    a->idle_serial = desk->idle_serial;
    a->is_counted = true;

    a->queue->states[a->state]++;
    a->queue->verdicts[a->verdict]++;
    set_member(&a->queue->free, &a->in_free, a->verdict == VERDICT_CHOSEN);
    index_matches(state, a->queue);
}

static bool is_counted_right(const struct assignment_slot *a)
{
    const struct desk_row *desk = &a->desk->row;

    return a->is_counted && a->state == desk->state &&
           a->verdict == a->desk->verdict && a->priority == a->row.priority &&
           a->idle_since_us == desk->idle_since_us &&
           a->idle_serial == desk->idle_serial;
}

void index_assignment(struct state *state, struct assignment_slot *assignment)
{
    if (!assignment->queue) {
        assignment->desk = desk_slot(state, assignment->row.agent_id);
        assignment->queue = queue_slot(state, assignment->row.queue_id);
        assert(assignment->desk && assignment->queue);
        tree_add(&assignment->queue->agents, &assignment->in_agents);
    }

    if (is_counted_right(assignment))
        return;

    leave_counts(state, assignment);
    enter_counts(state, assignment);
}

void unindex_assignment(struct state *state, struct assignment_slot *assignment)
{
    leave_counts(state, assignment);
    tree_remove(&assignment->queue->agents, &assignment->in_agents);
}

/* Desks. */

static void index_desk_deadlines(struct state *state, struct desk_slot *desk)
{
    const struct desk_row *row = &desk->row;
    const struct deadline are[DESK_DEADLINES] = {
        { .due_us = row->offer_due_us,
          .serial = row->offer_serial,
          .kind = DEADLINE_OFFER },
        { .due_us = row->cool_down_due_us,
          .serial = row->cool_down_serial,
          .kind = DEADLINE_COOL_DOWN },
        { .due_us = row->wrap_up_due_us,
          .serial = row->wrap_up_serial,
          .kind = DEADLINE_WRAP_UP },
        { .due_us = row->release_due_us,
          .serial = row->release_serial,
          .kind = DEADLINE_RELEASE },
    };

    for (size_t i = 0; i < DESK_DEADLINES; i++) {
        struct deadline is = are[i];

        is.owner_id = row->agent_id;
        set_deadline(state, &desk->deadlines[i], &is);
    }
}

static void index_desk_grants(struct state *state, struct desk_slot *desk)
{
    const struct desk_row *row = &desk->row;
    const struct grant are[DESK_GRANTS] = {
        { .serial = row->leg, .kind = GRANT_RING },
        { .serial = row->ending_asked, .kind = GRANT_DESK_END },
    };

    for (size_t i = 0; i < DESK_GRANTS; i++) {
        struct grant is = are[i];

        is.owner_id = row->agent_id;
        set_grant(state, &desk->grants[i], &is);
    }
}

static void index_desk_links(struct state *state, struct desk_slot *desk)
{
    const struct event_agent_set *agent =
        state_agent(state, desk->row.agent_id);
    uint64_t user_id = agent ? agent->user_id : 0;
    uint64_t device_id = agent ? agent->device_id : 0;

    if (desk->user_id != user_id) {
        set_member(&state->users, &desk->by_user, false);
        desk->user_id = user_id;
        set_member(&state->users, &desk->by_user, user_id != 0);
    }

    if (desk->device_id != device_id) {
        set_member(&state->devices, &desk->by_device, false);
        desk->device_id = device_id;
        set_member(&state->devices, &desk->by_device, device_id != 0);
    }
}

void index_desk(struct state *state, struct desk_slot *desk)
{
    uint64_t agent_id = desk->row.agent_id;
    struct assignment_slot *a;

    index_desk_links(state, desk);
    index_desk_deadlines(state, desk);
    index_desk_grants(state, desk);
    desk->verdict = desk_verdict(&desk->row);
    index_wanted(state, desk);

    for (a = table_find_from(&state->assignments, agent_id, 0);
         a && a->row.agent_id == agent_id; a = table_next(a))
        index_assignment(state, a);
}

void unindex_desk(struct state *state, struct desk_slot *desk)
{
    desk->row = (struct desk_row){ .agent_id = desk->row.agent_id };
    index_desk(state, desk);
    set_member(&state->users, &desk->by_user, false);
    set_member(&state->devices, &desk->by_device, false);
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
