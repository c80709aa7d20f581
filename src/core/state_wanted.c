/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts that are for one agent only, and when that agent may have them. */

#include "core/state_search.h"

#include "core/contact_slot.h"
#include "core/desk_slot.h"

/* Paused is not absent: a colleague's call rings, as it does at the phone of
   anybody who does not talk. What stands against any other offer stands against
   this one, too. */
static bool hears_colleagues(const struct desk_slot *desk)
{
    struct desk_row as_available = desk->row;

    if (desk->row.state != AGENT_PAUSED)
        return desk->verdict == VERDICT_CHOSEN;
    if (desk->row.own_call)
        return false;

    as_available.state = AGENT_AVAILABLE;
    return desk_verdict(&as_available, desk->can_ring, desk->has_line) ==
           VERDICT_CHOSEN;
}

bool state_hears_colleagues(const struct state *state, uint64_t agent_id)
{
    const struct desk_slot *desk = desk_slot(state, agent_id);

    return desk && hears_colleagues(desk);
}

/* A paused agent's are few: whoever transfers to one is told that. */
const struct contact_slot *desk_wanted(const struct desk_slot *desk)
{
    if (!hears_colleagues(desk))
        return NULL;

    for (const struct tree_node *node = tree_first(&desk->wanted); node;
         node = tree_next(node)) {
        const struct contact_slot *contact =
            TREE_MEMBER(node, struct contact_slot, in_ready);

        if (desk->verdict == VERDICT_CHOSEN || is_internal(&contact->row))
            return contact;
    }

    return NULL;
}
