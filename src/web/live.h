/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole at a glance, and the server itself. */

#ifndef WEB_LIVE_H
#define WEB_LIVE_H

struct exchange;

void live_state(struct exchange *exchange);
void live_server(struct exchange *exchange);
void live_health(struct exchange *exchange);
void live_readiness(struct exchange *exchange);

/** Verify, back up, drain: the main thread's work. */
void live_task(struct exchange *exchange);

#endif
