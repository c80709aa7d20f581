/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is to be called back, over HTTP. */

#ifndef WEB_CALLBACKS_H
#define WEB_CALLBACKS_H

#include "web/exchange.h"

/** Whether somebody may see a callback, or have it changed: an agent those of
 *  the own queues that are nobody else's, and the own ones. */
bool callback_is_seen(const struct asker *asker, enum permission permission,
                      const struct state *floor,
                      const struct callback_row *callback);

/** Whether the asker may have that queue, and agent, call somebody back. */
bool callback_may_be_asked(const struct exchange *exchange,
                           const struct command_ask_callback *asked);

void callbacks_list(struct exchange *exchange);
void callbacks_read(struct exchange *exchange);
void callbacks_ask(struct exchange *exchange); /* callback_asked.c */
void callbacks_attempts(struct exchange *exchange);
void callbacks_command(struct exchange *exchange); /* one of them */

#endif
