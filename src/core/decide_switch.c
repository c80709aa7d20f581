/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The night switch: queues are closed and opened. */

#include "core/callback.h"
#include "core/queue_slot.h"

static bool is_closed_so(const struct tally_row *tally,
                         const struct command_close_queue *c)
{
    return tally->closed_us && !tally->closed_by_hours &&
           tally->closed_prompt_id == c->message_id &&
           tally->closed_until_us == c->until;
}

/* Whether all of those meant are so already. */
static bool is_all_closed_so(const struct turn *turn,
                             const struct command_close_queue *c)
{
    for (const struct queue_slot *q = table_first(&turn->state->queues); q;
         q = table_next(q))
        if ((!c->queue_id || q->tally.queue_id == c->queue_id) &&
            !is_closed_so(&q->tally, c))
            return false;

    return true;
}

enum refusal decide_close_queue(struct turn *turn,
                                const struct command_close_queue *c)
{
    if (c->queue_id && !state_queue(turn->state, c->queue_id))
        return REFUSED_NO_QUEUE;
    if (c->message_id && !state_prompt(turn->state, c->message_id))
        return REFUSED_NO_PROMPT;
    if (c->until && c->until <= state_wall_us(turn->state, turn->now_us))
        return REFUSED_UNTIL_IS_PAST;
    if (is_all_closed_so(turn, c))
        return REFUSED_ALREADY_SO;

    WRITE(turn, NIGHT_BEGAN, night_began,
          { .queue_id = c->queue_id,
            .prompt_id = c->message_id,
            .until_us = c->until });
    return REFUSED_NOT;
}

/* Whoever opens all of them ends the closings of people: a calendar's is ended
   by its queue's name only. */
static bool is_meant(const struct tally_row *tally, uint64_t queue_id)
{
    return tally->closed_us &&
           (queue_id ? tally->queue_id == queue_id : !tally->closed_by_hours);
}

static bool is_one_meant(const struct turn *turn, uint64_t queue_id)
{
    for (const struct queue_slot *q = table_first(&turn->state->queues); q;
         q = table_next(q))
        if (is_meant(&q->tally, queue_id))
            return true;

    return false;
}

/* Whether one is closed at all: by its hours, where none is meant. */
static bool is_one_shut(const struct turn *turn)
{
    for (const struct queue_slot *q = table_first(&turn->state->queues); q;
         q = table_next(q))
        if (q->tally.closed_us)
            return true;

    return false;
}

/* Whether none that is closed now is left so. */
static bool is_each_opened(const struct turn *turn)
{
    for (const struct queue_slot *q = table_first(&turn->state->queues); q;
         q = table_next(q))
        if (q->tally.closed_us &&
            (q->tally.closed_by_hours || is_back_to_hours(turn, &q->tally)))
            return false;

    return true;
}

static void write_opened(struct turn *turn, const struct tally_row *tally)
{
    if (is_back_to_hours(turn, tally)) {
        write_back_to_hours(turn, tally);
        return;
    }

    write_closing_counted(turn, tally);
    WRITE(turn, NIGHT_ENDED, night_ended, { .queue_id = tally->queue_id });
}

/* One event is of all queues: also of those that calendars keep closed. */
static void write_all_opened(struct turn *turn)
{
    bool is_each = is_each_opened(turn);

    for (const struct queue_slot *q = table_first(&turn->state->queues); q;
         q = table_next(q)) {
        if (!is_meant(&q->tally, 0))
            continue;
        if (is_each)
            write_closing_counted(turn, &q->tally);
        else
            write_opened(turn, &q->tally);
    }

    if (is_each)
        WRITE(turn, NIGHT_ENDED, night_ended, { .queue_id = 0 });
}

enum refusal decide_open_queue(struct turn *turn,
                               const struct command_open_queue *c)
{
    if (c->queue_id && !state_queue(turn->state, c->queue_id))
        return REFUSED_NO_QUEUE;
    if (!is_one_meant(turn, c->queue_id))
        return !c->queue_id && is_one_shut(turn) ? REFUSED_NONE_BY_HAND
                                                 : REFUSED_ALREADY_SO;

    if (c->queue_id)
        write_opened(turn, state_tally(turn->state, c->queue_id));
    else
        write_all_opened(turn);
    return REFUSED_NOT;
}
