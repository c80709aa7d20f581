/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an agent is told of a call of the own phone that is refused. */

#include <stdio.h>

#include "core/decide_inside.h"

void write_call_refused(struct turn *turn,
                        const struct command_contact_arrives *c,
                        enum refusal refusal)
{
    struct event event = {
        .type = EVENT_CALL_REFUSED,
        .as.call_refused = {
            .agent_id = state_agent_of_device(turn->state, c->device_id),
            .contact_id = turn->made_id,
        },
    };
    struct name *refused = &event.as.call_refused.refused;

    if (c->device_id == 0 || event.as.call_refused.agent_id == 0)
        return;

    snprintf(refused->text, sizeof(refused->text), "%s",
             refusal_text(refusal)->code);
    outbox_add_event(turn->outbox, &event);
}
