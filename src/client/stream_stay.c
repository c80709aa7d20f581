/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One connection while it lives: frames, pings, and a screen that looks. */

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <string.h>

#include "base/clock.h"
#include "client/handshake.h"
#include "client/stream.h"

enum {
    MESSAGE_MAX = 1024 * 1024,
    READ_SIZE = 64 * 1024,
    PING_EVERY_MS = 5000,
    FULL_BOX_MS = 20, /* until it is looked again whether there is room */
};

static int64_t passed_ms(int64_t since_us)
{
    return (clock_boot_us() - since_us) / 1000;
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

static void note_heard(struct stream *stream)
{
    struct session *session = stream->session;

    stream->heard_us = clock_boot_us();
    atomic_store(&session->heard_us, session->settings.now_us());
}

static int hear_frame(struct stream *stream, const struct frame *frame)
{
    note_heard(stream);
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

/* Until the next ping is due, or the server has been silent for too long. */
static int64_t wait_for_ms(const struct stream *stream)
{
    int64_t ping_ms = PING_EVERY_MS - passed_ms(stream->measured_us);
    int64_t silent_ms =
        stream->session->settings.silence_ms - passed_ms(stream->heard_us);

    if (ping_ms <= 0 && stream->pinged_us != 0)
        ping_ms = PING_EVERY_MS;
    if (silent_ms < ping_ms)
        ping_ms = silent_ms;
    return ping_ms < 0 ? 0 : ping_ms;
}

/* Waits for the server, the screen, or the time for a ping. */
static int wait_and_do(struct stream *stream, bool has_room)
{
    struct pollfd news[] = {
        { .fd = letterbox_fd(stream->session->orders), .events = POLLIN },
        { .fd = channel_fd(stream->channel), .events = POLLIN },
    };
    int64_t left_ms = has_room ? wait_for_ms(stream) : FULL_BOX_MS;

    (void)poll(news, has_room ? 2 : 1, (int)left_ms);
    int rc = news[0].revents ? stream_obey_all(stream) : 0;
    if (rc == 0 && has_room && news[1].revents)
        rc = read_some(stream);
    if (rc == 0 && has_room && passed_ms(stream->measured_us) >= PING_EVERY_MS)
        rc = ping(stream);
    if (rc == 0 && has_room &&
        passed_ms(stream->heard_us) >= stream->session->settings.silence_ms)
        rc = -ETIMEDOUT;
    return rc;
}

int stream_stay(struct stream *stream, const struct handshake *greeted)
{
    int rc = 0;

    frame_reader_init(&stream->reader, false, MESSAGE_MAX);
    note_heard(stream);
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
