/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of the time for which callbacks are waited for: it runs while their
   queue is open. */

#include "core/fold.h"

#include "core/beside_slots.h"
#include "core/index.h"
#include "core/queue_slot.h"

static int64_t wall_now_us(const struct state *state)
{
    return state_wall_us(state, state->system.at_us);
}

/* Of old journals, in which it was not counted, it stays as it was. */
void fold_callback_counts(const struct state *state, struct callback_row *row)
{
    const struct queue_slot *queue = queue_slot(state, row->queue_id);

    row->counted_us = 0;
    if (!row->left_us || !queue || queue->tally.closed_us)
        return;

    row->counted_us = wall_now_us(state);
    row->shut_us = queue->tally.shut_us;
}

/* Until its turn comes again, which counts anew. */
void fold_callback_stands(struct callback_row *row,
                          const struct event_callback_postponed *e)
{
    row->counted_us = 0;
    row->left_us = e->left_us;
    row->expires_us = e->expires_us;
}

void fold_callback_prolonged(struct state *state,
                             const struct event_callback_prolonged *e)
{
    struct callback_slot *callback = callback_slot(state, e->callback_id);

    callback->row.expires_us = e->expires_us;
    if (e->left_us) {
        callback->row.left_us = e->left_us;
        callback->row.latest_us = e->latest_us;
        fold_callback_counts(state, &callback->row);
    }
    index_callback(state, callback);
}

void fold_night_counted(struct state *state,
                        const struct event_night_counted *e)
{
    fold_tally(state, e->queue_id)->shut_us += e->shut_us;
}

static bool is_before_its_time(const struct state *state,
                               const struct callback_row *row)
{
    return row->state == CALLBACK_WAITS &&
           (row->reason == CALLBACK_TIME || row->reason == CALLBACK_WINDOW) &&
           row->due_us > wall_now_us(state);
}

/* No sooner can it be over than the rest of its time from now; what its
   calendar adds is found out then. */
static void run_on(const struct state *state, struct callback_row *row)
{
    fold_callback_counts(state, row);
    if (row->counted_us && row->counted_us + row->left_us < row->expires_us)
        row->expires_us = row->counted_us + row->left_us;
}

/* Its queue is open, or is another one: its time runs, and it need not wait
   until it is asked again. */
static void open_callback(struct state *state, struct callback_slot *callback)
{
    struct callback_row *row = &callback->row;
    const struct queue_slot *queue = queue_slot(state, row->queue_id);

    if (!row->left_us || row->state >= CALLBACK_REACHED || !queue ||
        queue->tally.closed_us)
        return;
    if (!row->counted_us && !is_before_its_time(state, row))
        run_on(state, row);
    if (row->state == CALLBACK_WAITS && row->reason == CALLBACK_CLOSED)
        fold_deadline(state, wall_now_us(state), &row->due_us,
                      &row->due_serial);
    index_callback(state, callback);
}

void fold_callbacks_opened(struct state *state, uint64_t queue_id)
{
    for (struct callback_slot *c = table_first(&state->callbacks); c;
         c = table_next(c))
        if (!queue_id || c->row.queue_id == queue_id)
            open_callback(state, c);
}

void fold_callback_requeued(struct state *state, struct callback_slot *callback,
                            uint64_t queue_id)
{
    const struct queue_slot *from = queue_slot(state, callback->row.queue_id);
    const struct queue_slot *to = queue_slot(state, queue_id);

    if (from && to)
        callback->row.shut_us += to->tally.shut_us - from->tally.shut_us;
    callback->row.queue_id = queue_id;
    open_callback(state, callback);
}
