/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fold of a queue whose place another one takes. */

#include "core/fold.h"

#include "core/beside_slots.h"
#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/house_slots.h"
#include "core/index.h"
#include "core/state_index.h"
#include "core/state_search.h"

/* Those who talk, or are done with it, are from the heir now; who waited has
   been moved. */
static void replace_in_contacts(struct state *state, uint64_t from, uint64_t to)
{
    for (struct contact_slot *c = table_first(&state->contacts); c;
         c = table_next(c)) {
        bool is_called = (c->row.to == TO_QUEUE || c->row.to == TO_CALLBACK) &&
                         c->row.to_id == from;

        if (c->row.queue_id != from && c->row.known_queue_id != from &&
            c->row.callback_queue_id != from && !is_called)
            continue;
        if (c->row.queue_id == from)
            c->row.queue_id = to;
        if (c->row.known_queue_id == from)
            c->row.known_queue_id = to;
        if (c->row.callback_queue_id == from)
            c->row.callback_queue_id = to;
        if (is_called)
            c->row.to_id = to;
        index_contact(state, c);
    }
}

/* Who is to be called back, and who hung up and may call again. */
static void replace_in_places(struct state *state, uint64_t from, uint64_t to)
{
    for (struct callback_slot *c = table_first(&state->callbacks); c;
         c = table_next(c))
        if (c->row.queue_id == from)
            fold_callback_requeued(state, c, to);

    for (struct kept_place_slot *k = table_first(&state->kept_places); k;
         k = table_next(k))
        if (k->row.queue_id == from)
            k->row.queue_id = to;
}

static void replace_in_desks(struct state *state, uint64_t from, uint64_t to)
{
    for (struct desk_slot *d = table_first(&state->desks); d;
         d = table_next(d)) {
        if (d->row.queue_id != from)
            continue;
        d->row.queue_id = to;
        index_desk(state, d);
    }
}

void fold_queue_replaced(struct state *state,
                         const struct event_queue_replaced *e)
{
    struct heir_slot *heir;

    replace_in_contacts(state, e->queue_id, e->by_id);
    replace_in_desks(state, e->queue_id, e->by_id);
    replace_in_places(state, e->queue_id, e->by_id);
    for (heir = table_first(&state->heirs); heir; heir = table_next(heir))
        if (heir->row.by_id == e->queue_id)
            heir->row.by_id = e->by_id;

    heir = table_add(&state->heirs, e->queue_id, 0);
    heir->row = (struct heir_row){
        .queue_id = e->queue_id,
        .by_id = e->by_id,
        .waiting = e->waiting,
        .callbacks = e->callbacks,
        .agents = e->agents,
        .teams = e->teams,
        .queues = e->queues,
        .ways = e->ways,
        .boxes = e->boxes,
        .rules = e->rules,
        .flows = e->flows,
        .drafts = e->drafts,
    };
}

/* Of a queue that goes without one, what was led to it leads nowhere. */
void fold_heirs_dropped(struct state *state, uint64_t queue_id)
{
    struct heir_slot *heir = table_first(&state->heirs);

    while (heir) {
        struct heir_slot *next = table_next(heir);

        if (heir->row.by_id == queue_id)
            table_remove(&state->heirs, heir);
        heir = next;
    }
}
