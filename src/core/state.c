/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of a state, its memory, and what readers ask it by id. */

#include "core/state.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "core/state_inside.h"

static size_t document_slot_size(enum document_kind kind)
{
    return offsetof(struct document_slot, head) +
           document_kind_info(kind)->record->size;
}

int state_new(struct state **ret_state)
{
    assert(ret_state);

    struct state *state = calloc(1, sizeof(*state));
    if (!state)
        return -ENOMEM;

    state->system.pause_reasons = PAUSE_FIRST_DEFINED - 1;
    for (int kind = 0; kind < document_kind_count; kind++)
        table_init(&state->documents[kind],
                   document_slot_size((enum document_kind)kind));

    table_init(&state->assignments, sizeof(struct assignment_slot));
    table_init(&state->phones, sizeof(struct phone_slot));
    table_init(&state->lost_trunks, sizeof(struct lost_trunk_slot));
    table_init(&state->paused, sizeof(struct paused_slot));
    table_init(&state->desks, sizeof(struct desk_slot));
    table_init(&state->contacts, sizeof(struct contact_slot));
    table_init(&state->hearings, sizeof(struct hearing_slot));
    table_init(&state->handovers, sizeof(struct handover_slot));
    table_init(&state->tags, sizeof(struct tags_slot));
    table_init(&state->variables, sizeof(struct variable_slot));
    table_init(&state->returns, sizeof(struct return_slot));
    table_init(&state->passages, sizeof(struct passage_slot));
    table_init(&state->recordings, sizeof(struct recording_slot));
    table_init(&state->messages, sizeof(struct message_slot));
    table_init(&state->callbacks, sizeof(struct callback_slot));
    table_init(&state->kept_places, sizeof(struct kept_place_slot));
    table_init(&state->deliveries, sizeof(struct delivery_slot));
    table_init(&state->mailboxes, sizeof(struct mailbox_slot));
    table_init(&state->outcalls, sizeof(struct outcall_slot));
    table_init(&state->spendings, sizeof(struct spending_slot));
    table_init(&state->risky_calls, sizeof(struct risky_call_slot));
    table_init(&state->customs, sizeof(struct custom_slot));
    table_init(&state->heirs, sizeof(struct heir_slot));
    table_init(&state->queues, sizeof(struct queue_slot));
    table_init(&state->levels, sizeof(struct level_slot));
    table_init(&state->team_duties, sizeof(struct team_duty_slot));
    table_init(&state->own_rings, sizeof(struct own_ring));
    pool_init(&state->grant_pool, sizeof(struct grant));
    state_init_trees(state);

    *ret_state = state;
    return 0;
}

struct state *state_free(struct state *state)
{
    if (!state)
        return NULL;

    for (int kind = 0; kind < document_kind_count; kind++)
        table_done(&state->documents[kind]);

    table_done(&state->assignments);
    table_done(&state->phones);
    table_done(&state->lost_trunks);
    table_done(&state->paused);
    table_done(&state->desks);
    table_done(&state->contacts);
    table_done(&state->hearings);
    table_done(&state->handovers);
    table_done(&state->tags);
    table_done(&state->variables);
    table_done(&state->returns);
    table_done(&state->passages);
    table_done(&state->recordings);
    table_done(&state->messages);
    table_done(&state->callbacks);
    table_done(&state->kept_places);
    table_done(&state->deliveries);
    table_done(&state->mailboxes);
    table_done(&state->outcalls);
    table_done(&state->spendings);
    table_done(&state->risky_calls);
    table_done(&state->customs);
    table_done(&state->heirs);
    table_done(&state->queues);
    table_done(&state->levels);
    table_done(&state->team_duties);
    table_done(&state->own_rings);
    pool_done(&state->grant_pool);
    free(state);
    return NULL;
}

/* No event makes more than one row of a kind. */
int state_reserve(struct state *state, size_t events)
{
    assert(state);

    int rc = pool_reserve(&state->grant_pool, events * EVENT_GRANTS);
    struct table *const tables[] = {
        &state->assignments, &state->phones,    &state->paused,
        &state->desks,       &state->contacts,  &state->recordings,
        &state->outcalls,    &state->spendings, &state->customs,
        &state->queues,      &state->levels,    &state->team_duties,
        &state->own_rings,   &state->messages,  &state->mailboxes,
        &state->variables,   &state->returns,   &state->passages,
        &state->risky_calls, &state->hearings,  &state->callbacks,
        &state->kept_places, &state->heirs,     &state->deliveries,
        &state->lost_trunks, &state->handovers, &state->tags
    };

    for (int kind = 0; kind < document_kind_count && rc == 0; kind++)
        rc = table_reserve(&state->documents[kind], events);
    for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]) && rc == 0; i++)
        rc = table_reserve(tables[i], events);

    return rc;
}

