/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small machine: head, body, busy, sending, and perhaps lingering. */

#include "web/client.h"

#include <assert.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include <libwebsockets.h>

#include "web/chunks.h"
#include "web/dispatch.h"
#include "web/exchange.h"
#include "web/inside.h"
#include "web/message_head.h"
#include "web/piece.h"
#include "web/piece_read.h"
#include "web/socket.h"

enum {
    /* A head, and what the library reads at once behind it. */
    INPUT_SIZE = MESSAGE_HEAD_MAX_LENGTH + WEB_READ_SIZE,
    SEND_AT_ONCE = 64 * 1024,
    LINGER_TIMEOUT_S = 2,
    LINGER_MAX = 1024 * 1024, /* bytes thrown away for good manners */
};

static const char go_on[] = "HTTP/1.1 100 Continue\r\n\r\n";

enum client_state {
    CLIENT_HEAD,
    CLIENT_BODY,
    CLIENT_BUSY,      /* the request is being done */
    CLIENT_SENDING,   /* its answer goes out */
    CLIENT_LINGERING, /* what still comes is thrown away */
    CLIENT_SOCKET     /* it is a WebSocket now */
};

struct client {
    struct web *web;
    struct lws *wsi;
    int64_t local_uid;
    char source[64];

    enum client_state state;
    char input[INPUT_SIZE + 1];
    size_t input_length;
    size_t searched; /* for the end of the head */

    struct exchange *exchange;
    bool is_last;         /* the connection is closed after the answer */
    bool has_unread_body; /* the answer was made before it came */
    bool is_chunked;
    struct chunks chunks;
    uint64_t body_left; /* not chunked */
    size_t body_room;
    size_t lingered;

    struct socket *socket; /* it becomes one after the answer, or is one */

    char *output; /* with LWS_PRE bytes before it */
    size_t output_length;
    size_t output_sent;
};

struct client *client_new(struct web *web, struct lws *wsi, int64_t local_uid,
                          const char *source)
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

struct client *client_free(struct client *client)
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

static void set_timeout(const struct client *client, int seconds)
{
    lws_set_timeout(client->wsi, PENDING_TIMEOUT_USER_REASON_BASE, seconds);
}

static void drop_input(struct client *client, size_t length)
{
    client->input_length -= length;
    memmove(client->input, client->input + length, client->input_length);
    client->searched = 0;
}

static void count_answer(struct web *web, const struct exchange *exchange)
{
    int64_t took_us = web_now_us(web) - exchange->began_us;

    web->figures.requests++;
    if (exchange->answer.status >= 500)
        web->figures.failed++;
    else if (exchange->answer.status >= 400)
        web->figures.refused++;
    web->figures.time_us += took_us;
    if (took_us > web->figures.longest_us)
        web->figures.longest_us = took_us;
}

static void cut_off(struct client *client)
{
    lws_set_timeout(client->wsi, PENDING_TIMEOUT_USER_REASON_BASE,
                    LWS_TO_KILL_ASYNC);
}

/* Called for an exchange whose answer is a file, of which a piece is read. */
static void on_piece(struct exchange *exchange)
{
    struct client *client = exchange->client;
    struct piece *piece = exchange->piece;

    if (!piece) { /* the head is out already: there is no other way to say so */
        cut_off(client);
        return;
    }
    exchange->piece = NULL;
    free(client->output);
    client->output = piece->bytes;
    client->output_length = piece->length;
    client->output_sent = 0;
    piece->bytes = NULL;
    piece_free(piece);
    set_timeout(client, client->web->settings.send_timeout_s);
    lws_callback_on_writable(client->wsi);
}

/* The exchange stays as long as its file is sent, if it has one. */
static void let_go(struct client *client)
{
    struct exchange *exchange = client->exchange;
    const struct answer_file *file = exchange->answer.file;

    if (file && file->left > 0 && !exchange->is_head) {
        exchange->ready = on_piece;
        return;
    }
    client->exchange = NULL;
    exchange_leave(exchange);
}

/* Turns the answer into bytes. */
static int send_answer(struct client *client)
{
    struct exchange *exchange = client->exchange;

    count_answer(client->web, exchange);
    if (exchange->answer.status == 101)
        client->socket = socket_new(client->web, client->wsi, &exchange->asker,
                                    client->local_uid, exchange->language);
    bool is_failed = exchange->answer.status == 101 && !client->socket;
    client->output = answer_print(&exchange->answer, LWS_PRE, client->is_last,
                                  exchange->is_head, &client->output_length);
    client->output_sent = 0;
    let_go(client);
    if (!client->output || is_failed)
        return -1;

    client->state = CLIENT_SENDING;
    set_timeout(client, client->web->settings.send_timeout_s);
    lws_callback_on_writable(client->wsi);
    return 0;
}

