/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What boxes hold, for the lamps of phones. */

#ifndef SERVER_WAITING_H
#define SERVER_WAITING_H

#include "core/event.h"

/*
 * The lamp of a phone is the box of its agent. Besides, a phone may watch any
 * box that its agent hears, by the number of that box: the lamps of teams and
 * queues.
 */
struct server;

/** Lets phones ask for lamps of boxes, and tells them all: at the start. */
void waiting_begin(struct server *server);

/** Tells phones what has changed with an event, after its turn. O(subscriptions)
 *  for a message, O(boxes + phones) for what is configured. */
void waiting_take_event(struct server *server, const struct event *event);

/** All events of a turn are taken: who may see lamps is looked at once.
 *  O(subscriptions), after events that matter to that. */
void waiting_end_turn(struct server *server);

#endif
