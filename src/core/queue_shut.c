/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closings and openings by hand, and the hours around them. */

#include "core/queue_shut.h"

#include <assert.h>

#include "core/rule_hours.h"
#include "core/state_inside.h"

static bool is_within(int64_t wall_us, int64_t from_us, int64_t until_us)
{
    return wall_us >= from_us && (!until_us || wall_us < until_us);
}

static bool is_shut_by_hand(const struct state *state,
                            const struct tally_row *tally, int64_t wall_us)
{
    return tally->closed_us && !tally->closed_by_hours &&
           is_within(wall_us, state_wall_us(state, tally->closed_us),
                     tally->closed_until_us);
}

/* Whoever opens it within the hours has no need of that. */
static bool is_open_by_hand(const struct state *state,
                            const struct tally_row *tally, int64_t wall_us)
{
    return !tally->closed_us && tally->hours_shut &&
           is_within(wall_us, state_wall_us(state, tally->opened_us),
                     tally->hours_open_until_us);
}

bool queue_is_shut_at(const struct state *state, const struct rule_book *book,
                      uint64_t queue_id, int64_t wall_us)
{
    assert(state && book);

    const struct tally_row *tally = state_tally(state, queue_id);
    const struct event_queue_set *queue = state_queue(state, queue_id);
    const struct event_calendar_set *calendar =
        queue ? state_calendar(state, queue->calendar_id) : NULL;

    if (queue && is_shut_by_hand(state, tally, wall_us))
        return true;
    if (!calendar || is_open_by_hand(state, tally, wall_us))
        return false;

    return rule_hours_open_us(book, calendar->name.text, wall_us) > wall_us;
}
