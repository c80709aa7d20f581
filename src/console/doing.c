/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an agent does, as people see it. */

#include "console/doing.h"

#include <assert.h>

enum agent_state doing_state(const struct topic_agents *agent)
{
    assert(agent);
    if (!agent->consulting || agent->contact_id)
        return agent->state;

    return agent->asked == CONSULT_TALKS ? AGENT_TALKING : AGENT_OFFERED;
}

int64_t doing_age_us(const struct topic_agents *agent)
{
    return doing_state(agent) == agent->state ? agent->state_age_us
                                              : agent->asked_age_us;
}
