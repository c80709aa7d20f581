/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose the messages of a box are. */

#include "web/voicemail_whose.h"

#include "core/state_search.h"
#include "web/team.h"

static bool is_of_team(const struct asker *asker, const struct state *floor,
                       const struct event_box_set *box)
{
    return team_has(asker, box->team_id) ||
           team_has_contact(asker, floor, box->queue_id, box->agent_id);
}

static bool is_own(const struct asker *asker, const struct state *floor,
                   const struct event_box_set *box, uint64_t agent_id)
{
    const struct event_agent_set *agent = state_agent(floor, asker->agent_id);

    if (!agent)
        return false;
    if (agent_id == agent->id || box->agent_id == agent->id)
        return true;
    if (box->agent_id)
        return false;

    return box->queue_id ? state_assigned(floor, agent->id, box->queue_id) != 0
                         : box->team_id != 0 && box->team_id == agent->team_id;
}

bool voicemail_hears(const struct asker *asker, enum permission permission,
                     const struct state *floor, uint64_t box_id,
                     uint64_t agent_id)
{
    const struct event_box_set *box = state_box(floor, box_id);
    enum may may = asker_scope(asker, permission);

    if (!box || may == MAY_NOT)
        return false;
    if (may == MAY_OWN)
        return is_own(asker, floor, box, agent_id);

    return is_of_team(asker, floor, box) || is_own(asker, floor, box, agent_id);
}
