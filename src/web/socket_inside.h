/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a WebSocket share: the struct behind socket.h. */

#ifndef WEB_SOCKET_INSIDE_H
#define WEB_SOCKET_INSIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lang/lang.h"
#include "web/asker.h"
#include "web/page.h"
#include "wire/frame.h"
#include "wire/topic.h"

struct feed;
struct lws;
struct subscription;
struct web;

enum { SOCKET_MAX_ANSWERS = 64 }; /* waiting to be sent */

struct socket {
    struct socket *next; /* of struct web_sockets */
    struct socket *previous;
    struct web *web;
    struct lws *wsi;
    uint64_t serial; /* names it to workers */

    struct asker asker;
    int64_t local_uid;
    enum language language;

    /* in */
    struct frame_reader reader;
    unsigned requests; /* within this second */
    int64_t heard_us;
    bool is_asked; /* whether it lives */

    /* what it wants */
    struct subscription *subscriptions[TOPIC_COUNT];
    int next_topic; /* whose turn it is */
    struct feed *feed;
    uint64_t attends; /* the agent whose console it is, or 0 */
    bool is_stalled;

    /* out, in this order */
    struct page output; /* the frame on its way */
    size_t output_end;  /* of its bytes in the page */
    size_t output_sent; /* the same */
    int close_code;     /* to be closed with; 0: not to be */
    const char *close_reason;
    bool is_closed; /* the frame that says so is out */
    size_t thrown;  /* bytes read since */
    bool owes_pong;
    char pong[FRAME_CONTROL_MAX];
    size_t pong_length;
    bool owes_ping;
    char *answers[SOCKET_MAX_ANSWERS]; /* owned */
    size_t answer_count;
};

/** Wants to send. */
void socket_wake(struct socket *socket);

/** Closes with a code and a reason, a constant. */
void socket_close(struct socket *socket, int code, const char *reason);

/** Answers with a text, which is owned from now on; NULL: no memory. */
void socket_answer(struct socket *socket, char *text);

/** Does what a message asks for. */
void socket_do(struct socket *socket, const char *text, size_t length);

/** Wants a topic no longer, if it did. */
void socket_leave_topic(struct socket *socket, enum topic topic);

#endif
