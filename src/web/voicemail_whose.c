/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose the messages of a box are. */

#include "web/voicemail_whose.h"

#include <stdio.h>

#include "core/voicemail.h"
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
    return asker->agent_id && (agent_id == asker->agent_id ||
                               state_hears_box(floor, box, asker->agent_id));
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

void voicemail_colleague(const struct state *floor, uint64_t message_id,
                         struct label *ret_label)
{
    const struct message_row *message = state_message(floor, message_id);
    uint64_t device_id = message ? message->device_id : 0;
    const struct event_device_set *device = state_device(floor, device_id);
    const struct event_agent_set *agent =
        message ? state_agent(floor, message_left_by(floor, message)) : NULL;

    *ret_label = (struct label){ "" };
    if (agent && agent->label.text[0])
        *ret_label = agent->label;
    else if (agent || device)
        (void)snprintf(ret_label->text, sizeof(ret_label->text), "%s",
                       agent ? agent->name.text : device->name.text);
}
