/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What readers ask a state of its documents, by number or name. */

#include "core/state.h"

#include "core/house_slots.h"
#include "core/state_compare.h"
#include "core/state_inside.h"

struct document_slot *document_slot(const struct state *state,
                                    enum document_kind kind, uint64_t id)
{
    return table_find(&state->documents[kind], id, 0);
}

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

const struct rule_draft_row *state_rule_draft(const struct state *state,
                                              uint64_t rule_id)
{
    const struct rule_draft_slot *slot =
        table_find(&state->rule_drafts, rule_id, 0);

    return slot ? &slot->row : NULL;
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
