/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the deadlines of callbacks, and those to be seen to, in step with
   their rows. */

#include "core/state_index.h"

#include "core/beside_slots.h"
#include "core/index.h"
#include "core/state_due.h"
#include "core/state_search.h"

/* Wall times, which a clock that is set moves; 0: none. */
static int64_t sooner(int64_t a_us, int64_t b_us)
{
    return b_us && (!a_us || b_us < a_us) ? b_us : a_us;
}

/* In line and being called it is for the contact to have deadlines. */
static int64_t wall_due_us(const struct callback_row *row)
{
    switch (row->state) {
    case CALLBACK_WAITS:
        return sooner(row->due_us, row->expires_us);
    case CALLBACK_IN_LINE:
        return row->is_live ? row->expires_us : 0;
    case CALLBACK_CALLING:
        return 0;
    case CALLBACK_REACHED:
    case CALLBACK_UNREACHED:
    case CALLBACK_EXPIRED:
    case CALLBACK_CANCELLED:
    case CALLBACK_BARRED:
        break;
    }

    return row->due_us;
}

static bool is_let_go(const struct callback_row *row)
{
    return (row->state == CALLBACK_IN_LINE || row->state == CALLBACK_CALLING) &&
           !row->is_live;
}

void index_callback(struct state *state, struct callback_slot *callback)
{
    const struct callback_row *row = &callback->row;
    int64_t wall_us = state->system.serving ? wall_due_us(row) : 0;
    int64_t due_us = wall_us - state->system.wall_offset_us;
    const struct deadline is = {
        .due_us = !wall_us     ? 0
                  : due_us > 1 ? due_us
                               : 1,
        .serial = row->due_serial ? row->due_serial : 1,
        .owner_id = row->callback_id,
        .kind = DEADLINE_CALLBACK,
    };

    set_deadline(state, &callback->deadline, &is);
    set_member(&state->let_go, &callback->in_let_go, is_let_go(row));
}

void index_callbacks(struct state *state)
{
    for (struct callback_slot *c = table_first(&state->callbacks); c;
         c = table_next(c))
        index_callback(state, c);
}

void unindex_callback(struct state *state, struct callback_slot *callback)
{
    uint64_t id = callback->row.callback_id;

    callback->row = (struct callback_row){ .callback_id = id };
    index_callback(state, callback);
}

uint64_t state_next_let_go(const struct state *state)
{
    const struct tree_node *node = tree_first(&state->let_go);

    return node ? TREE_MEMBER(node, struct callback_slot, in_let_go)
                      ->row.callback_id
                : 0;
}
