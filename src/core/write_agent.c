/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes changes of an agent's state. */

#include "core/write.h"

int64_t answer_due_us(const struct turn *turn, enum effect_type type)
{
    return turn->now_us + effect_rule(type)->answer_within_us;
}

struct next next_given(const struct turn *turn, const struct desk_row *desk,
                       struct next given)
{
    bool is_there = state_can_ring(turn->state, desk->agent_id) &&
                    desk->line != LINE_DOWN && desk_is_attended(desk);

    if (given.state == AGENT_AVAILABLE && !is_there)
        given.state = AGENT_UNAVAILABLE;

    return given;
}

struct next next_state(const struct turn *turn, const struct desk_row *desk,
                       struct next otherwise)
{
    struct next next = otherwise;

    if (desk->has_request && (otherwise.state == AGENT_AVAILABLE ||
                              desk->requested_state != AGENT_AVAILABLE))
        next =
            (struct next){ desk->requested_state, desk->requested_reason_id };

    return next_given(turn, desk, next);
}

/* Nobody's, as the server's own commands are, counts as the agent's. */
enum state_cause cause_of(const struct turn *turn, uint64_t agent_id)
{
    const struct event_agent_set *agent = state_agent(turn->state, agent_id);
    bool is_own = turn->by == 0 || (agent && agent->user_id == turn->by);

    return is_own ? STATE_BY_AGENT : STATE_BY_SUPERVISOR;
}

void write_state(struct turn *turn, const struct desk_row *desk,
                 struct next next, enum state_cause cause)
{
    WRITE(turn, AGENT_STATE_CHANGED, agent_state_changed,
          { .agent_id = desk->agent_id,
            .state = next.state,
            .reason_id = next.reason_id,
            .cause = cause,
            .for_us = turn->now_us - desk->since_us });
}

void write_seen(struct turn *turn, const struct desk_row *desk)
{
    WRITE(turn, AGENT_SEEN, agent_seen, { .agent_id = desk->agent_id });
}

void write_console(struct turn *turn, const struct desk_row *desk,
                   enum console_state console, bool needs_console)
{
    WRITE(turn, CONSOLE_CHANGED, console_changed,
          { .agent_id = desk->agent_id,
            .console = console,
            .needs_console = needs_console });
}
