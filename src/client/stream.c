/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Connecting, staying connected, and coming back. */

#include "client/stream.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/entropy.h"
#include "client/handshake.h"

enum {
    MESSAGE_MAX = 1024 * 1024,
    READ_SIZE = 64 * 1024,
    PING_EVERY_MS = 5000,
    SILENCE_MS = 15000, /* then the connection is taken for lost */
    FULL_BOX_MS = 20,   /* until it is looked again whether there is room */
};

static int64_t passed_ms(int64_t since_us)
{
    return (clock_boot_us() - since_us) / 1000;
}

void stream_tell(struct stream *stream, enum session_state state)
{
    struct news_letter news = { .kind = NEWS_LINK };
    struct session_link *link = &stream->link;

    assert(stream);

    if (link->state != state)
        link->since_us = stream->session->settings.now_us();
    link->state = state;
    if (state != SESSION_OFFLINE)
        link->next_try_us = 0;
    if (state == SESSION_LIVE) {
        link->reason = 0;
        memset(&link->problem, 0, sizeof(link->problem));
    }
    news.link = *link;
    (void)session_tell(stream->session, &news);
}

static int hear_pong(struct stream *stream)
{
    if (stream->pinged_us == 0)
        return 0;
    stream->link.round_trip_us = clock_boot_us() - stream->pinged_us;
    stream->pinged_us = 0;
    stream_tell(stream, stream->link.state);
    return 0;
}

static int hear_frame(struct stream *stream, const struct frame *frame)
{
    stream->heard_us = clock_boot_us();
    switch (frame->kind) {
    case FRAME_PING:
        return stream_send(stream, FRAME_PONG, frame->text, frame->length);
    case FRAME_PONG:
        return hear_pong(stream);
    case FRAME_CLOSE:
        stream->close_code = frame->code;
        (void)stream_send(stream, FRAME_CLOSE, "\x03\xe8", 2); /* 1000 */
        return -ECONNRESET;
    default:
        return stream_hear(stream, frame->text, frame->length);
    }
}

static int hear_bytes(struct stream *stream, const char *bytes, size_t length)
{
    while (length > 0) {
        struct frame frame;
        size_t used = 0;
        int rc = frame_read(&stream->reader, bytes, length, &used, &frame);

        bytes += used;
        length -= used;
        if (rc < 0)
            return -EPROTO;
        if (rc > 0)
            rc = hear_frame(stream, &frame);
        if (rc < 0)
            return rc;
    }
    return 0;
}

static int read_some(struct stream *stream)
{
    static _Thread_local char bytes[READ_SIZE];
    int rc = 0;

    /* All that there is: TLS may hold back what poll() knows nothing of. */
    do {
        rc = channel_read(stream->channel, bytes, sizeof(bytes));
        if (rc <= 0)
            return rc;
        rc = hear_bytes(stream, bytes, (size_t)rc);
    } while (rc == 0 &&
             letterbox_count(stream->session->news) < SESSION_MAX_NEWS);
    return rc;
}

static int ping(struct stream *stream)
{
    if (stream->pinged_us != 0)
        return 0;
    stream->pinged_us = clock_boot_us();
    stream->measured_us = stream->pinged_us;
    return stream_send(stream, FRAME_PING, "", 0);
}

/* @return 0, below: the connection is lost */
static int obey_all(struct stream *stream)
{
    struct letter *letter;
    int rc = 0;

    while (rc == 0 && !atomic_load(&stream->session->is_ending) &&
           (letter = letterbox_take(stream->session->orders))) {
        rc = stream_obey(stream, (struct order *)letter);
        if (letter != &stream->session->end.letter)
            free(letter);
    }
    return rc;
}

/* Waits for the server, the screen, or the time for a ping. */
static int wait_and_do(struct stream *stream, bool has_room)
{
    struct pollfd news[] = {
        { .fd = letterbox_fd(stream->session->orders), .events = POLLIN },
        { .fd = channel_fd(stream->channel), .events = POLLIN },
    };
    int64_t left_ms = PING_EVERY_MS - passed_ms(stream->measured_us);

    if (left_ms <= 0 && stream->pinged_us != 0)
        left_ms = PING_EVERY_MS;
    if (left_ms < 0)
        left_ms = 0;
    if (!has_room)
        left_ms = FULL_BOX_MS;
    (void)poll(news, has_room ? 2 : 1, (int)left_ms);
    int rc = news[0].revents ? obey_all(stream) : 0;
    if (rc == 0 && has_room && news[1].revents)
        rc = read_some(stream);
    if (rc == 0 && has_room && passed_ms(stream->measured_us) >= PING_EVERY_MS)
        rc = ping(stream);
    if (rc == 0 && has_room && passed_ms(stream->heard_us) >= SILENCE_MS)
        rc = -ETIMEDOUT;
    return rc;
}

