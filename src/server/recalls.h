/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which agent has talked to a caller before: looked up while the call comes. */

#ifndef SERVER_RECALLS_H
#define SERVER_RECALLS_H

#include "core/event.h"

/*
 * Whoever calls is looked up by number in the store, by a worker; what it finds
 * is told to the core (recall_caller), which may let the contact wait for that
 * agent first. No call waits for the look-up: one that comes too late, or finds
 * nothing, changes nothing; unless rules ask about the caller's past, which the
 * core then waits for, a moment. Only while one does, or a queue has
 * sticky_days.
 */
struct server;
struct recalls;

/** @return 0 or negative errno */
int recalls_new(struct server *server, struct recalls **ret_recalls);

/** After the jobs have ended; NULL is fine. @return NULL */
struct recalls *recalls_free(struct recalls *recalls);

/** Hears of what has happened. */
void recalls_take_event(struct recalls *recalls, const struct event *event);

#endif
