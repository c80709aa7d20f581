/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames on their way out: one at a time, made when the one before is out. */

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include <libwebsockets.h>

#include "web/feed.h"
#include "web/inside.h"
#include "web/socket.h"
#include "web/socket_inside.h"
#include "web/subscription.h"
#include "web/watch.h"

enum {
    SEND_AT_ONCE = 64 * 1024,
    CLOSE_TIMEOUT_S = 2, /* for the other end to close, too */
};

_Static_assert(PAGE_HEADROOM >= LWS_PRE + FRAME_HEAD_SIZE,
               "the head of a frame fits before the page");

/* Puts the head before the page: what follows is sent as it is. */
static void seal(struct socket *socket, enum frame_kind kind)
{
    struct page *page = &socket->output;
    unsigned char head[FRAME_HEAD_SIZE];
    size_t length = frame_write_head(kind, page->length, NULL, head);

    memcpy(page->text + PAGE_HEADROOM - length, head, length);
    socket->output_sent = PAGE_HEADROOM - length;
    socket->output_end = PAGE_HEADROOM + page->length;
}

static void write_control(struct socket *socket)
{
    unsigned char close_payload[FRAME_CONTROL_MAX];

    if (socket->close_code) {
        size_t length = frame_write_close(socket->close_code,
                                          socket->close_reason, close_payload);
        page_add_bytes(&socket->output, close_payload, length);
        socket->is_closed = true;
    } else if (socket->owes_pong) {
        page_add_bytes(&socket->output, socket->pong, socket->pong_length);
        socket->owes_pong = false;
    } else {
        page_add_bytes(&socket->output, "", 0);
        socket->owes_ping = false;
    }
}

static void write_answer(struct socket *socket)
{
    page_add(&socket->output, socket->answers[0]);
    free(socket->answers[0]);
    memmove(socket->answers, socket->answers + 1,
            --socket->answer_count * sizeof(socket->answers[0]));
}

/* The topics take turns: one that changes all the time starves no other. */
static void write_rows(struct socket *socket)
{
    struct web *web = socket->web;

    for (int i = 0; i < TOPIC_COUNT && socket->output.length == 0; i++) {
        int topic = (socket->next_topic + i) % TOPIC_COUNT;
        struct subscription *subscription = socket->subscriptions[topic];

        if (!subscription ||
            !subscription_wants(subscription, web->watch->rows))
            continue;
        socket->next_topic = topic + 1;
        if (subscription_write(subscription, web->watch->rows, web->floor,
                               &socket->asker, web_now_us(web),
                               &socket->output) < 0)
            socket->output.is_spoilt = true;
    }
}

/* Makes the next frame, if there is one. */
static void write_next(struct socket *socket)
{
    struct page *page = &socket->output;
    enum frame_kind kind = FRAME_TEXT;
    bool is_control =
        socket->close_code || socket->owes_pong || socket->owes_ping;

    if (is_control) {
        kind = socket->close_code  ? FRAME_CLOSE
               : socket->owes_pong ? FRAME_PONG
                                   : FRAME_PING;
        write_control(socket);
    } else if (socket->answer_count > 0) {
        write_answer(socket);
    } else {
        write_rows(socket);
        if (page->length == 0 && !page->is_spoilt)
            feed_write(socket, page);
    }
    if (!page->is_spoilt && (page->length > 0 || is_control))
        seal(socket, kind);
}

/* @return 0, or -1: the frame that closes is out, and more cannot be said */
static int after_frame(struct socket *socket)
{
    page_done(&socket->output);
    socket->output_end = 0;
    socket->output_sent = 0;
    lws_set_timeout(socket->wsi, NO_PENDING_TIMEOUT, 0);
    if (socket->is_closed) {
        shutdown(lws_get_socket_fd(socket->wsi), SHUT_WR);
        lws_set_timeout(socket->wsi, PENDING_TIMEOUT_USER_REASON_BASE,
                        CLOSE_TIMEOUT_S);
        return 0;
    }
    socket_wake(socket);
    return 0;
}

int socket_write(struct socket *socket)
{
    assert(socket);

    if (socket->is_closed && socket->output_end == 0)
        return 0;
    if (socket->output_end > 0 && socket->output_sent == socket->output_end)
        return after_frame(socket);
    if (socket->output_end == 0)
        write_next(socket);
    if (socket->output.is_spoilt) { /* later: the tick wakes all */
        page_done(&socket->output);
        socket->is_closed = false;
        return 0;
    }
    if (socket->output_end == 0) {
        page_done(&socket->output);
        return 0;
    }

    size_t length = socket->output_end - socket->output_sent;
    if (length > SEND_AT_ONCE)
        length = SEND_AT_ONCE;
    if (lws_write(socket->wsi,
                  (unsigned char *)socket->output.text + socket->output_sent,
                  length, LWS_WRITE_RAW) < 0)
        return -1;
    socket->output_sent += length;
    lws_set_timeout(socket->wsi, PENDING_TIMEOUT_USER_REASON_BASE,
                    socket->web->settings.send_timeout_s);
    socket_wake(socket);
    return 0;
}
