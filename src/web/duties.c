/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Binary search among the assignments. */

#include "web/duties.h"

#include <assert.h>

static bool is_before(const struct assignment_row *row, uint64_t agent_id,
                      uint64_t queue_id)
{
    return row->agent_id < agent_id ||
           (row->agent_id == agent_id && row->queue_id < queue_id);
}

static size_t find_from(const struct state *floor, uint64_t agent_id,
                        uint64_t queue_id)
{
    size_t low = 0;
    size_t high = state_row_count(floor, ROW_ASSIGNMENT);

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (is_before(state_row_at(floor, ROW_ASSIGNMENT, middle), agent_id,
                      queue_id))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t duties_begin(const struct state *floor, uint64_t agent_id)
{
    assert(floor);

    return find_from(floor, agent_id, 0);
}

const struct assignment_row *duty_at(const struct state *floor,
                                     uint64_t agent_id, size_t index)
{
    const struct assignment_row *row = NULL;

    assert(floor);

    if (index < state_row_count(floor, ROW_ASSIGNMENT))
        row = state_row_at(floor, ROW_ASSIGNMENT, index);
    return row && row->agent_id == agent_id ? row : NULL;
}

const struct assignment_row *duty_find(const struct state *floor,
                                       uint64_t agent_id, uint64_t queue_id)
{
    const struct assignment_row *row =
        duty_at(floor, agent_id, find_from(floor, agent_id, queue_id));

    return row && row->queue_id == queue_id ? row : NULL;
}
