/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The message that a request is about. */

#include "web/exchange.h"
#include "web/lookup.h"
#include "web/voicemail_whose.h"

const struct message_row *voicemail_find(struct exchange *exchange)
{
    const struct state *floor = exchange_floor(exchange);
    uint64_t id = lookup_number(exchange, 0);
    const struct message_row *message = id ? state_message(floor, id) : NULL;

    if (id &&
        (!message || message->state == MESSAGE_BEING_LEFT ||
         !voicemail_hears(&exchange->asker, exchange->match.route->permission,
                          floor, message->box_id, message->agent_id))) {
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
        return NULL;
    }
    return message;
}
