/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a callback is still waited for, by the time its queue is open. */

#include "core/callback.h"

#include "core/beside_slots.h"
#include "core/queue_slot.h"
#include "core/rule_hours.h"

/* Open or shut: so long after its time it is given up. */
static const int64_t MOST_US = RULE_HOURS_MOST_DAYS * DAY_US;

const char *callback_hours(const struct turn *turn,
                           const struct event_queue_set *queue)
{
    const struct event_calendar_set *calendar =
        state_calendar(turn->state, queue->callback_calendar_id);

    return calendar ? calendar->name.text : "";
}

static int64_t wall_now_us(const struct turn *turn)
{
    return state_wall_us(turn->state, turn->now_us);
}

/* Its time is over once the rest of it has been open from then on. Closed
   without an end it stands still: the opening sees to it. */
static void set_expiry(const struct turn *turn,
                       const struct event_queue_set *queue, int64_t from_us,
                       struct callback_time *time)
{
    const struct tally_row *tally = state_tally(turn->state, queue->id);

    time->expires_us = time->latest_us;
    if (tally->closed_us && !tally->closed_until_us &&
        from_us <= wall_now_us(turn))
        return;
    if (tally->closed_us && tally->closed_until_us > from_us)
        from_us = tally->closed_until_us;

    int64_t over_us = rule_hours_after_us(
        turn->book, callback_hours(turn, queue), from_us, time->left_us);

    if (over_us < time->latest_us)
        time->expires_us = over_us;
}

struct callback_time callback_time_from(const struct turn *turn,
                                        const struct event_queue_set *queue,
                                        int64_t from_us)
{
    struct callback_time time = {
        .left_us = queue->callback_expiry_ms * 1000,
        .latest_us = from_us + MOST_US,
    };

    set_expiry(turn, queue, from_us, &time);
    return time;
}

/* From when it counts until now, or until the closing that still holds. */
static int64_t open_since_us(const struct turn *turn,
                             const struct callback_row *callback,
                             const struct event_queue_set *queue)
{
    const struct tally_row *tally = state_tally(turn->state, queue->id);
    int64_t until_us = state_wall_us(
        turn->state, tally->closed_us ? tally->closed_us : turn->now_us);
    int64_t open_us =
        rule_hours_between_us(turn->book, callback_hours(turn, queue),
                              callback->counted_us, until_us) -
        (tally->shut_us - callback->shut_us);

    return open_us > 0 ? open_us : 0;
}

/* One of a journal that did not count: if its queue is shut, or was. */
static int64_t first_left_us(const struct turn *turn,
                             const struct callback_row *callback,
                             const struct event_queue_set *queue)
{
    const struct tally_row *tally = state_tally(turn->state, queue->id);
    int64_t wall_us = wall_now_us(turn);
    bool was_shut = tally->closed_us || tally->opened_us > callback->asked_us ||
                    rule_hours_open_us(turn->book, callback_hours(turn, queue),
                                       wall_us) > wall_us;

    return was_shut ? queue->callback_expiry_ms * 1000 : 0;
}

static int64_t left_us(const struct turn *turn,
                       const struct callback_row *callback,
                       const struct event_queue_set *queue)
{
    if (!callback->left_us)
        return first_left_us(turn, callback, queue);

    return callback->counted_us
               ? callback->left_us - open_since_us(turn, callback, queue)
               : callback->left_us;
}

/* Something is always left: that it is over is found out at its deadline. */
struct callback_time callback_time_rest(const struct turn *turn,
                                        const struct callback_row *callback,
                                        int64_t until_us)
{
    const struct event_queue_set *queue =
        state_queue(turn->state, callback->queue_id);
    struct callback_time time = {
        .left_us = callback->left_us ? left_us(turn, callback, queue)
                                     : queue->callback_expiry_ms * 1000,
        .latest_us = callback->latest_us ? callback->latest_us
                                         : wall_now_us(turn) + MOST_US,
    };

    if (time.left_us <= 0)
        time.left_us = 1;
    set_expiry(turn, queue, until_us, &time);
    return time;
}

bool callback_has_time(const struct turn *turn,
                       const struct callback_row *callback,
                       struct callback_time *ret_time)
{
    const struct event_queue_set *queue =
        state_queue(turn->state, callback->queue_id);
    int64_t wall_us = wall_now_us(turn);

    if (!queue || (callback->latest_us && callback->latest_us <= wall_us))
        return false;

    ret_time->left_us = left_us(turn, callback, queue);
    ret_time->latest_us =
        callback->latest_us ? callback->latest_us : wall_us + MOST_US;
    if (ret_time->left_us <= 0)
        return false;

    set_expiry(turn, queue, wall_us, ret_time);
    return true;
}

/* The closing is counted once, for all whose time it stopped. */

static bool stops_any(const struct state *state, uint64_t queue_id)
{
    for (const struct callback_slot *c = table_first(&state->callbacks); c;
         c = table_next(c))
        if (c->row.queue_id == queue_id && c->row.counted_us &&
            !callback_is_over(&c->row))
            return true;

    return false;
}

void write_closing_counted(struct turn *turn, const struct tally_row *tally)
{
    const struct event_queue_set *queue =
        state_queue(turn->state, tally->queue_id);

    if (!queue || !stops_any(turn->state, tally->queue_id))
        return;

    int64_t shut_us = rule_hours_between_us(
        turn->book, callback_hours(turn, queue),
        state_wall_us(turn->state, tally->closed_us), wall_now_us(turn));

    if (shut_us > 0)
        WRITE(turn, NIGHT_COUNTED, night_counted,
              { .queue_id = tally->queue_id, .shut_us = shut_us });
}