/* @return why it ended */
static int stay(struct stream *stream, const struct handshake *greeted)
{
    int rc = 0;

    frame_reader_init(&stream->reader, false, MESSAGE_MAX);
    stream->heard_us = clock_boot_us();
    stream->pinged_us = 0;
    stream->close_code = 0;
    rc = ping(stream);
    if (rc == 0)
        rc = hear_bytes(stream, greeted->rest, greeted->rest_length);
    while (rc == 0 && !atomic_load(&stream->session->is_ending)) {
        bool has_room =
            letterbox_count(stream->session->news) < SESSION_MAX_NEWS;

        if (!has_room) /* who does not look is not silent */
            stream->heard_us = clock_boot_us();
        rc = wait_and_do(stream, has_room);
    }
    frame_reader_done(&stream->reader);
    return rc;
}

static void note_refusal(struct stream *stream,
                         const struct client_problem *problem)
{
    stream->link.problem = *problem;
    stream->link.reason = 0;
}

/* One connection, from its beginning to its end. @return why it ended; 0: it
   was refused, or the session ends */
static int connect_once(struct stream *stream)
{
    struct handshake *greeted = calloc(1, sizeof(*greeted));
    int rc = greeted ? channel_open(&stream->session->settings.client,
                                    &stream->channel)
                     : -ENOMEM;

    if (rc == 0)
        rc = handshake_make(stream->channel, &stream->session->settings.client,
                            greeted);
    if (rc == 0 && greeted->problem.status != 0)
        note_refusal(stream, &greeted->problem);
    else if (rc == 0)
        rc = stay(stream, greeted);
    stream->channel = channel_close(stream->channel);
    free(greeted);
    return rc;
}

/* Signed out in the middle: the server has said so with its code. */
static bool is_refused(const struct stream *stream, int rc)
{
    int status = stream->link.problem.status;

    return rc == 0 && status >= 400 && status < 500 && status != 429;
}

static void note_signed_out(struct stream *stream)
{
    static const struct client_problem problem = {
        .status = 401,
        .code = "unauthorized",
    };

    note_refusal(stream, &problem);
}

/* Full jitter: anything from 0 up to twice as much each time. */
static int64_t draw_wait_ms(struct stream *stream)
{
    const struct session_settings *settings = &stream->session->settings;
    int64_t longest_ms = settings->first_wait_ms;
    uint32_t chance;

    for (int i = 0; i < stream->tries && longest_ms < settings->longest_wait_ms;
         i++)
        longest_ms *= 2;
    if (longest_ms > settings->longest_wait_ms)
        longest_ms = settings->longest_wait_ms;
    entropy_bytes(&chance, sizeof(chance));
    stream->tries++;
    return (int64_t)(chance % (uint64_t)(longest_ms + 1));
}

/* Obeys meanwhile, so that the next connection says what is wanted then. */
static void wait_ms(struct stream *stream, int64_t ms)
{
    int64_t began_us = clock_boot_us();
    struct pollfd orders = { .fd = letterbox_fd(stream->session->orders),
                             .events = POLLIN };

    while (!atomic_load(&stream->session->is_ending)) {
        int64_t left_ms = ms < 0 ? -1 : ms - passed_ms(began_us);

        if (ms >= 0 && left_ms <= 0)
            return;
        (void)poll(&orders, 1, (int)left_ms);
        (void)obey_all(stream);
    }
}

static void come_back(struct stream *stream, int rc)
{
    int64_t ms = draw_wait_ms(stream);

    if (stream->close_code == TOPIC_RIGHTS_CHANGED)
        ms = 0;
    stream->link.reason = rc;
    stream->link.next_try_us = stream->session->settings.now_us() + 1000 * ms;
    stream_tell(stream, SESSION_OFFLINE);
    wait_ms(stream, ms);
}

struct stream *stream_new(struct session *session)
{
    assert(session);

    struct stream *stream = calloc(1, sizeof(*stream));
    if (!stream)
        return NULL;
    stream->session = session;
    stream->link.round_trip_us = -1;
    stream->link.since_us = session->settings.now_us();
    return stream;
}

void *session_stream(void *arg)
{
    struct session *session = arg;
    struct stream *stream = session->stream;

    while (!atomic_load(&session->is_ending)) {
        stream->close_code = 0;
        int rc = connect_once(stream);

        if (rc < 0 && stream->close_code == TOPIC_SIGNED_OUT) {
            note_signed_out(stream);
            rc = 0;
        }
        if (atomic_load(&session->is_ending))
            break;
        if (is_refused(stream, rc)) {
            stream_tell(stream, SESSION_REFUSED);
            wait_ms(stream, -1);
        } else {
            come_back(stream, rc);
        }
    }
    return NULL;
}
