/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offsets found at the start of a spurt, and kept as long as they make sense. */

#include "media/rtp_outgoing.h"

#include <assert.h>

enum {
    MAX_WANDER = 2 * 8000, /* timestamp units */
    MAX_AHEAD = 3000,      /* sequence numbers; more is a jump */
    MAX_BEHIND = 100,      /* reordering is kept so far */
};

void rtp_outgoing_init(struct rtp_outgoing *outgoing, const uint32_t random[3],
                       int64_t now_us)
{
    assert(outgoing && random);

    *outgoing = (struct rtp_outgoing){
        .ssrc = random[0],
        .next_sequence = (uint16_t)(random[1] & 0x7fff),
        .next_timestamp = random[2],
        .offset = random[2],
        .epoch_us = now_us,
    };
}

uint32_t rtp_outgoing_clock(const struct rtp_outgoing *outgoing, int64_t now_us)
{
    assert(outgoing);

    return outgoing->offset +
           (uint32_t)((now_us - outgoing->epoch_us) * 8 / 1000);
}

/* The present, unless what was sent already reaches beyond it. */
static uint32_t start_of_spurt(const struct rtp_outgoing *outgoing,
                               int64_t now_us)
{
    uint32_t clock = rtp_outgoing_clock(outgoing, now_us);

    if ((int32_t)(clock - outgoing->next_timestamp) < 0)
        return outgoing->next_timestamp;

    return clock;
}

static void reach(struct rtp_outgoing *outgoing, uint32_t timestamp)
{
    if ((int32_t)(timestamp - outgoing->next_timestamp) > 0)
        outgoing->next_timestamp = timestamp;
}

void rtp_outgoing_frame(struct rtp_outgoing *outgoing, int64_t now_us,
                        uint32_t units, struct rtp_packet *ret_packet)
{
    assert(outgoing && ret_packet);

    bool first = !outgoing->in_spurt;

    if (first)
        outgoing->next_timestamp = start_of_spurt(outgoing, now_us);

    ret_packet->ssrc = outgoing->ssrc;
    ret_packet->marker = first;
    ret_packet->sequence = outgoing->next_sequence++;
    ret_packet->timestamp = outgoing->next_timestamp;
    outgoing->next_timestamp += units;
    outgoing->in_spurt = true;
    outgoing->mapped = false;
}

void rtp_outgoing_skip(struct rtp_outgoing *outgoing, uint32_t units)
{
    assert(outgoing);

    if (outgoing->in_spurt)
        outgoing->next_timestamp += units;
}

void rtp_outgoing_repeat(struct rtp_outgoing *outgoing, uint32_t timestamp,
                         uint32_t units, struct rtp_packet *ret_packet)
{
    assert(outgoing && ret_packet);

    ret_packet->ssrc = outgoing->ssrc;
    ret_packet->marker = false;
    ret_packet->sequence = outgoing->next_sequence++;
    ret_packet->timestamp = timestamp;
    reach(outgoing, timestamp + units);
}

static void map(struct rtp_outgoing *outgoing, int64_t now_us,
                const struct rtp_packet *packet)
{
    outgoing->mapped = true;
    outgoing->in_spurt = false;
    outgoing->from_ssrc = packet->ssrc;
    outgoing->from_highest = packet->sequence;
    outgoing->behind = 0;
    outgoing->add_sequence =
        (uint16_t)(outgoing->next_sequence - packet->sequence);
    outgoing->add_timestamp =
        start_of_spurt(outgoing, now_us) - packet->timestamp;
    outgoing->next_sequence++;
}

/* Whether the offsets in use still lead to where the present is. */
static bool mapping_fits(const struct rtp_outgoing *outgoing, int64_t now_us,
                         const struct rtp_packet *packet, int16_t ahead)
{
    int32_t wander = (int32_t)(packet->timestamp + outgoing->add_timestamp -
                               rtp_outgoing_clock(outgoing, now_us));

    return outgoing->mapped && outgoing->from_ssrc == packet->ssrc &&
           ahead <= MAX_AHEAD && ahead >= -MAX_BEHIND && wander <= MAX_WANDER &&
           wander >= -MAX_WANDER;
}

/* Notes the sender's numbers up to this packet as used. */
static void advance(struct rtp_outgoing *outgoing, uint16_t sequence,
                    int16_t ahead)
{
    unsigned behind = outgoing->behind + (unsigned)ahead;

    outgoing->from_highest = sequence;
    outgoing->behind = (uint16_t)(behind < MAX_BEHIND ? behind : MAX_BEHIND);
    outgoing->next_sequence = (uint16_t)(sequence + outgoing->add_sequence + 1);
}

bool rtp_outgoing_relay(struct rtp_outgoing *outgoing, int64_t now_us,
                        uint32_t units, struct rtp_packet *packet)
{
    assert(outgoing && packet);

    int16_t ahead = (int16_t)(packet->sequence - outgoing->from_highest);

    if (!mapping_fits(outgoing, now_us, packet, ahead)) {
        map(outgoing, now_us, packet);
        packet->marker = true;
    } else if (ahead > 0) {
        advance(outgoing, packet->sequence, ahead);
    } else if (-ahead > outgoing->behind) {
        return false;
    }

    packet->ssrc = outgoing->ssrc;
    packet->sequence = (uint16_t)(packet->sequence + outgoing->add_sequence);
    packet->timestamp += outgoing->add_timestamp;
    reach(outgoing, packet->timestamp + units);
    return true;
}

void rtp_outgoing_swallow(struct rtp_outgoing *outgoing,
                          const struct rtp_packet *packet)
{
    assert(outgoing && packet);

    int16_t ahead = (int16_t)(packet->sequence - outgoing->from_highest);

    if (!outgoing->mapped || outgoing->from_ssrc != packet->ssrc ||
        ahead <= 0 || ahead > MAX_AHEAD)
        return;

    advance(outgoing, packet->sequence, ahead);
    outgoing->add_sequence--;
    outgoing->next_sequence--;
    outgoing->behind = 0;
}

void rtp_outgoing_find_anew(struct rtp_outgoing *outgoing)
{
    assert(outgoing);

    outgoing->mapped = false;
}

void rtp_outgoing_break(struct rtp_outgoing *outgoing)
{
    assert(outgoing);

    outgoing->in_spurt = false;
    outgoing->mapped = false;
}
