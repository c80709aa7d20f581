/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers out, and what follows them. */

#include "web/client_inside.h"

#include <assert.h>
#include <stdlib.h>
#include <sys/socket.h>

#include <libwebsockets.h>

#include "web/piece.h"
#include "web/piece_read.h"
#include "web/socket.h"

enum {
    SEND_AT_ONCE = 64 * 1024,
    LINGER_TIMEOUT_S = 2,
};

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
    client_set_timeout(client, client->web->settings.send_timeout_s);
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
int client_answer(struct client *client)
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
    client_set_timeout(client, client->web->settings.send_timeout_s);
    lws_callback_on_writable(client->wsi);
    return 0;
}

/* Called for an exchange that had to wait. */
void client_on_ready(struct exchange *exchange)
{
    struct client *client = exchange->client;

    if (client_answer(client) < 0)
        cut_off(client);
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
        client_set_timeout(client, LINGER_TIMEOUT_S);
        return 0;
    }
    client->state = CLIENT_HEAD;
    client->searched = 0;
    client_set_timeout(client, client->web->settings.idle_timeout_s);
    return client_go(client);
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
        client_set_timeout(client, client->web->settings.send_timeout_s);
        lws_callback_on_writable(client->wsi);
        return 0;
    }
    return after_output(client);
}
