/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one RTP source a stream has: its numbers never jump or repeat. */

#ifndef MEDIA_RTP_OUTGOING_H
#define MEDIA_RTP_OUTGOING_H

#include <stdbool.h>
#include <stdint.h>

#include "media/rtp_packet.h"

/*
 * Players, digits and bridges take turns in sending from one SSRC. Sequence
 * numbers rise by one; timestamps follow our clock (8 per ms), whoever sends:
 * a listener hears one source that pauses, not three that compete.
 *
 * Relayed packets keep their distances to each other, so that the listener sees
 * loss and reordering where they happened. The two offsets are found anew at
 * the start of a spurt, when the sender changes its SSRC or jumps, when its
 * timestamps turn out to mean something else, and when its clock has wandered
 * 2 s from ours.
 */
struct rtp_outgoing {
    uint32_t ssrc;
    uint16_t next_sequence;
    uint32_t next_timestamp; /* no new packet may carry a lower one */
    int64_t epoch_us;        /* when our timestamp was `offset` */
    uint32_t offset;
    bool in_spurt; /* of our own frames */
    bool mapped;   /* the rest is in use */
    uint32_t from_ssrc;
    uint16_t from_highest; /* sequence of the sender */
    uint16_t behind;       /* how far back the mapping reaches */
    uint16_t add_sequence;
    uint32_t add_timestamp;
};

/**
 * @param random  ssrc, first sequence number (below 2^15: a receiver of SRTP that
 *                misses the first packets must not be one round behind) and
 *                first timestamp come from it
 */
void rtp_outgoing_init(struct rtp_outgoing *outgoing, const uint32_t random[3],
                       int64_t now_us);

/**
 * The timestamp of this moment, as used in RTCP sender reports.
 */
uint32_t rtp_outgoing_clock(const struct rtp_outgoing *outgoing,
                            int64_t now_us);

/**
 * Numbers a frame of our own. The first one of a spurt gets the marker and the
 * present as its timestamp; the others follow without a gap.
 *
 * @param units     how long it lasts, in timestamp units
 * @param ret_packet  sequence, timestamp, ssrc and marker are set
 */
void rtp_outgoing_frame(struct rtp_outgoing *outgoing, int64_t now_us,
                        uint32_t units, struct rtp_packet *ret_packet);

/**
 * Lets time pass in a spurt without a frame.
 */
void rtp_outgoing_skip(struct rtp_outgoing *outgoing, uint32_t units);

/**
 * Numbers one more packet with the timestamp of an earlier one, as RFC 4733
 * events have it.
 *
 * @param timestamp  what the first packet of the event got
 * @param units      how long the event has lasted; nothing after it will have
 *                   a timestamp within
 */
void rtp_outgoing_repeat(struct rtp_outgoing *outgoing, uint32_t timestamp,
                         uint32_t units, struct rtp_packet *ret_packet);

/**
 * Renumbers a packet of somebody else's.
 *
 * @param units   how long its payload lasts
 * @param packet  changed: sequence, timestamp, ssrc, marker
 *
 * @return false when it is older than the spurt: not to be sent
 */
bool rtp_outgoing_relay(struct rtp_outgoing *outgoing, int64_t now_us,
                        uint32_t units, struct rtp_packet *packet);

/**
 * Tells that a packet of the sender being relayed will not be sent on, so that
 * no gap is left in our sequence.
 */
void rtp_outgoing_swallow(struct rtp_outgoing *outgoing,
                          const struct rtp_packet *packet);

/**
 * Tells that the timestamps of the sender being relayed mean something else
 * from here on: its next packet begins a spurt, after all that was sent.
 */
void rtp_outgoing_find_anew(struct rtp_outgoing *outgoing);

/**
 * Ends the spurt: whatever is sent next begins a new one.
 */
void rtp_outgoing_break(struct rtp_outgoing *outgoing);

#endif
