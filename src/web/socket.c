/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames in, frames out, and the end. */

#include "web/socket.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include <libwebsockets.h>

#include "web/feed.h"
#include "web/inside.h"
#include "web/presence.h"
#include "web/socket_inside.h"
#include "web/socket_list.h"
#include "web/subscription.h"
#include "web/watch.h"

enum {
    SEND_AT_ONCE = 64 * 1024,
    CLOSE_TIMEOUT_S = 2, /* for the other end to close, too */
    THROWN_MAX = 1024 * 1024,
};

_Static_assert(PAGE_HEADROOM >= LWS_PRE + FRAME_HEAD_SIZE,
               "the head of a frame fits before the page");

struct socket *socket_new(struct web *web, struct lws *wsi,
                          const struct asker *asker, int64_t local_uid,
                          enum language language)
{
    assert(web && wsi && asker);

    struct socket *socket = calloc(1, sizeof(*socket));
    if (!socket)
        return NULL;

    socket->web = web;
    socket->wsi = wsi;
    socket->asker = *asker;
    socket->local_uid = local_uid;
    socket->language = language;
    socket->heard_us = web_now_us(web);
    frame_reader_init(&socket->reader, true, SOCKET_MAX_REQUEST);
    socket_list_enter(socket);
    return socket;
}

struct socket *socket_free(struct socket *socket)
{
    if (!socket)
        return NULL;

    presence_leave(socket);
    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        socket_leave_topic(socket, (enum topic)topic);
    feed_leave(socket);
    socket_list_leave(socket);
    frame_reader_done(&socket->reader);
    page_done(&socket->output);
    for (size_t i = 0; i < socket->answer_count; i++)
        free(socket->answers[i]);
    free(socket);
    return NULL;
}

void socket_wake(struct socket *socket)
{
    assert(socket);

    lws_callback_on_writable(socket->wsi);
}

void socket_close(struct socket *socket, int code, const char *reason)
{
    assert(socket && reason);

    if (socket->close_code)
        return;
    socket->close_code = code;
    socket->close_reason = reason;
    socket_wake(socket);
}

void socket_answer(struct socket *socket, char *text)
{
    assert(socket);

    if (!text) {
        socket_close(socket, FRAME_TRY_LATER, "no memory");
    } else if (socket->answer_count == SOCKET_MAX_ANSWERS) {
        free(text);
        socket_close(socket, FRAME_POLICY, "answers are not read");
    } else {
        socket->answers[socket->answer_count++] = text;
        socket_wake(socket);
    }
}

static void hear_frame(struct socket *socket, const struct frame *frame)
{
    socket->heard_us = web_now_us(socket->web);
    socket->is_asked = false;
    switch (frame->kind) {
    case FRAME_PING: /* the latest is answered, 5.5.3 */
        socket->owes_pong = true;
        memcpy(socket->pong, frame->text, frame->length);
        socket->pong_length = frame->length;
        socket_wake(socket);
        break;
    case FRAME_CLOSE:
        socket_close(socket,
                     frame->code == FRAME_NO_CODE ? FRAME_NORMAL : frame->code,
                     "");
        break;
    case FRAME_TEXT:
        if (++socket->requests > SOCKET_MAX_REQUESTS)
            socket_close(socket, FRAME_POLICY, "too many messages");
        else
            socket_do(socket, frame->text, frame->length);
        break;
    default: /* a pong has said that it lives */
        break;
    }
}

static const char *reason_of(int code)
{
    switch (code) {
    case FRAME_PROTOCOL_ERROR:
        return "not as RFC 6455 has it";
    case FRAME_UNACCEPTABLE:
        return "messages are text";
    case FRAME_BAD_TEXT:
        return "text is UTF-8";
    case FRAME_TOO_BIG:
        return "a message is too long";
    default:
        return "no memory";
    }
}

int socket_read(struct socket *socket, const char *bytes, size_t length)
{
    assert(socket && bytes);

    while (length > 0 && !socket->close_code) {
        struct frame frame;
        size_t used = 0;
        int rc = frame_read(&socket->reader, bytes, length, &used, &frame);

        bytes += used;
        length -= used;
        if (rc < 0)
            socket_close(socket, -rc, reason_of(-rc));
        else if (rc > 0)
            hear_frame(socket, &frame);
    }
    socket->thrown += length;
    return socket->thrown > THROWN_MAX ? -1 : 0;
}

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

void socket_begin(struct socket *socket)
{
    struct web *web = socket->web;
    const struct asker *asker = &socket->asker;
    struct page page = { .text = NULL };

    assert(socket);

    lws_set_timeout(socket->wsi, NO_PENDING_TIMEOUT, 0);
    page_add(&page, "{\"is\":\"hello\",\"release\":\"");
    page_add(&page, web->settings.release);
    page_add(&page, "\",\"seq\":");
    page_add_number(&page, (long long)state_system(web->floor)->seq);
    page_add(&page, ",\"user_id\":");
    page_add_number(&page, (long long)asker->user_id);
    page_add(&page, ",\"agent_id\":");
    page_add_number(&page, (long long)asker->agent_id);
    page_add(&page, ",\"role\":\"");
    page_add(&page, word_spell(&word_list_role, (int)asker->role));
    page_add(&page, "\"}");
    socket_answer(socket,
                  page.is_spoilt ? NULL : strdup(page.text + PAGE_HEADROOM));
    page_done(&page);
}
