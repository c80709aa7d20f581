/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One number draws them all: what it leaves of one draw is the next one's. */

#include "core/trunk_lot.h"

#include <assert.h>

struct trunk_share route_trunk(const struct event_route_set *route,
                               size_t place)
{
    assert(route && place < WAY_OUT_TRUNKS);

    const struct trunk_share trunks[WAY_OUT_TRUNKS] = {
        { .trunk_id = route->trunk_id, .weight = route->weight },
        { .trunk_id = route->trunk2_id, .weight = route->weight2 },
        { .trunk_id = route->trunk3_id, .weight = route->weight3 },
        { .trunk_id = route->trunk4_id, .weight = route->weight4 },
    };

    return trunks[place];
}

bool trunk_lot_decides(const struct trunk_share *trunks, size_t count)
{
    assert(trunks || count == 0);

    for (size_t i = 0; i < count; i++)
        if (trunks[i].weight > 0)
            return true;

    return false;
}

/* Those behind keep their order. */
static void bring_forward(struct trunk_share *trunks, size_t from, size_t to)
{
    struct trunk_share moved = trunks[from];

    for (size_t i = from; i > to; i--)
        trunks[i] = trunks[i - 1];
    trunks[to] = moved;
}

static int64_t weight_now(const struct trunk_share *trunk)
{
    return trunk->is_lost ? 0 : trunk->weight;
}

/* Where the ticket falls: those before it in the row have the lower ones. */
static size_t owner_of(const struct trunk_share *trunks, size_t first,
                       int64_t ticket)
{
    size_t at = first;

    while (ticket >= weight_now(&trunks[at]))
        ticket -= weight_now(&trunks[at++]);

    return at;
}

static size_t draw_weighted(struct trunk_share *trunks, size_t count,
                            int64_t lot)
{
    int64_t all = 0;
    size_t drawn = 0;

    for (size_t i = 0; i < count; i++)
        all += weight_now(&trunks[i]);

    while (all > 0) {
        size_t at = owner_of(trunks, drawn, lot * all / TRUNK_LOTS);

        lot = lot * all % TRUNK_LOTS;
        all -= trunks[at].weight;
        bring_forward(trunks, at, drawn++);
    }

    return drawn;
}

void trunk_lot_order(struct trunk_share *trunks, size_t count, int64_t lot)
{
    assert((trunks || count == 0) && lot >= 0 && lot < TRUNK_LOTS);

    size_t placed = draw_weighted(trunks, count, lot);

    for (size_t i = placed; i < count; i++)
        if (!trunks[i].is_lost)
            bring_forward(trunks, i, placed++);
}
