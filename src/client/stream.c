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
        link->next_try_us = link->next_try = 0;
    if (state == SESSION_LIVE) {
        link->reason = 0;
        memset(&link->problem, 0, sizeof(link->problem));
    }
    news.link = *link;
    (void)session_tell(stream->session, &news);
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
    struct client_settings here = stream->session->settings.client;
    struct handshake *greeted = calloc(1, sizeof(*greeted));

    here.endpoint = *session_server(stream->session, stream->link.server);
    int rc = greeted ? channel_open(&here, &stream->channel) : -ENOMEM;
    if (rc == 0)
        rc = handshake_make(stream->channel, &here, greeted);
    if (rc == 0 && greeted->problem.status != 0)
        note_refusal(stream, &greeted->problem);
    else if (rc == 0)
        rc = stream_stay(stream, greeted);
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

/* The next of its addresses, for requests too. */
static void turn_to_next(struct stream *stream)
{
    int count = 1 + stream->session->settings.other_count;

    stream->link.server = (stream->link.server + 1) % count;
    atomic_store(&stream->session->server, stream->link.server);
}

/* Obeys meanwhile, so that the next connection says what is wanted then. */
static void wait_ms(struct stream *stream, int64_t ms)
{
    int64_t began_us = clock_boot_us();
    struct pollfd orders = { .fd = letterbox_fd(stream->session->orders),
                             .events = POLLIN };

    stream->is_hurried = false;
    while (!atomic_load(&stream->session->is_ending) && !stream->is_hurried) {
        int64_t left_ms = ms < 0 ? -1 : ms - passed_ms(began_us);

        if (ms >= 0 && left_ms <= 0)
            return;
        (void)poll(&orders, 1, (int)left_ms);
        (void)stream_obey_all(stream);
    }
}

static void come_back(struct stream *stream, int rc)
{
    int64_t ms = draw_wait_ms(stream);

    if (stream->close_code == TOPIC_RIGHTS_CHANGED)
        ms = 0;
    stream->link.reason = rc;
    stream->link.next_try_us = stream->session->settings.now_us() + 1000 * ms;
    stream->link.next_try = stream->tries;
    stream_tell(stream, SESSION_OFFLINE);
    wait_ms(stream, ms);
    if (stream->close_code != TOPIC_RIGHTS_CHANGED)
        turn_to_next(stream);
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
