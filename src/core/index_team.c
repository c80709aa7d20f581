/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who does not serve the queues as the team does, and is not assigned so. */

#include "core/state_index.h"

#include "core/desk_slot.h"
#include "core/house_slots.h"
#include "core/state_search.h"

static struct team_duty_slot *duty_after(const struct team_duty_slot *duty,
                                         uint64_t team_id)
{
    struct team_duty_slot *next = table_next(duty);

    return next && next->row.team_id == team_id ? next : NULL;
}

static struct team_duty_slot *first_duty(const struct state *state,
                                         uint64_t team_id)
{
    struct team_duty_slot *duty =
        team_id ? table_find_from(&state->team_duties, team_id, 0) : NULL;

    return duty && duty->row.team_id == team_id ? duty : NULL;
}

static bool serves_so(const struct state *state, uint64_t agent_id,
                      const struct team_duty_row *duty)
{
    const struct assignment_slot *a =
        table_find(&state->assignments, agent_id, duty->queue_id);

    return a && (!a->row.by_team || (a->row.priority == duty->priority &&
                                     a->row.delay_us == duty->delay_us));
}

/* Whether there is any; and which is the first. */
static bool find_difference(const struct state *state, uint64_t agent_id,
                            struct assignment_row *ret_should)
{
    const struct event_agent_set *agent = state_agent(state, agent_id);
    const struct team_duty_slot *duty = first_duty(state, agent->team_id);
    const struct assignment_slot *a;

    for (; duty; duty = duty_after(duty, agent->team_id)) {
        if (serves_so(state, agent_id, &duty->row))
            continue;

        *ret_should = (struct assignment_row){
            .agent_id = agent_id,
            .queue_id = duty->row.queue_id,
            .priority = duty->row.priority,
            .delay_us = duty->row.delay_us,
        };
        return true;
    }

    for (a = table_find_from(&state->assignments, agent_id, 0);
         a && a->row.agent_id == agent_id; a = table_next(a)) {
        if (!a->row.by_team ||
            table_find(&state->team_duties, agent->team_id, a->row.queue_id))
            continue;

        *ret_should = (struct assignment_row){ .agent_id = agent_id,
                                               .queue_id = a->row.queue_id };
        return true;
    }

    return false;
}

void index_astray(struct state *state, struct desk_slot *desk)
{
    struct assignment_row should;

    set_member(&state->astray, &desk->in_astray,
               find_difference(state, desk->row.agent_id, &should));
}

uint64_t state_next_astray(const struct state *state,
                           struct assignment_row *ret_should)
{
    const struct tree_node *node = tree_first(&state->astray);

    if (!node)
        return 0;

    uint64_t agent_id =
        TREE_MEMBER(node, struct desk_slot, in_astray)->row.agent_id;

    (void)find_difference(state, agent_id, ret_should);
    return agent_id;
}
