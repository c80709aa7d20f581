/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks over what names a flow. */

#include "core/flow_place.h"

#include "core/callback.h"
#include "core/decide_document.h"
#include "core/house_slots.h"
#include "core/sending.h"

static const struct flow_program *program_of(const struct turn *turn,
                                             const struct event_flow_set *flow)
{
    return flow ? library_find(turn->library, flow->digest.text) : NULL;
}

bool flow_fits(const struct turn *turn, uint64_t flow_id, enum flow_place place)
{
    const struct flow_program *program =
        program_of(turn, state_flow(turn->state, flow_id));

    return !program || flow_type_serves(program->type, place);
}

bool has_entry(const struct turn *turn, uint64_t flow_id)
{
    for (const struct document_slot *slot =
             table_first(&turn->state->documents[DOCUMENT_ENTRY]);
         slot; slot = table_next(slot))
        if (((const struct event_entry_set *)(const void *)&slot->head)
                ->flow_id == flow_id)
            return true;

    return false;
}

/* Another flow leads through it, and could not any more. */
static bool is_lost_to(const struct flow_program *program, uint64_t flow_id,
                       enum flow_type type)
{
    for (size_t i = 0; i < program->node_count; i++)
        if (flow_node_refers(&program->nodes[i], DOCUMENT_FLOW) == flow_id &&
            !flow_type_leads_through(program->type, type))
            return true;

    return false;
}

static bool is_lost(const struct turn *turn, uint64_t flow_id,
                    enum flow_type type)
{
    for (const struct document_slot *slot =
             table_first(&turn->state->documents[DOCUMENT_FLOW]);
         slot; slot = table_next(slot)) {
        const struct flow_program *program =
            program_of(turn, (const void *)&slot->head);

        if (program && slot->head.id != flow_id &&
            is_lost_to(program, flow_id, type))
            return true;
    }

    return false;
}

bool flow_may_be(const struct turn *turn, uint64_t flow_id, enum flow_type type)
{
    const struct {
        enum flow_place place;
        bool leads_there;
    } places[] = {
        { FLOW_FOR_ENTRY, has_entry(turn, flow_id) },
        { FLOW_FOR_SENDING, is_target(turn->state, TO_FLOW, flow_id) },
        { FLOW_FOR_OPERATOR, is_of_a_box(turn, TO_FLOW, flow_id) },
        { FLOW_FOR_CALLBACK,
          is_of_callbacks(turn->state, DOCUMENT_FLOW, flow_id) },
    };

    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
        if (places[i].leads_there && !flow_type_serves(type, places[i].place))
            return false;

    return !is_lost(turn, flow_id, type);
}
