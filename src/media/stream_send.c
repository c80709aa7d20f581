/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a stream lets its peer hear: a digit, a sound, its partner. */

#include "media/stream.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "media/address.h"
#include "media/g711.h"
#include "media/octets.h"

enum {
    /* A thread that comes later than this leaves frames out. */
    CATCH_UP_FRAMES = 3,
    SOUND_ROOM = RTP_HEADER_SIZE + FRAME_SAMPLES + CIPHER_TRAILER,
    DIGIT_ROOM = RTP_HEADER_SIZE + DIGIT_PAYLOAD_SIZE + CIPHER_TRAILER,
};

static bool may_send(const struct media_stream *stream)
{
    return stream->connected && stream->agreed.direction & MEDIA_SENDS;
}

/* `bytes` has room for a header before the payload, which begins at a multiple
   of 4, and for CIPHER_TRAILER behind it. What the peer got already it would
   not take again. */
static void send_packet(struct media_stream *stream, uint8_t *bytes,
                        const struct rtp_packet *packet)
{
    const struct sockaddr_storage *target = latch_target(&stream->latch);
    uint8_t *start = bytes + packet->payload_offset - RTP_HEADER_SIZE;
    size_t length = RTP_HEADER_SIZE + packet->payload_length;
    int rc = 0;

    rtp_packet_write_header(start, packet);
    if (stream->encrypts)
        rc = cipher_protect(stream->encrypts, start, &length);
    if (rc == -EALREADY)
        return;
    if (rc < 0 ||
        sendto(stream->rtp_fd, start, length, MSG_DONTWAIT,
               (const struct sockaddr *)target, address_length(target)) < 0) {
        stream->stats.send_failures++;
        return;
    }

    stream->stats.packets_sent++;
    stream->stats.octets_sent += packet->payload_length;
}

static void send_sound(struct media_stream *stream, int64_t now_us)
{
    _Alignas(uint64_t) uint8_t bytes[SOUND_ROOM];
    struct rtp_packet packet = {
        .payload_type = stream->agreed.payload_type,
        .payload_offset = RTP_HEADER_SIZE,
        .payload_length = FRAME_SAMPLES,
    };

    player_frame(&stream->player, stream->agreed.law, bytes + RTP_HEADER_SIZE);
    rtp_outgoing_frame(&stream->outgoing, now_us, FRAME_SAMPLES, &packet);
    send_packet(stream, bytes, &packet);
}

static void send_silence(struct media_stream *stream, int64_t now_us)
{
    _Alignas(uint64_t) uint8_t bytes[SOUND_ROOM];
    struct rtp_packet packet = {
        .payload_type = stream->agreed.payload_type,
        .payload_offset = RTP_HEADER_SIZE,
        .payload_length = FRAME_SAMPLES,
    };

    memset(bytes + RTP_HEADER_SIZE, g711_silence(stream->agreed.law),
           FRAME_SAMPLES);
    rtp_outgoing_break(&stream->outgoing);
    rtp_outgoing_frame(&stream->outgoing, now_us, FRAME_SAMPLES, &packet);
    send_packet(stream, bytes, &packet);
}

/* A partner's pauses are the partner's. */
void media_stream_keep_alive(struct media_stream *stream, int64_t now_us)
{
    int64_t limit_us = (int64_t)stream->settings->keep_alive_ms * 1000;
    bool is_busy = stream->partner || player_active(&stream->player) ||
                   digit_sender_busy(&stream->digits_out) || !may_send(stream);

    bool is_quiet = !is_busy && limit_us > 0 && stream->quiet_us > 0 &&
                    stream->stats.packets_sent == stream->quiet_sent;

    if (is_quiet && now_us - stream->quiet_us < limit_us)
        return;
    if (is_quiet)
        send_silence(stream, now_us);

    stream->quiet_us = now_us;
    stream->quiet_sent = stream->stats.packets_sent;
}

static void skip_sound(struct media_stream *stream, unsigned frames)
{
    player_skip(&stream->player, frames);
    rtp_outgoing_skip(&stream->outgoing, frames * FRAME_SAMPLES);
}

static void play(struct media_stream *stream, unsigned frames, int64_t now_us)
{
    if (!may_send(stream)) {
        skip_sound(stream, frames);
        return;
    }

    if (frames > CATCH_UP_FRAMES) {
        stream->stats.frames_skipped += frames - 1;
        skip_sound(stream, frames - 1);
        frames = 1;
    }
    while (frames-- > 0 && !player_finished(&stream->player))
        send_sound(stream, now_us);
}

