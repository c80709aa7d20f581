/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queues: their figures, and who serves them. */

#ifndef WEB_QUEUES_H
#define WEB_QUEUES_H

#include "web/exchange.h"
#include "wire/shape.h"

void queues_stats(struct exchange *exchange);
void queues_agents(struct exchange *exchange);
void queues_command(struct exchange *exchange); /* assign, close and so on */
void queues_command_all(struct exchange *exchange); /* close, open */
void queues_move_way(struct exchange *exchange);
void queues_now(struct exchange *exchange); /* all of them */
void queues_versions(struct exchange *exchange);

/** Tells a queue's figures: now, and of the day. The label is left out. */
void queue_figures(const struct state *floor, int64_t now_us,
                   const struct event_queue_set *queue,
                   struct shape_queue_now *ret_now);

/** The same with the label in the language of the request. */
void queue_fill(const struct exchange *exchange,
                const struct event_queue_set *queue,
                struct shape_queue_now *ret_now);

#endif
