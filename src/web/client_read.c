/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests in: heads, bodies, and what is done with them. */

#include "web/client_inside.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include <libwebsockets.h>

#include "web/dispatch.h"
#include "web/socket.h"

enum {
    LINGER_MAX = 1024 * 1024, /* bytes thrown away for good manners */
};

static const char go_on[] = "HTTP/1.1 100 Continue\r\n\r\n";

static int run(struct client *client)
{
    struct exchange *exchange = client->exchange;

    exchange->began_us = web_now_us(client->web);
    if (exchange->answer.status == 0 && exchange_take_body(exchange))
        dispatch(exchange);
    if (!exchange->waits)
        return client_answer(client);

    client->state = CLIENT_BUSY;
    lws_set_timeout(client->wsi, NO_PENDING_TIMEOUT, 0);
    return 0;
}

/* Answers although the body has not come: it is not wanted any more. */
static int refuse_body(struct client *client, enum problem problem)
{
    if (problem)
        exchange_refuse(client->exchange, problem);
    client->is_last = true;
    client->has_unread_body = true;
    return client_answer(client);
}

static int expect_body(struct client *client, const struct message_head *head)
{
    struct exchange *exchange = client->exchange;
    size_t max = exchange_max_body(exchange);

    client->is_chunked = head->is_chunked;
    client->chunks = (struct chunks){ 0 };
    client->body_left = (uint64_t)head->content_length;
    if (!head->is_chunked && client->body_left == 0)
        return run(client);
    if (!head->is_chunked && client->body_left > max)
        return refuse_body(client, PROBLEM_TOO_LARGE);
    if (head->wants_continue) {
        if (exchange->answer.status != 0)
            return refuse_body(client, PROBLEM_NONE);
        unsigned char line[LWS_PRE + sizeof(go_on)];
        memcpy(line + LWS_PRE, go_on, sizeof(go_on));
        if (lws_write(client->wsi, line + LWS_PRE, sizeof(go_on) - 1,
                      LWS_WRITE_RAW) < 0)
            return -1;
    }
    client->state = CLIENT_BODY;
    client_set_timeout(client, client->web->settings.body_timeout_s);
    return 0;
}

/* A message that cannot be read: nobody knows where the next one begins. */
static int refuse_head(struct client *client, enum problem problem)
{
    client->exchange = exchange_new(client->web, client);
    if (!client->exchange)
        return -1;
    client->exchange->ready = client_on_ready;
    return refuse_body(client, problem);
}

static int read_head(struct client *client)
{
    struct message_head head;
    size_t length;
    enum problem problem;

    if (client->searched == 0 && client->input_length > 0)
        client_set_timeout(client, client->web->settings.head_timeout_s);
    problem = message_head_find(client->input, client->input_length,
                                client->searched, &length);
    client->searched = client->input_length;
    if (!problem && length == 0)
        return 0;
    if (!problem)
        problem = message_head_parse(client->input, length, &head);
    if (problem)
        return refuse_head(client, problem);

    client->is_last = head.is_last;
    client->exchange = exchange_new(client->web, client);
    if (!client->exchange)
        return -1;
    client->exchange->ready = client_on_ready;
    exchange_begin(client->exchange, &head, client->local_uid, client->source);
    client_drop_input(client, length); /* the head's texts are gone with it */
    return expect_body(client, &head);
}

static bool make_body_room(struct client *client, size_t more)
{
    struct exchange *exchange = client->exchange;
    size_t wanted = exchange->length + more + 1;

    if (wanted <= client->body_room && exchange->body)
        return true;
    size_t room = exchange->body ? 2 * client->body_room : 1024;
    if (room < wanted)
        room = wanted;
    char *body = realloc(exchange->body, room);
    if (!body)
        return false;
    exchange->body = body;
    client->body_room = room;
    return true;
}

/* Moves what has come into the body. @return bytes used, or -1 */
static int64_t move_body(struct client *client, size_t *ret_data)
{
    struct exchange *exchange = client->exchange;
    char *to = exchange->body + exchange->length;
    size_t used = client->input_length;

    if (client->is_chunked)
        return chunks_read(&client->chunks, client->input, client->input_length,
                           &used, to, ret_data) < 0
                   ? -1
                   : (int64_t)used;
    if (used > client->body_left)
        used = (size_t)client->body_left;
    memcpy(to, client->input, used);
    client->body_left -= used;
    *ret_data = used;
    return (int64_t)used;
}

static int read_body(struct client *client)
{
    struct exchange *exchange = client->exchange;
    size_t data = 0;

    if (!make_body_room(client, client->input_length))
        return refuse_body(client, PROBLEM_TRY_AGAIN);
    int64_t used = move_body(client, &data);
    if (used < 0)
        return refuse_body(client, PROBLEM_BAD_REQUEST);

    exchange->length += data;
    exchange->body[exchange->length] = '\0';
    client_drop_input(client, (size_t)used);
    if (exchange->length > exchange_max_body(exchange))
        return refuse_body(client, PROBLEM_TOO_LARGE);
    bool is_done = client->is_chunked ? chunks_are_done(&client->chunks)
                                      : client->body_left == 0;
    return is_done ? run(client) : 0;
}

/* Goes as far as what has been read allows. */
int client_go(struct client *client)
{
    size_t before;
    int rc = 0;

    do {
        before = client->input_length;
        if (client->state == CLIENT_HEAD && before > 0)
            rc = read_head(client);
        else if (client->state == CLIENT_BODY && before > 0)
            rc = read_body(client);
    } while (rc == 0 && client->input_length < before);

    if (rc == 0 && client->state != CLIENT_HEAD && client->state != CLIENT_BODY)
        lws_rx_flow_control(client->wsi, 0);
    return rc;
}

int client_read(struct client *client, const char *bytes, size_t length)
{
    assert(client && bytes);

    if (client->state == CLIENT_SOCKET)
        return socket_read(client->socket, bytes, length);
    if (client->state == CLIENT_LINGERING) {
        client->lingered += length;
        return client->lingered > LINGER_MAX ? -1 : 0;
    }
    if (client->input_length + length > INPUT_SIZE)
        return -1;
    memcpy(client->input + client->input_length, bytes, length);
    client->input_length += length;
    return client_go(client);
}
