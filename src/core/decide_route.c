/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routes to the outside, and caps on it. */

#include <string.h>

#include "core/decide_document.h"
#include "core/dialling.h"
#include "core/house_slots.h"
#include "core/trunk_lot.h"

static enum refusal check_trunks(const struct turn *turn,
                                 const struct event_route_set *route)
{
    for (size_t i = 0; i < WAY_OUT_TRUNKS; i++) {
        uint64_t id = route_trunk(route, i).trunk_id;

        if (id && !state_trunk(turn->state, id))
            return REFUSED_NO_TRUNK;
        for (size_t j = 0; j < i; j++)
            if (id && id == route_trunk(route, j).trunk_id)
                return REFUSED_TRUNK_TWICE;
    }

    return REFUSED_NOT;
}

/* A star elsewhere than at the end would be a key of the phone. */
static bool is_taken(const struct turn *turn, const struct command_set_route *c)
{
    for (const struct document_slot *slot =
             table_first(&turn->state->documents[DOCUMENT_ROUTE]);
         slot; slot = table_next(slot)) {
        const struct event_route_set *other = (const void *)&slot->head;

        if (other->id != c->id &&
            strcmp(other->number.text, c->number.text) == 0)
            return true;
    }

    return false;
}

enum refusal decide_set_route(struct turn *turn,
                              const struct command_set_route *c)
{
    const struct event_route_set *route = (const void *)c;
    enum refusal refusal = check_document(turn, DOCUMENT_ROUTE, c);

    if (!refusal)
        refusal = check_trunks(turn, route);
    if (!refusal && is_taken(turn, c))
        refusal = REFUSED_ROUTE_TAKEN;
    if (!refusal)
        write_document(turn, DOCUMENT_ROUTE, c);

    return refusal;
}

enum refusal decide_remove_route(struct turn *turn,
                                 const struct command_remove_route *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_ROUTE, c->id, c->version);

    if (!refusal)
        write_removal(turn, DOCUMENT_ROUTE, c->id);

    return refusal;
}

bool is_routed(const struct turn *turn, uint64_t trunk_id)
{
    for (const struct document_slot *slot =
             table_first(&turn->state->documents[DOCUMENT_ROUTE]);
         slot; slot = table_next(slot))
        for (size_t i = 0; i < WAY_OUT_TRUNKS; i++)
            if (route_trunk((const void *)&slot->head, i).trunk_id == trunk_id)
                return true;

    return false;
}

/* Caps. */

static enum refusal check_scope(const struct turn *turn,
                                const struct command_set_cap *c)
{
    if ((c->agent_id && c->scope != CAP_OF_AGENT) ||
        (c->trunk_id && c->scope != CAP_OF_TRUNK))
        return REFUSED_BAD_SCOPE;
    if (c->agent_id && !state_agent(turn->state, c->agent_id))
        return REFUSED_NO_AGENT;
    if (c->trunk_id && !state_trunk(turn->state, c->trunk_id))
        return REFUSED_NO_TRUNK;

    return REFUSED_NOT;
}

enum refusal decide_set_cap(struct turn *turn, const struct command_set_cap *c)
{
    enum refusal refusal = check_document(turn, DOCUMENT_CAP, c);

    if (!refusal)
        refusal = check_scope(turn, c);
    if (!refusal)
        write_document(turn, DOCUMENT_CAP, c);

    return refusal;
}

enum refusal decide_remove_cap(struct turn *turn,
                               const struct command_remove_cap *c)
{
    enum refusal refusal = check_removal(turn, DOCUMENT_CAP, c->id, c->version);

    if (!refusal)
        write_removal(turn, DOCUMENT_CAP, c->id);

    return refusal;
}

bool is_capped(const struct turn *turn, uint64_t agent_id, uint64_t trunk_id)
{
    for (const struct document_slot *slot =
             table_first(&turn->state->documents[DOCUMENT_CAP]);
         slot; slot = table_next(slot)) {
        const struct event_cap_set *cap = (const void *)&slot->head;

        if ((agent_id && cap->agent_id == agent_id) ||
            (trunk_id && cap->trunk_id == trunk_id))
            return true;
    }

    return false;
}
