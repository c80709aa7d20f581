/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order in which a queue's strategy takes its free agents. */

#include "core/ring.h"

#include "core/desk_slot.h"
#include "core/house_slots.h"
#include "core/index.h"
#include "core/queue_slot.h"
#include "core/state_due.h"
#include "core/state_index.h"

/* All that the agent can of what the queue demands at any time. */
static int64_t skill_sum(const struct assignment_slot *a)
{
    const struct desk_slot *desk = a->desk;
    int64_t sum = 0;

    for (size_t i = 0; i < desk->level_count; i++)
        if (demand_names(&a->queue->demand, desk->levels[i].skill_id))
            sum += desk->levels[i].level;

    return sum;
}

int64_t assignment_key(const struct assignment_slot *a)
{
    const struct desk_row *desk = &a->desk->row;

    switch (a->queue->document->strategy) {
    case STRATEGY_FEWEST_CONTACTS:
        return desk->handled;
    case STRATEGY_LEAST_TALK:
        return desk->talk_us + desk->hold_us;
    case STRATEGY_BEST_SKILL:
        return -skill_sum(a);
    case STRATEGY_ROUND_ROBIN:
        return a->row.offered_serial;
    case STRATEGY_ORDERED:
        return (int64_t)a->row.agent_id;
    case STRATEGY_LONGEST_IDLE:
    case STRATEGY_WEIGHTED_RANDOM:
    case STRATEGY_RING_ALL:
    case STRATEGY_RING_PROGRESSIVELY:
        break;
    }

    return 0;
}

bool is_by_day(enum strategy strategy)
{
    return strategy == STRATEGY_FEWEST_CONTACTS ||
           strategy == STRATEGY_LEAST_TALK;
}

/* The house's next midnight is waited for always, since nothing else tells when
   the one after it is; that of UTC only where it changes an order. */
void index_new_day(struct state *state)
{
    const struct system_row *system = &state->system;
    int64_t next_us = system->day_until_us ? system->day_until_us
                                           : (system->day + 1) * DAY_US;
    bool is_awaited = system->day_until_us || state->day_queues > 0;
    const struct deadline is = {
        .due_us = is_awaited ? next_us - system->wall_offset_us : 0,
        .kind = DEADLINE_DAY,
    };

    set_deadline(state, &state->new_day, &is);
}

void index_levels(struct state *state, struct desk_slot *desk)
{
    uint64_t agent_id = desk->row.agent_id;
    struct level_slot *level = table_find_from(&state->levels, agent_id, 0);

    desk->level_count = 0;
    for (; level && level->row.agent_id == agent_id &&
           desk->level_count < STATE_MAX_LEVELS;
         level = table_next(level))
        desk->levels[desk->level_count++] =
            (struct want){ (uint32_t)level->row.skill_id,
                           (uint32_t)level->row.level };
}
