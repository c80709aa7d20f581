/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queues that are closed by the clock: a closing ends, or hours change. */

#include "core/callback.h"
#include "core/queue_slot.h"
#include "core/rule_hours.h"

/* What the calendar of a queue says of a moment. */
struct hours {
    bool is_shut;
    int64_t due_us;     /* it is looked at again; 0: there is no calendar */
    int64_t reopens_us; /* 0: not shut, or no end of that is known */
};

static struct hours hours_of(const struct turn *turn,
                             const struct event_queue_set *queue,
                             int64_t wall_us)
{
    const struct event_calendar_set *calendar =
        state_calendar(turn->state, queue->calendar_id);
    struct hours hours = { .is_shut = false };

    if (!calendar)
        return hours;

    const char *name = calendar->name.text;
    int64_t most_us = wall_us + RULE_HOURS_MOST_DAYS * DAY_US;

    hours.due_us = rule_hours_next_us(turn->book, name, wall_us, true);
    hours.is_shut = hours.due_us > wall_us;
    if (hours.is_shut)
        hours.reopens_us = hours.due_us < most_us ? hours.due_us : 0;
    else
        hours.due_us = rule_hours_next_us(turn->book, name, wall_us, false);

    return hours;
}

static void write_shut_by(struct turn *turn,
                          const struct event_queue_set *queue,
                          const struct hours *hours)
{
    WRITE(turn, NIGHT_BEGAN, night_began,
          { .queue_id = queue->id,
            .prompt_id = queue->closed_id,
            .until_us = hours->reopens_us,
            .by_hours = true });
}

bool is_back_to_hours(const struct turn *turn, const struct tally_row *tally)
{
    return !tally->closed_by_hours &&
           hours_of(turn, state_queue(turn->state, tally->queue_id),
                    state_wall_us(turn->state, turn->now_us))
               .is_shut;
}

void write_back_to_hours(struct turn *turn, const struct tally_row *tally)
{
    const struct event_queue_set *queue =
        state_queue(turn->state, tally->queue_id);
    const struct hours hours =
        hours_of(turn, queue, state_wall_us(turn->state, turn->now_us));

    write_shut_by(turn, queue, &hours);
}

/* Hours have ended since it was looked at: also such as began since then, while
   the server was down or the clock was set. */
static bool is_shut_anew(const struct tally_row *tally,
                         const struct hours *hours, int64_t wall_us)
{
    bool is_over =
        tally->hours_open_until_us && wall_us >= tally->hours_open_until_us;

    return hours->is_shut && (!tally->hours_shut || is_over);
}

/* By a person, who did so outside the hours or before they were changed. */
static bool is_open_by_hand(const struct tally_row *tally,
                            const struct hours *hours, int64_t wall_us)
{
    return hours->is_shut && !tally->closed_us &&
           !is_shut_anew(tally, hours, wall_us);
}

/* It is closed in another way than before: as its hours say now. */
static bool is_shut_otherwise(const struct tally_row *tally,
                              const struct event_queue_set *queue,
                              const struct hours *hours)
{
    return !tally->closed_by_hours ||
           tally->closed_prompt_id != queue->closed_id ||
           tally->closed_until_us != hours->reopens_us;
}

static void write_opened(struct turn *turn, const struct tally_row *tally)
{
    write_closing_counted(turn, tally);
    WRITE(turn, NIGHT_ENDED, night_ended,
          { .queue_id = tally->queue_id, .automatic = true });
}

/* What a person closed stays so until its end, and what one opened outside the
   hours until they end the next time. */
static void write_switched(struct turn *turn, const struct tally_row *tally,
                           const struct event_queue_set *queue,
                           const struct hours *hours)
{
    int64_t wall_us = state_wall_us(turn->state, turn->now_us);
    bool is_over = tally->closed_until_us && tally->closed_until_us <= wall_us;

    if (tally->closed_us && !tally->closed_by_hours && !is_over)
        return;

    if (tally->closed_us && !hours->is_shut)
        write_opened(turn, tally);
    else if (tally->closed_us ? is_shut_otherwise(tally, queue, hours)
                              : is_shut_anew(tally, hours, wall_us))
        write_shut_by(turn, queue, hours);
}

void write_night_due(struct turn *turn, uint64_t queue_id)
{
    const struct tally_row *tally = state_tally(turn->state, queue_id);
    const struct event_queue_set *queue = state_queue(turn->state, queue_id);
    int64_t wall_us = state_wall_us(turn->state, turn->now_us);
    const struct hours hours = hours_of(turn, queue, wall_us);
    bool is_opened = is_open_by_hand(tally, &hours, wall_us);

    write_switched(turn, tally, queue, &hours);
    if (tally->hours_due_us || hours.due_us)
        WRITE(turn, QUEUE_HOURS, queue_hours,
              { .queue_id = queue_id,
                .shut = hours.is_shut,
                .due_us = hours.due_us,
                .opened = is_opened,
                .open_until_us = is_opened ? hours.reopens_us : 0 });
}
