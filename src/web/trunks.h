/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trunks as live screens show them: whether each can be used, and its calls. */

#ifndef WEB_TRUNKS_H
#define WEB_TRUNKS_H

#include "core/event.h"
#include "wire/topic.h"

struct exchange;
struct web;

void trunks_state(struct exchange *exchange); /* one trunk */
void trunks_now(struct exchange *exchange);   /* all of them */

/** A row of TRUNK_STATES, by what the main thread told last. */
void trunks_fill(const struct web *web, const struct event_trunk_set *trunk,
                 struct topic_trunk_states *ret_row);

#endif
