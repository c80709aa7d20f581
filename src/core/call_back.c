/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever called an agent last is called back. */

#include "core/decide_inside.h"

/* A colleague by the phone that called, whoever is at it now. A caller's number
   is whatever the caller says: never taken for an extension, or a code. */
static enum refusal plan_colleague(const struct turn *turn, uint64_t device_id,
                                   struct planned *ret_planned)
{
    const struct event_agent_set *agent =
        state_agent(turn->state, state_agent_of_device(turn->state, device_id));

    if (!agent || !agent->extension.text[0])
        return REFUSED_NO_EXTENSION;

    *ret_planned = (struct planned){
        .kind = PLAN_AGENT,
        .id = agent->id,
        .number = agent->extension,
    };
    return REFUSED_NOT;
}

enum refusal plan_call_back(const struct turn *turn, uint64_t device_id,
                            struct planned *ret_planned)
{
    const struct desk_row *desk =
        state_desk(turn->state, state_agent_of_device(turn->state, device_id));

    if (!desk)
        return REFUSED_NO_AGENT;
    if (!desk->last_contact)
        return REFUSED_NOBODY_CALLED;
    if (desk->last_device_id)
        return plan_colleague(turn, desk->last_device_id, ret_planned);
    if (!desk->last_caller.text[0])
        return REFUSED_CALLER_WITHHELD;

    *ret_planned = (struct planned){
        .kind = PLAN_OUTSIDE,
        .number = desk->last_caller,
    };
    return REFUSED_NOT;
}
