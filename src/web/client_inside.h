/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A connection from inside, for the files client*.c only. */

#ifndef WEB_CLIENT_INSIDE_H
#define WEB_CLIENT_INSIDE_H

#include "web/chunks.h"
#include "web/client.h"
#include "web/exchange.h"
#include "web/inside.h"
#include "web/message_head.h"

enum {
    /* A head, and what the library reads at once behind it. */
    INPUT_SIZE = MESSAGE_HEAD_MAX_LENGTH + WEB_READ_SIZE,
};

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

/* client.c */

/** Counted from now; then the connection is closed. */
void client_set_timeout(const struct client *client, int seconds);
void client_drop_input(struct client *client, size_t length);

/* client_read.c */

/** Goes on with what has been read. @return 0, or -1: close it */
int client_go(struct client *client);

/* client_send.c */

/** Turns the exchange's answer into bytes. @return 0, or -1: close it */
int client_answer(struct client *client);

/** The same, for an exchange that had to wait: its `ready`. */
void client_on_ready(struct exchange *exchange);

#endif
