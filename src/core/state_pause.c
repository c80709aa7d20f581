/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of a day an agent has paused, reason by reason. */

#include <assert.h>

#include "core/house_slots.h"
#include "core/state_inside.h"

static int64_t shorter(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

int64_t state_paused_us(const struct state *state, uint64_t agent_id,
                        uint64_t reason_id, int64_t now_us)
{
    assert(state);

    const struct paused_slot *paused =
        table_find(&state->paused, agent_id, reason_id);
    const struct desk_row *desk = state_desk(state, agent_id);
    int64_t used_us = 0;

    if (paused && paused->row.day == state_day(state, now_us))
        used_us = paused->row.used_us;
    if (desk && desk->state == AGENT_PAUSED && desk->reason_id == reason_id &&
        now_us > desk->since_us)
        used_us +=
            shorter(now_us - desk->since_us, state_day_age_us(state, now_us));

    return used_us;
}
