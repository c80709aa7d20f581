/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a datagram to a key, a relayed packet, or a reason for dropping it. */

#include "media/stream.h"

#include <assert.h>
#include <errno.h>

static void hear_event(struct media_stream *stream, const uint8_t *bytes,
                       const struct rtp_packet *packet, int64_t now_us)
{
    struct media_event event = { .type = MEDIA_DIGIT };

    switch (digit_receive(&stream->digits_in, packet->ssrc, packet->timestamp,
                          bytes + packet->payload_offset,
                          packet->payload_length, now_us, &event.digit)) {
    case DIGIT_IGNORED:
        media_stream_drop(stream, MEDIA_DROP_EVENT_IGNORED);
        return;
    case DIGIT_CAPPED:
        media_stream_drop(stream, MEDIA_DROP_EVENT_CAPPED);
        return;
    case DIGIT_PRESSED:
        break;
    default:
        return;
    }

    stream->stats.digits_received++;
    if (!media_stream_report(stream, &event, UNREAD_DIGITS))
        media_stream_drop(stream, MEDIA_DROP_EVENT_CAPPED);
}

/* The payload type counts for audio only: keys and comfort noise have others
   than the speech they interrupt. */
static bool is_from_peer(struct media_stream *stream,
                         const struct sockaddr_storage *from,
                         const struct rtp_packet *packet,
                         enum payload_kind kind, int64_t now_us)
{
    bool audio = kind == KIND_PCMU || kind == KIND_PCMA;
    uint8_t type = audio ? packet->payload_type : stream->latch.payload_type;

    switch (latch_judge(&stream->latch, from, packet->ssrc, type, now_us,
                        stream->settings->relatch_after_ms * INT64_C(1000))) {
    case LATCH_MOVED:
        stream->stats.relatches++;
        stream->lag.started = false;
        return true;
    case LATCH_TAKEN:
        return true;
    default:
        media_stream_drop(stream, MEDIA_DROP_WRONG_SOURCE);
        return false;
    }
}

static void count(struct media_stream *stream, const struct rtp_packet *packet,
                  int64_t now_us)
{
    if (stream->reception.ssrc != packet->ssrc)
        stream->lag.started = false;

    rtp_reception_note(&stream->reception, packet->ssrc, packet->sequence,
                       packet->timestamp, (uint32_t)(now_us * 8 / 1000));
    stream->stats.packets_received++;
    stream->stats.octets_received += packet->payload_length;
    stream->heard_us = now_us;
    stream->timed_out = false;
}

/* Whether it is RTP of a type we know; otherwise it is counted as dropped. */
static bool is_readable(struct media_stream *stream, const uint8_t *bytes,
                        size_t length, struct rtp_packet *ret_packet,
                        enum payload_kind *ret_kind)
{
    int rc = rtp_packet_parse(bytes, length, ret_packet);

    if (rc < 0) {
        media_stream_drop(stream, rc == -EPROTO ? MEDIA_DROP_NOT_RTP
                                                : MEDIA_DROP_MALFORMED);
        return false;
    }

    *ret_kind = stream->agreed.kinds[ret_packet->payload_type];
    if (*ret_kind == KIND_UNKNOWN)
        media_stream_drop(stream, MEDIA_DROP_UNKNOWN_TYPE);

    return *ret_kind != KIND_UNKNOWN;
}

/* A clock that was believed to have stood still, and has not, would turn time
   back for whoever listens. */
static enum lag_verdict note_lag(struct media_stream *stream,
                                 const struct rtp_packet *packet,
                                 int64_t now_us)
{
    bool in_order = packet->sequence == stream->reception.max_sequence;
    uint32_t moved = stream->lag.moved;
    enum lag_verdict verdict =
        lag_note(&stream->lag, now_us, packet->timestamp, in_order);

    if (stream->partner && (int32_t)(stream->lag.moved - moved) < 0)
        rtp_outgoing_find_anew(&stream->partner->outgoing);

    return verdict;
}

/* Whether sound comes soon enough to be heard. */
static bool is_fresh(struct media_stream *stream, struct rtp_packet *packet,
                     int64_t now_us)
{
    enum lag_verdict verdict = note_lag(stream, packet, now_us);

    if (verdict == LAG_STALE)
        media_stream_drop(stream, MEDIA_DROP_STALE);
    if (verdict != LAG_ANEW)
        return verdict == LAG_FRESH;

    packet->marker = true; /* RFC 3551, 4.1: of what follows a pause */
    if (stream->tape)
        tape_begin_anew(stream->tape, stream->channel);
    return true;
}

/* Nothing is believed, not even where it comes from, before it is decrypted. */
static bool is_authentic(struct media_stream *stream, uint8_t *bytes,
                         size_t *length, const struct sockaddr_storage *from,
                         int64_t now_us)
{
    if (!stream->decrypts)
        return true;

    if (!rtp_packet_is_rtp(bytes, *length)) {
        media_stream_drop(stream, MEDIA_DROP_NOT_RTP);
        return false;
    }
    if (!latch_may_take(&stream->latch, from, now_us,
                        stream->settings->relatch_after_ms * INT64_C(1000))) {
        media_stream_drop(stream, MEDIA_DROP_WRONG_SOURCE);
        return false;
    }

    return media_stream_decrypts(stream, cipher_unprotect, bytes, length);
}

static void take(struct media_stream *stream, uint8_t *bytes, size_t length,
                 const struct sockaddr_storage *from, int64_t now_us)
{
    struct rtp_packet packet;
    enum payload_kind kind;

    if (!stream->connected) {
        media_stream_drop(stream, MEDIA_DROP_NOT_CONNECTED);
        return;
    }
    if (!is_authentic(stream, bytes, &length, from, now_us) ||
        !is_readable(stream, bytes, length, &packet, &kind) ||
        !is_from_peer(stream, from, &packet, kind, now_us))
        return;

    count(stream, &packet, now_us);
    if (!(stream->agreed.direction & MEDIA_RECEIVES)) {
        media_stream_drop(stream, MEDIA_DROP_HELD);
        return;
    }

    if (kind == KIND_EVENTS)
        hear_event(stream, bytes, &packet, now_us);
    else if (kind != KIND_COMFORT && !is_fresh(stream, &packet, now_us))
        return;

    packet.timestamp += stream->lag.moved;
    if (stream->tape)
        media_stream_tape(stream, bytes, &packet, kind, now_us);
    if (stream->partner)
        media_stream_pass(stream, stream->partner, bytes, &packet, kind,
                          now_us);
}

void media_stream_receive(struct media_stream *stream, uint8_t *buffer,
                          int64_t now_us)
{
    assert(stream && buffer);

    struct sockaddr_storage from;
    socklen_t from_length = sizeof(from);
    ssize_t length =
        recvfrom(stream->rtp_fd, buffer, STREAM_BUFFER, MSG_DONTWAIT,
                 (struct sockaddr *)&from, &from_length);

    /* Nothing there after all, or an ICMP error, which is now forgotten. */
    if (length < 0)
        return;

    take(stream, buffer, (size_t)length, &from, now_us);
}

void media_stream_drain(struct media_stream *stream, uint8_t *buffer)
{
    assert(stream && buffer);

    enum {
        MOST = 512, /* the socket's buffer holds fewer */
    };

    for (int i = 0; i < MOST; i++) {
        if (recv(stream->rtp_fd, buffer, STREAM_BUFFER, MSG_DONTWAIT) < 0)
            return;
        media_stream_drop(stream, MEDIA_DROP_STALE);
    }
}
