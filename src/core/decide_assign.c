/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who serves which queue, and who can do what. */

#include <assert.h>

#include "core/decide_document.h"
#include "core/desk_slot.h"
#include "core/duty.h"
#include "core/house_slots.h"
#include "core/write.h"

static const int64_t MAX_DELAY_MS = 3600000;
static const int64_t NEW_PRIORITY = 1; /* where none is named */

/* Agents. */

static const struct assignment_row *find(const struct turn *turn,
                                         uint64_t agent_id, uint64_t queue_id)
{
    const struct assignment_slot *a =
        table_find(&turn->state->assignments, agent_id, queue_id);

    return a ? &a->row : NULL;
}

static enum refusal check_range(int64_t priority, int64_t delay_ms)
{
    if (priority < 1 || priority > 100)
        return REFUSED_BAD_PRIORITY;

    return delay_ms < 0 || delay_ms > MAX_DELAY_MS ? REFUSED_BAD_DELAY
                                                   : REFUSED_NOT;
}

static int64_t asked_or(int64_t asked, int64_t standing)
{
    return asked == FIELD_AS_IT_IS ? standing : asked;
}

struct duty duty_asked(const struct turn *turn, uint64_t agent_id,
                       uint64_t queue_id, const struct duty *asked)
{
    const struct assignment_row *is = find(turn, agent_id, queue_id);

    return (struct duty){
        asked_or(asked->priority, is ? is->priority : NEW_PRIORITY),
        asked_or(asked->delay_ms, is ? is->delay_us / 1000 : 0),
        asked_or(asked->until_us, is ? is->until_us : 0),
    };
}

enum refusal check_duty(const struct turn *turn, const struct duty *duty)
{
    enum refusal refusal = check_range(duty->priority, duty->delay_ms);

    if (refusal)
        return refusal;

    return duty->until_us &&
                   duty->until_us <= state_wall_us(turn->state, turn->now_us)
               ? REFUSED_UNTIL_IS_PAST
               : REFUSED_NOT;
}

bool serves_so(const struct turn *turn, uint64_t agent_id, uint64_t queue_id,
               const struct duty *duty)
{
    const struct assignment_row *is = find(turn, agent_id, queue_id);

    return is && !is->by_team && is->priority == duty->priority &&
           is->delay_us == duty->delay_ms * 1000 &&
           is->until_us == duty->until_us;
}

/* What is for a time gives back what was before, be there several in turn. */
void write_duty(struct turn *turn, uint64_t agent_id, uint64_t queue_id,
                const struct duty *duty)
{
    const struct assignment_row *is = find(turn, agent_id, queue_id);
    bool is_kept = duty->until_us && is && !is->by_team;
    bool is_for_good = is_kept && !is->until_us;

    WRITE(turn, QUEUE_ASSIGNED, queue_assigned,
          { .agent_id = agent_id,
            .queue_id = queue_id,
            .priority = duty->priority,
            .delay_us = duty->delay_ms * 1000,
            .until_us = duty->until_us,
            .then_priority = is_for_good ? is->priority
                             : is_kept   ? is->then_priority
                                         : 0,
            .then_delay_us = is_for_good ? is->delay_us
                             : is_kept   ? is->then_delay_us
                                         : 0 });
}

enum refusal decide_assign(struct turn *turn, const struct command_assign *c)
{
    const struct duty duty =
        duty_asked(turn, c->agent_id, c->queue_id,
                   &(struct duty){ c->priority, c->delay_ms, c->until });
    bool serves = find(turn, c->agent_id, c->queue_id) != NULL;
    enum refusal refusal;

    if (!state_agent(turn->state, c->agent_id))
        return REFUSED_NO_AGENT;
    if (!state_queue(turn->state, c->queue_id))
        return REFUSED_NO_QUEUE;
    refusal = check_duty(turn, &duty);
    if (refusal)
        return refusal;
    if (serves_so(turn, c->agent_id, c->queue_id, &duty))
        return REFUSED_ALREADY_SO;
    if (!serves && state_assignment_count(turn->state) >= STATE_MAX_ASSIGNMENTS)
        return REFUSED_TOO_MANY;

    write_duty(turn, c->agent_id, c->queue_id, &duty);
    return REFUSED_NOT;
}

