/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who serves a queue until a moment, and which of that ends first. */

#include "core/state_index.h"

#include "core/desk_slot.h"
#include "core/state_due.h"
#include "core/state_search.h"

static bool ends_before(const struct assignment_row *a,
                        const struct assignment_row *b)
{
    return a->until_us != b->until_us ? a->until_us < b->until_us
                                      : a->until_serial < b->until_serial;
}

const struct assignment_row *state_first_duty_over(const struct state *state,
                                                   uint64_t agent_id)
{
    const struct assignment_row *first = NULL;
    const struct assignment_slot *a;

    for (a = table_find_from(&state->assignments, agent_id, 0);
         a && a->row.agent_id == agent_id; a = table_next(a))
        if (a->row.until_us && (!first || ends_before(&a->row, first)))
            first = &a->row;

    return first;
}

void index_duty(struct state *state, struct desk_slot *desk)
{
    const struct assignment_row *first =
        state_first_duty_over(state, desk->row.agent_id);
    int64_t due_us = first ? first->until_us - state->system.wall_offset_us : 0;
    const struct deadline is = {
        .due_us = !first       ? 0
                  : due_us > 1 ? due_us
                               : 1,
        .serial = first ? first->until_serial : 0,
        .owner_id = desk->row.agent_id,
        .kind = DEADLINE_DUTY,
    };

    set_deadline(state, &desk->duty, &is);
}
