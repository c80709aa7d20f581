/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The WebSocket of a session: what is wanted, and one connection after the
   other. */

#ifndef CLIENT_STREAM_H
#define CLIENT_STREAM_H

#include <stdbool.h>
#include <stdint.h>

#include "client/channel.h"
#include "client/session_inside.h"
#include "wire/frame.h"

struct handshake;

/* Of the network thread alone. */
struct stream {
    struct session *session;
    struct session_link link; /* as it was told last */

    struct {
        bool is_wanted;
        char filter[FILTER_MAX_LENGTH + 1];
    } topics[TOPIC_COUNT];
    bool follows;
    uint64_t after; /* the last event told */
    char filter[FILTER_MAX_LENGTH + 1];
    bool is_stalled;
    bool is_hurried; /* somebody would not wait for the next try */

    /* of the connection */
    struct channel *channel; /* NULL: there is none */
    struct frame_reader reader;
    int64_t heard_us;
    int64_t pinged_us;   /* 0: no ping is on its way */
    int64_t measured_us; /* when the last one was sent */
    int close_code;      /* of the server; 0: it has not closed */
    int tries;           /* in a row that failed */
};

/** Tells the screen how it is with the connection. */
void stream_tell(struct stream *stream, enum session_state state);

/** Sends a text. @return 0, or the connection is lost: as channel_write() */
int stream_send(struct stream *stream, enum frame_kind kind, const char *text,
                size_t length);

/** Says on a new connection all that is wanted. @return as stream_send() */
int stream_say_all(struct stream *stream);

/** Does what the screen wants. @return as stream_send() */
int stream_obey(struct stream *stream, const struct order *order);

/** Does all that the screen wants by now. @return as stream_send() */
int stream_obey_all(struct stream *stream);

/** Stays connected as long as it goes. @return why it ended; 0: the session
 *  ends */
int stream_stay(struct stream *stream, const struct handshake *greeted);

/** Takes a message of the server. @return 0, -EPROTO or -ENOMEM */
int stream_hear(struct stream *stream, const char *text, size_t length);

#endif