/* It is as it was before, or as the team has it, which follows. */
void write_duty_over(struct turn *turn, uint64_t agent_id)
{
    const struct assignment_row *is =
        state_first_duty_over(turn->state, agent_id);

    assert(is); /* or the deadline would not have been */
    if (is->then_priority)
        WRITE(turn, QUEUE_ASSIGNED, queue_assigned,
              { .agent_id = agent_id,
                .queue_id = is->queue_id,
                .priority = is->then_priority,
                .delay_us = is->then_delay_us,
                .automatic = true });
    else
        WRITE(turn, QUEUE_UNASSIGNED, queue_unassigned,
              { .agent_id = agent_id,
                .queue_id = is->queue_id,
                .automatic = true });
}

enum refusal decide_unassign(struct turn *turn,
                             const struct command_unassign *c)
{
    const struct assignment_row *is = find(turn, c->agent_id, c->queue_id);

    if (!state_agent(turn->state, c->agent_id))
        return REFUSED_NO_AGENT;
    if (!state_queue(turn->state, c->queue_id))
        return REFUSED_NO_QUEUE;
    if (!is)
        return REFUSED_NOT_ASSIGNED;
    if (is->by_team)
        return REFUSED_TEAM_SERVES;

    WRITE(turn, QUEUE_UNASSIGNED, queue_unassigned,
          { .agent_id = c->agent_id, .queue_id = c->queue_id });
    return REFUSED_NOT;
}

/* Teams. */

static const struct team_duty_row *find_duty(const struct turn *turn,
                                             uint64_t team_id,
                                             uint64_t queue_id)
{
    const struct team_duty_slot *duty =
        table_find(&turn->state->team_duties, team_id, queue_id);

    return duty ? &duty->row : NULL;
}

/* Each member may come to serve the queue. */
static bool is_room_for(const struct turn *turn)
{
    return state_assignment_count(turn->state) +
               state_document_count(turn->state, DOCUMENT_AGENT) <=
           STATE_MAX_ASSIGNMENTS;
}

enum refusal decide_assign_team(struct turn *turn,
                                const struct command_assign_team *c)
{
    const struct team_duty_row *is = find_duty(turn, c->team_id, c->queue_id);
    int64_t priority = asked_or(c->priority, is ? is->priority : NEW_PRIORITY);
    int64_t delay_ms = asked_or(c->delay_ms, is ? is->delay_us / 1000 : 0);
    enum refusal refusal = check_range(priority, delay_ms);

    if (!state_team(turn->state, c->team_id))
        return REFUSED_NO_TEAM;
    if (!state_queue(turn->state, c->queue_id))
        return REFUSED_NO_QUEUE;
    if (refusal)
        return refusal;
    if (is && is->priority == priority && is->delay_us == delay_ms * 1000)
        return REFUSED_ALREADY_SO;
    if (!is && !is_room_for(turn))
        return REFUSED_TOO_MANY;

    WRITE(turn, TEAM_ASSIGNED, team_assigned,
          { .team_id = c->team_id,
            .queue_id = c->queue_id,
            .priority = priority,
            .delay_us = delay_ms * 1000 });
    return REFUSED_NOT;
}

enum refusal decide_unassign_team(struct turn *turn,
                                  const struct command_unassign_team *c)
{
    if (!state_team(turn->state, c->team_id))
        return REFUSED_NO_TEAM;
    if (!state_queue(turn->state, c->queue_id))
        return REFUSED_NO_QUEUE;
    if (!find_duty(turn, c->team_id, c->queue_id))
        return REFUSED_NOT_ASSIGNED;

    WRITE(turn, TEAM_UNASSIGNED, team_unassigned,
          { .team_id = c->team_id, .queue_id = c->queue_id });
    return REFUSED_NOT;
}

void decide_astray(struct turn *turn, const struct assignment_row *should)
{
    if (should->priority)
        WRITE(turn, QUEUE_ASSIGNED, queue_assigned,
              { .agent_id = should->agent_id,
                .queue_id = should->queue_id,
                .priority = should->priority,
                .delay_us = should->delay_us,
                .by_team = true });
    else
        WRITE(turn, QUEUE_UNASSIGNED, queue_unassigned,
              { .agent_id = should->agent_id, .queue_id = should->queue_id });
}
