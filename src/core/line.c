/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from how an agent's phone stands. */

#include "core/line.h"

#include "core/desk_slot.h"
#include "core/state_inside.h"

bool phone_waits(enum phone_mode mode)
{
    return mode == PHONE_ON_DEMAND || mode == PHONE_NAILED_UP;
}

bool line_is_idle(const struct desk_row *desk)
{
    return desk->leg == 0 && desk->ending_leg == 0 && !desk->listening &&
           !desk->consulting;
}

static bool is_of_no_use(const struct desk_row *desk,
                         const struct line_facts *facts)
{
    return desk->line != LINE_NONE && line_is_idle(desk) &&
           (desk->state == AGENT_OFFLINE || !facts->is_nailed_up ||
            desk->line_device_id != facts->device_id);
}

static bool is_free(const struct desk_row *desk)
{
    return !desk->own_call && line_is_idle(desk) &&
           (desk->state == AGENT_AVAILABLE || desk->state == AGENT_PAUSED ||
            desk->state == AGENT_UNAVAILABLE);
}

static bool is_to_be_called(const struct desk_row *desk,
                            const struct line_facts *facts)
{
    return desk->line == LINE_NONE && facts->is_nailed_up &&
           facts->is_reachable && desk->seen && is_free(desk);
}

static bool is_offered_in_vain(const struct desk_row *desk)
{
    return desk->state == AGENT_OFFERED && desk->mode == PHONE_NAILED_UP &&
           desk->leg == 0 && desk->line != LINE_STANDS;
}

static bool is_back(const struct desk_row *desk, const struct line_facts *facts)
{
    return desk->state == AGENT_UNAVAILABLE && facts->is_reachable &&
           desk_is_attended(desk) &&
           (!facts->is_nailed_up || desk->line == LINE_STANDS);
}

enum line_wish line_wish(const struct desk_row *desk,
                         const struct line_facts *facts)
{
    if (is_of_no_use(desk, facts))
        return LINE_WANTS_LET_GO;
    if (is_to_be_called(desk, facts))
        return LINE_WANTS_CALL;
    if (is_offered_in_vain(desk))
        return LINE_WANTS_GIVE_UP;
    /* a phone that is no longer to stay connected takes nobody away */
    if (desk->state == AGENT_AVAILABLE && desk->line == LINE_DOWN &&
        facts->is_nailed_up)
        return LINE_WANTS_AWAY;

    return is_back(desk, facts) ? LINE_WANTS_BACK : LINE_WANTS_NOTHING;
}

bool state_is_nailed_up(const struct state *state, uint64_t agent_id)
{
    const struct event_agent_set *agent = state_agent(state, agent_id);
    const struct event_device_set *device =
        agent ? state_device(state, agent->device_id) : NULL;

    return device && device->mode == PHONE_NAILED_UP;
}

bool state_has_line(const struct state *state, uint64_t agent_id)
{
    const struct desk_row *desk = state_desk(state, agent_id);

    return !state_is_nailed_up(state, agent_id) ||
           (desk && desk->line == LINE_STANDS);
}

uint64_t state_next_line(const struct state *state)
{
    const struct tree_node *node = tree_first(&state->lines);

    return node && state->system.serving
               ? TREE_MEMBER(node, struct desk_slot, in_lines)->row.agent_id
               : 0;
}
