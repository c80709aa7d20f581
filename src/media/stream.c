/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of a stream. */

#include "media/stream.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "media/address.h"

void media_stream_init(struct media_stream *stream, struct media_stream_id id,
                       const struct media_settings *settings,
                       struct stream_outlet *outlet, uint16_t port, int rtp_fd,
                       int rtcp_fd, const uint32_t random[8], int64_t now_us)
{
    assert(stream && settings && outlet && random);

    *stream = (struct media_stream){
        .id = id,
        .settings = settings,
        .outlet = outlet,
        .port = port,
        .rtp_fd = rtp_fd,
        .rtcp_fd = rtcp_fd,
    };
    rtp_outgoing_init(&stream->outgoing, random, now_us);
    stream->rtcp.dice = random[3] | 1;
    snprintf(stream->rtcp.name, sizeof(stream->rtcp.name), "%08x%08x%08x",
             random[4], random[5], random[6]);
}

int media_stream_connect(struct media_stream *stream,
                         const struct sockaddr_storage *remote,
                         const struct stream_agreement *agreed, int64_t now_us)
{
    assert(stream && remote && agreed);

    int rc = media_stream_set_keys(stream, agreed);
    if (rc < 0)
        return rc;

    bool elsewhere = !address_equal(&stream->latch.expected, remote);

    latch_expect(&stream->latch, remote);
    if (elsewhere)
        stream->rtcp.source = (struct sockaddr_storage){ 0 };
    if (!stream->connected)
        stream->rtcp.next_us = now_us + 2500000;

    /* Packets not passed on while held must not look like lost ones. */
    rtp_outgoing_break(&stream->outgoing);
    /* A hold by address has no target; what was latched on must not get it. */
    stream->agreed = *agreed;
    if (remote->ss_family == 0)
        stream->agreed.direction &= ~(unsigned)MEDIA_SENDS;
    if (agreed->event_type == MEDIA_NO_EVENTS)
        stream->digits_out = (struct digit_sender){ 0 };
    stream->connected = true;
    stream->heard_us = now_us;
    stream->timed_out = false;
    return 0;
}

int media_stream_play(struct media_stream *stream, struct sound *sound,
                      uint64_t play_id, uint32_t offset_ms, bool loop)
{
    assert(stream && sound);

    if (!stream->connected)
        return -ENOTCONN;

    media_stream_stop_play(stream, MEDIA_PLAY_REPLACED);
    player_start(&stream->player, sound, play_id, offset_ms, loop);
    rtp_outgoing_break(&stream->outgoing);
    return 0;
}

void media_stream_stop_play(struct media_stream *stream,
                            enum media_ending ending)
{
    assert(stream);

    struct player *player = &stream->player;

    if (!player_active(player))
        return;

    struct media_event event = {
        .type = MEDIA_PLAY_ENDED,
        .play_id = player->play_id,
        .ending = ending,
        .played_ms = (uint32_t)(player->played * 1000 / SOUND_RATE_HZ),
    };

    media_stream_tell(stream, &event, player->sound);
    player->sound = NULL;
    rtp_outgoing_break(&stream->outgoing);
}

int media_stream_control_play(struct media_stream *stream,
                              enum media_play_action action, int64_t value)
{
    assert(stream);

    struct player *player = &stream->player;

    if (!player_active(player))
        return -ENOENT;

    switch (action) {
    case MEDIA_PLAY_GO_ON:
    case MEDIA_PLAY_PAUSE:
        player->paused = action == MEDIA_PLAY_PAUSE;
        break;
    case MEDIA_PLAY_SEEK:
        player_seek(player, value);
        break;
    case MEDIA_PLAY_SKIP:
        player_seek(player, (int64_t)player_at_ms(player) + value);
        break;
    case MEDIA_PLAY_SPEED:
        if (value < MEDIA_SLOWEST_PCT || value > MEDIA_FASTEST_PCT)
            return -EINVAL;
        player->speed_pct = (unsigned)value;
        break;
    }

    return 0;
}

/* What nobody listened to may have been silent for long. */
static void count_silence_anew(struct media_stream *stream, int64_t now_us)
{
    stream->heard_us = now_us;
    stream->timed_out = false;
}

int media_stream_bridge(struct media_stream *a, struct media_stream *b,
                        int64_t now_us)
{
    assert(a && b && a != b);

    if (!a->connected || !b->connected)
        return -ENOTCONN;
    if (a->partner == b)
        return 0;

    media_stream_unbridge(a);
    media_stream_unbridge(b);
    a->partner = b;
    b->partner = a;
    count_silence_anew(a, now_us);
    count_silence_anew(b, now_us);
    return 0;
}

void media_stream_unbridge(struct media_stream *stream)
{
    assert(stream);

    struct media_stream *partner = stream->partner;

    if (!partner)
        return;

    /* What either plays goes on in its own spurt. */
    stream->outgoing.mapped = false;
    partner->outgoing.mapped = false;
    partner->partner = NULL;
    stream->partner = NULL;
}

int media_stream_send_digit(struct media_stream *stream, uint8_t event,
                            uint32_t duration_ms)
{
    assert(stream);

    if (!stream->connected)
        return -ENOTCONN;
    if (stream->agreed.event_type == MEDIA_NO_EVENTS)
        return -ENOTSUP;

    return digit_sender_add(&stream->digits_out, event, duration_ms);
}

void media_stream_close(struct media_stream *stream, int64_t now_us)
{
    assert(stream);

    media_stream_stop_record(stream, now_us);
    media_stream_unbridge(stream);
    media_stream_stop_play(stream, MEDIA_PLAY_STOPPED);
    if (stream->connected)
        media_stream_send_report(stream, true, now_us);
    media_stream_forget_keys(stream);
    close(stream->rtp_fd);
    close(stream->rtcp_fd);
    stream->rtp_fd = stream->rtcp_fd = -1;
    stats_cell_write(&stream->published, &stream->stats);
}

static void check_silence(struct media_stream *stream, int64_t now_us)
{
    int64_t silent_ms = (now_us - stream->heard_us) / 1000;
    uint32_t limit_ms = stream->settings->rtp_timeout_ms;

    if (!(stream->agreed.direction & MEDIA_RECEIVES) || limit_ms == 0 ||
        silent_ms < limit_ms || stream->timed_out)
        return;

    struct media_event event = {
        .type = MEDIA_TIMEOUT,
        .silent_ms = (uint32_t)silent_ms,
    };

    /* Without room it is tried again in 100 ms. */
    stream->timed_out = media_stream_report(stream, &event, UNREAD_MAX);
}

void media_stream_keep(struct media_stream *stream, int64_t now_us)
{
    assert(stream);

    if (stream->connected) {
        check_silence(stream, now_us);
        media_stream_keep_alive(stream, now_us);
        media_stream_tell_quiet(stream, now_us);
        if (now_us >= stream->rtcp.next_us)
            media_stream_send_report(stream, false, now_us);
    }

    stream->stats.packets_lost = rtp_reception_lost(&stream->reception);
    stream->stats.jitter_us = (stream->reception.jitter_16 >> 4) * 125ull;
    stats_cell_write(&stream->published, &stream->stats);
}
