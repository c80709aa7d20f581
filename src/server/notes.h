/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must outlive the process, on its way from calls to the store. */

#ifndef SERVER_NOTES_H
#define SERVER_NOTES_H

struct server;

/**
 * Queues the notes that calls has for the store. What the store has no room for
 * stays, the oldest first, until it is called again: a commit, which makes
 * room, rings for the next pump. How many wait meanwhile is bounded by calls.
 */
void notes_keep(struct server *server);

/** Forgets the one that could not be queued. */
void notes_drop(struct server *server);

#endif