/* Called for an exchange that had to wait. */
static void on_ready(struct exchange *exchange)
{
    struct client *client = exchange->client;

    if (send_answer(client) < 0)
        cut_off(client);
}

static int run(struct client *client)
{
    struct exchange *exchange = client->exchange;

    exchange->began_us = web_now_us(client->web);
    if (exchange->answer.status == 0 && exchange_take_body(exchange))
        dispatch(exchange);
    if (!exchange->waits)
        return send_answer(client);

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
    return send_answer(client);
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
    set_timeout(client, client->web->settings.body_timeout_s);
    return 0;
}

/* A message that cannot be read: nobody knows where the next one begins. */
static int refuse_head(struct client *client, enum problem problem)
{
    client->exchange = exchange_new(client->web, client);
    if (!client->exchange)
        return -1;
    client->exchange->ready = on_ready;
    return refuse_body(client, problem);
}

static int read_head(struct client *client)
{
    struct message_head head;
    size_t length;
    enum problem problem;

    if (client->searched == 0 && client->input_length > 0)
        set_timeout(client, client->web->settings.head_timeout_s);
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
    client->exchange->ready = on_ready;
    exchange_begin(client->exchange, &head, client->local_uid, client->source);
    drop_input(client, length); /* the head's texts are gone with it */
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
    drop_input(client, (size_t)used);
    if (exchange->length > exchange_max_body(exchange))
        return refuse_body(client, PROBLEM_TOO_LARGE);
    bool is_done = client->is_chunked ? chunks_are_done(&client->chunks)
                                      : client->body_left == 0;
    return is_done ? run(client) : 0;
}

/* Goes as far as what has been read allows. */
static int go(struct client *client)
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
    return go(client);
}

/* What came behind the greeting is frames already. */
static int become_socket(struct client *client)
{
    client->state = CLIENT_SOCKET;
    lws_rx_flow_control(client->wsi, 1);
    socket_begin(client->socket);
    return socket_read(client->socket, client->input, client->input_length);
}

/* The answer is out. Closing with bytes unread would reset the connection and
   take the answer from the client: let it read first. */
static int after_answer(struct client *client)
{
    free(client->output);
    client->output = NULL;
    if (client->socket)
        return become_socket(client);
    if (client->is_last && !client->has_unread_body)
        return -1;

    lws_rx_flow_control(client->wsi, 1);
    if (client->has_unread_body) {
        client->state = CLIENT_LINGERING;
        client->input_length = 0;
        shutdown(lws_get_socket_fd(client->wsi), SHUT_WR);
        set_timeout(client, LINGER_TIMEOUT_S);
        return 0;
    }
    client->state = CLIENT_HEAD;
    client->searched = 0;
    set_timeout(client, client->web->settings.idle_timeout_s);
    return go(client);
}

/* What was in the output is out: is there more? */
static int after_output(struct client *client)
{
    struct exchange *exchange = client->exchange;

    if (!exchange)
        return after_answer(client);
    if (exchange->waits)
        return 0;
    if (exchange->answer.file && exchange->answer.file->left > 0)
        return piece_ask(exchange, LWS_PRE) < 0 ? -1 : 0;

    client->exchange = NULL;
    exchange_leave(exchange);
    return after_answer(client);
}

int client_write(struct client *client)
{
    assert(client);

    if (client->state == CLIENT_SOCKET)
        return socket_write(client->socket);
    if (client->state != CLIENT_SENDING)
        return 0;
    if (client->output_sent < client->output_length) {
        size_t length = client->output_length - client->output_sent;
        unsigned char *from = (unsigned char *)client->output + LWS_PRE;

        if (length > SEND_AT_ONCE)
            length = SEND_AT_ONCE;
        if (lws_write(client->wsi, from + client->output_sent, length,
                      LWS_WRITE_RAW) < 0)
            return -1;
        client->output_sent += length;
        set_timeout(client, client->web->settings.send_timeout_s);
        lws_callback_on_writable(client->wsi);
        return 0;
    }
    return after_output(client);
}