const struct system_row *state_system(const struct state *state)
{
    assert(state);

    return &state->system;
}

int64_t state_wall_us(const struct state *state, int64_t at_us)
{
    return at_us + state->system.wall_offset_us;
}

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

struct document_slot *document_slot(const struct state *state,
                                    enum document_kind kind, uint64_t id)
{
    return table_find(&state->documents[kind], id, 0);
}

/* Documents. */

size_t state_document_count(const struct state *state, enum document_kind kind)
{
    return table_count(&state->documents[kind]);
}

const void *state_document_at(const struct state *state,
                              enum document_kind kind, size_t index)
{
    const struct document_slot *slot = table_at(&state->documents[kind], index);

    return slot ? &slot->head : NULL;
}

const void *state_document(const struct state *state, enum document_kind kind,
                           uint64_t id)
{
    const struct document_slot *slot = document_slot(state, kind, id);

    return slot ? &slot->head : NULL;
}

const void *state_document_named(const struct state *state,
                                 enum document_kind kind, const char *name)
{
    struct tree_node *node = tree_find(&state->names[kind], compare_name, name);

    return node ? &TREE_MEMBER(node, struct document_slot, by_name)->head
                : NULL;
}

const struct event_user_set *state_user(const struct state *state, uint64_t id)
{
    return state_document(state, DOCUMENT_USER, id);
}

const struct event_device_set *state_device(const struct state *state,
                                            uint64_t id)
{
    return state_document(state, DOCUMENT_DEVICE, id);
}

const struct event_agent_set *state_agent(const struct state *state,
                                          uint64_t id)
{
    return state_document(state, DOCUMENT_AGENT, id);
}

const struct event_queue_set *state_queue(const struct state *state,
                                          uint64_t id)
{
    return state_document(state, DOCUMENT_QUEUE, id);
}

const struct event_flow_set *state_flow(const struct state *state, uint64_t id)
{
    return state_document(state, DOCUMENT_FLOW, id);
}

const struct event_trunk_set *state_trunk(const struct state *state,
                                          uint64_t id)
{
    return state_document(state, DOCUMENT_TRUNK, id);
}

const struct event_entry_set *state_entry(const struct state *state,
                                          uint64_t id)
{
    return state_document(state, DOCUMENT_ENTRY, id);
}

const struct event_team_set *state_team(const struct state *state, uint64_t id)
{
    return state_document(state, DOCUMENT_TEAM, id);
}

const struct event_prompt_set *state_prompt(const struct state *state,
                                            uint64_t id)
{
    return state_document(state, DOCUMENT_PROMPT, id);
}

const struct event_route_set *state_route(const struct state *state,
                                          uint64_t id)
{
    return state_document(state, DOCUMENT_ROUTE, id);
}

const struct event_calendar_set *state_calendar(const struct state *state,
                                                uint64_t id)
{
    return state_document(state, DOCUMENT_CALENDAR, id);
}

const struct event_caller_list_set *state_caller_list(const struct state *state,
                                                      uint64_t id)
{
    return state_document(state, DOCUMENT_CALLER_LIST, id);
}

const struct event_rule_set *state_rule(const struct state *state, uint64_t id)
{
    return state_document(state, DOCUMENT_RULE, id);
}

const struct event_cap_set *state_cap(const struct state *state, uint64_t id)
{
    return state_document(state, DOCUMENT_CAP, id);
}

const struct event_box_set *state_box(const struct state *state, uint64_t id)
{
    return state_document(state, DOCUMENT_BOX, id);
}

const struct event_lookup_set *state_lookup(const struct state *state,
                                            uint64_t id)
{
    return state_document(state, DOCUMENT_LOOKUP, id);
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

void state_queue_now(const struct state *state, uint64_t queue_id,
                     int64_t now_us, struct queue_now *ret_now)
{
    const struct queue_slot *queue = queue_slot(state, queue_id);
    struct queue_now now = { 0 };

    if (queue) {
        const struct tree_node *longest = tree_first(&queue->by_wait);

        now.waiting = tree_count(&queue->line);
        now.on_offer = queue->on_offer;
        if (longest)
            now.longest_wait_us =
                now_us - TREE_MEMBER(longest, struct contact_slot, in_wait)
                             ->place.queued_us;
        for (size_t i = 0; i < agent_state_count; i++)
            now.agents[i] = queue->states[i];
    }

    *ret_now = now;
}
