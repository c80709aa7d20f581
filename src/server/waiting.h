/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What boxes hold, for the lamps of their agents' phones. */

#ifndef SERVER_WAITING_H
#define SERVER_WAITING_H

#include "core/event.h"

struct server;

/** Tells phones what has changed with an event, after its turn. O(1) for a
 *  message, O(boxes + phones) for what is configured. */
void waiting_take_event(struct server *server, const struct event *event);

/** Tells all of them: at the start. */
void waiting_tell_all(struct server *server);

#endif
