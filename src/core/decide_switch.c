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

static bool is_one_closed(const struct turn *turn, uint64_t queue_id)
{
    for (const struct queue_slot *q = table_first(&turn->state->queues); q;
         q = table_next(q))
        if ((!queue_id || q->tally.queue_id == queue_id) && q->tally.closed_us)
            return true;

    return false;
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

static void write_counted(struct turn *turn, uint64_t queue_id)
{
    for (const struct queue_slot *q = table_first(&turn->state->queues); q;
         q = table_next(q))
        if ((!queue_id || q->tally.queue_id == queue_id) && q->tally.closed_us)
            write_closing_counted(turn, &q->tally);
}

enum refusal decide_open_queue(struct turn *turn,
                               const struct command_open_queue *c)
{
    if (c->queue_id && !state_queue(turn->state, c->queue_id))
        return REFUSED_NO_QUEUE;
    if (!is_one_closed(turn, c->queue_id))
        return REFUSED_ALREADY_SO;

    write_counted(turn, c->queue_id);
    WRITE(turn, NIGHT_ENDED, night_ended, { .queue_id = c->queue_id });
    return REFUSED_NOT;
}
