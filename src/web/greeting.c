/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Five headers are looked at. */

#include "web/greeting.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "web/exchange.h"
#include "wire/topic.h"

/* The origin of a page is scheme://host[:port]; the server is what Host says. */
static bool is_own_page(const struct message_head *head, const char *origin)
{
    const char *host = message_head_field(head, "host");
    const char *name = strstr(origin, "://");

    return host && name && strcasecmp(name + 3, host) == 0;
}

void greeting_read(const struct message_head *head, struct greeting *ret)
{
    const char *origin = message_head_field(head, "origin");
    const char *key = message_head_field(head, "sec-websocket-key");
    const char *version = message_head_field(head, "sec-websocket-version");
    const char *offered = message_head_field(head, "sec-websocket-protocol");

    assert(ret);

    *ret = (struct greeting){
        .is_foreign = origin && !is_own_page(head, origin),
        .has_protocol =
            message_head_names(head, "sec-websocket-protocol", TOPIC_PROTOCOL),
    };
    ret->is_stranger = offered && !ret->has_protocol;
    ret->is_asked = message_head_names(head, "upgrade", "websocket") &&
                    message_head_names(head, "connection", "upgrade") &&
                    version && strcmp(version, "13") == 0 && key &&
                    frame_is_key(key) && !head->is_chunked &&
                    head->content_length == 0 && !head->is_last;
    if (ret->is_asked)
        memcpy(ret->key, key, sizeof(ret->key));
}

void greeting_answer(struct exchange *exchange)
{
    const struct greeting *greeting = &exchange->greeting;

    assert(exchange);

    if (greeting->is_foreign)
        exchange_refuse_field(exchange, PROBLEM_FOREIGN_PAGE, "Origin");
    else if (!greeting->is_asked)
        exchange_refuse(exchange, PROBLEM_UPGRADE_REQUIRED);
    else if (greeting->is_stranger)
        exchange_refuse_field(exchange, PROBLEM_BAD_HEADER,
                              "Sec-WebSocket-Protocol");
    else
        answer_with_socket(&exchange->answer, greeting->key,
                           greeting->has_protocol ? TOPIC_PROTOCOL : NULL);
}