static void send_digit(struct media_stream *stream, int64_t now_us)
{
    struct rtp_outgoing *outgoing = &stream->outgoing;
    struct digit_frame frame;
    _Alignas(uint64_t) uint8_t bytes[DIGIT_ROOM];
    struct rtp_packet packet = {
        .payload_type = stream->agreed.event_type,
        .payload_offset = RTP_HEADER_SIZE,
        .payload_length = DIGIT_PAYLOAD_SIZE,
    };

    digit_sender_frame(&stream->digits_out, stream->agreed.event_clock_hz / 50,
                       &frame);
    if (frame.nothing)
        return;

    if (frame.first) {
        rtp_outgoing_break(outgoing);
        rtp_outgoing_frame(outgoing, now_us, FRAME_SAMPLES, &packet);
        stream->digit_timestamp = packet.timestamp;
    } else {
        uint32_t began = stream->digit_timestamp + frame.timestamp_units;
        uint32_t end = stream->digit_timestamp + frame.sent_ms * 8;

        rtp_outgoing_repeat(outgoing, began, end - began, &packet);
    }
    memcpy(bytes + RTP_HEADER_SIZE, frame.payload, DIGIT_PAYLOAD_SIZE);
    send_packet(stream, bytes, &packet);
}

void media_stream_tick(struct media_stream *stream, unsigned frames,
                       int64_t now_us)
{
    assert(stream && frames > 0);

    if (media_stream_has_tape(stream))
        tape_advance(stream->tape, now_us);
    if (digit_sender_busy(&stream->digits_out)) {
        if (may_send(stream))
            send_digit(stream, now_us);
        rtp_outgoing_break(&stream->outgoing);
        if (player_active(&stream->player))
            player_skip(&stream->player, frames);
    } else if (player_active(&stream->player)) {
        play(stream, frames, now_us);
    }

    if (player_active(&stream->player))
        atomic_store_explicit(&stream->play_at_ms,
                              player_at_ms(&stream->player),
                              memory_order_relaxed);
    if (player_active(&stream->player) && player_finished(&stream->player))
        media_stream_stop_play(stream, MEDIA_PLAY_FINISHED);
}

/* Audio in the law and type that `to` sends; silence when its source is mute. */
static void fit_audio(const struct media_stream *from,
                      const struct media_stream *to, uint8_t *payload,
                      struct rtp_packet *packet, enum payload_kind kind)
{
    enum media_codec law = kind == KIND_PCMA ? MEDIA_PCMA : MEDIA_PCMU;

    if (from->muted)
        memset(payload, g711_silence(to->agreed.law), packet->payload_length);
    else if (law != to->agreed.law)
        g711_transcode(law, payload, packet->payload_length);
    packet->payload_type = to->agreed.payload_type;
}

/* An event in the type and clock that `to` sends; returns its duration in
   timestamp units. */
static uint32_t fit_event(const struct media_stream *from,
                          const struct media_stream *to, uint8_t *payload,
                          struct rtp_packet *packet)
{
    uint32_t heard_hz = from->agreed.heard_clock_hz;
    uint32_t sent_hz = to->agreed.event_clock_hz;
    uint64_t duration = octets_get16(payload + 2);
    uint64_t sent = duration * sent_hz / heard_hz;

    octets_put16(payload + 2, (uint16_t)(sent > 0xffff ? 0xffff : sent));
    packet->payload_type = to->agreed.event_type;
    return (uint32_t)(duration * SOUND_RATE_HZ / heard_hz);
}

static bool is_passable(const struct media_stream *to,
                        const struct rtp_packet *packet, enum payload_kind kind)
{
    if (kind == KIND_EVENTS)
        return to->agreed.event_type != MEDIA_NO_EVENTS &&
               packet->payload_length >= DIGIT_PAYLOAD_SIZE;

    return kind != KIND_COMFORT && packet->payload_length > 0;
}

void media_stream_pass(struct media_stream *from, struct media_stream *to,
                       uint8_t *bytes, struct rtp_packet *packet,
                       enum payload_kind kind, int64_t now_us)
{
    assert(from && to && bytes && packet);

    uint8_t *payload = bytes + packet->payload_offset;
    uint32_t units = (uint32_t)packet->payload_length;

    if (!may_send(to) || player_active(&to->player) ||
        digit_sender_busy(&to->digits_out))
        return;
    if (!is_passable(to, packet, kind)) {
        rtp_outgoing_swallow(&to->outgoing, packet);
        return;
    }

    if (kind == KIND_EVENTS)
        units = fit_event(from, to, payload, packet);
    else
        fit_audio(from, to, payload, packet, kind);

    if (rtp_outgoing_relay(&to->outgoing, now_us, units, packet))
        send_packet(to, bytes, packet);
}
