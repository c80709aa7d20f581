/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two streams and the tape between them. */

#include "media/stream.h"

#include <assert.h>
#include <errno.h>

static void put_on(struct media_stream *stream, struct media_stream *beside,
                   struct tape *tape, enum tape_channel channel)
{
    stream->tape = tape;
    stream->channel = channel;
    stream->beside = beside;
}

static void take_off(struct media_stream *stream)
{
    stream->tape = NULL;
    stream->beside = NULL;
}

void media_stream_record(struct media_stream *right, struct media_stream *left,
                         struct tape *tape, int64_t now_us)
{
    assert(right && right != left && tape);

    media_stream_stop_record(right, now_us);
    if (left)
        media_stream_stop_record(left, now_us);
    tape_begin(tape, now_us);
    put_on(right, left, tape, left ? TAPE_RIGHT : TAPE_LEFT);
    if (left)
        put_on(left, right, tape, TAPE_LEFT);
}

int media_stream_pause_record(struct media_stream *right, bool pause)
{
    assert(right);

    if (!right->tape || right->channel != TAPE_RIGHT)
        return -ENOENT;

    tape_pause(right->tape, pause);
    return 0;
}

void media_stream_stop_record(struct media_stream *stream, int64_t now_us)
{
    assert(stream);

    struct tape *tape = stream->tape;
    struct media_stream *beside = stream->beside;

    if (!tape)
        return;

    bool is_its_own = media_stream_has_tape(stream);

    take_off(stream);
    if (!is_its_own) {
        beside->beside = NULL;
        return;
    }
    if (beside)
        take_off(beside);
    tape_end(tape, now_us);
}

void media_stream_tape(struct media_stream *stream, const uint8_t *bytes,
                       const struct rtp_packet *packet, enum payload_kind kind,
                       int64_t now_us)
{
    assert(stream && stream->tape && bytes && packet);

    enum media_codec law = kind == KIND_PCMA ? MEDIA_PCMA : MEDIA_PCMU;
    bool is_heard = media_stream_has_tape(stream) || stream->partner;

    if ((kind != KIND_PCMU && kind != KIND_PCMA) || !is_heard || stream->muted)
        return;

    tape_hear(stream->tape, stream->channel, packet->ssrc, packet->timestamp,
              law, bytes + packet->payload_offset, packet->payload_length,
              now_us);
    quiet_hear(&stream->quiet, law, bytes + packet->payload_offset,
               packet->payload_length, now_us);
}

/* One alone that says nothing. */

void media_stream_watch_quiet(struct media_stream *stream, uint32_t quiet_ms,
                              int64_t now_us)
{
    assert(stream);

    quiet_begin(&stream->quiet, quiet_ms, now_us);
}

void media_stream_tell_quiet(struct media_stream *stream, int64_t now_us)
{
    const struct media_event event = { .type = MEDIA_QUIET };

    /* Without room it is tried again in 100 ms. */
    if (stream->tape && quiet_is_over(&stream->quiet, now_us) &&
        media_stream_report(stream, &event, UNREAD_MAX))
        quiet_begin(&stream->quiet, 0, now_us);
}
