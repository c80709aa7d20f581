/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The beginning, frames in, and the end. */

#include "web/socket.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <libwebsockets.h>

#include "web/feed.h"
#include "web/inside.h"
#include "web/presence.h"
#include "web/socket_inside.h"
#include "web/socket_list.h"

enum { THROWN_MAX = 1024 * 1024 }; /* bytes read after the end */

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
