/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A connection, from its first byte to its last. */

#include "web/client_inside.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libwebsockets.h>

#include "web/socket.h"

struct client *client_accept(struct web *web, struct lws *wsi,
                             int64_t local_uid, const char *source)
{
    assert(web && wsi && source);

    struct client *client = calloc(1, sizeof(*client));
    if (!client)
        return NULL;

    client->web = web;
    client->wsi = wsi;
    client->local_uid = local_uid;
    (void)snprintf(client->source, sizeof(client->source), "%s", source);
    lws_set_timeout(wsi, PENDING_TIMEOUT_USER_REASON_BASE,
                    web->settings.head_timeout_s);
    return client;
}

const char *client_source(const struct client *client)
{
    assert(client);

    return client->source;
}

struct client *client_end(struct client *client)
{
    if (!client)
        return NULL;

    if (client->exchange)
        exchange_leave(client->exchange);
    socket_free(client->socket);
    free(client->output);
    free(client);
    return NULL;
}

void client_set_timeout(const struct client *client, int seconds)
{
    lws_set_timeout(client->wsi, PENDING_TIMEOUT_USER_REASON_BASE, seconds);
}

void client_drop_input(struct client *client, size_t length)
{
    client->input_length -= length;
    memmove(client->input, client->input + length, client->input_length);
    client->searched = 0;
}
