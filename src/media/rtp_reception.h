/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting what one RTP source sent, what came, and how evenly. */

#ifndef MEDIA_RTP_RECEPTION_H
#define MEDIA_RTP_RECEPTION_H

#include <stdbool.h>
#include <stdint.h>

/*
 * RFC 3550: A.1 (sequence numbers), A.3 (loss), A.8 (jitter), 6.4.1 (the report
 * block). One source at a time; another SSRC begins anew, and the loss of those
 * before it is kept in the sum.
 *
 * A.1's probation is left out: latch.h decides whose packets get here.
 */
struct rtp_reception {
    bool started;
    uint32_t ssrc;
    uint16_t max_sequence;
    uint32_t cycles; /* of the sequence number, in 2^16 */
    uint32_t base_sequence;
    uint32_t bad_sequence; /* the next one that would confirm a jump */
    uint32_t received;
    uint32_t expected_before; /* at the last report */
    uint32_t received_before;
    uint32_t transit;
    uint32_t jitter_16;   /* 1/16 of timestamp units */
    uint64_t lost_before; /* of earlier sources, or before a jump */
};

struct rtp_report_block {
    uint32_t ssrc;
    uint8_t fraction_lost;   /* of 256, since the last block */
    int32_t cumulative_lost; /* 24 bits, signed */
    uint32_t highest_sequence;
    uint32_t jitter; /* timestamp units */
};

/**
 * Takes one packet into account, also a late or doubled one. O(1).
 *
 * @param arrival  when it came, in timestamp units of any epoch
 */
void rtp_reception_note(struct rtp_reception *reception, uint32_t ssrc,
                        uint16_t sequence, uint32_t timestamp,
                        uint32_t arrival);

/**
 * Packets expected less received, over all sources so far; never below 0.
 */
uint64_t rtp_reception_lost(const struct rtp_reception *reception);

/**
 * Makes the block for the next RTCP report, and begins the next interval.
 *
 * @return false when nothing has come yet
 */
bool rtp_reception_report(struct rtp_reception *reception,
                          struct rtp_report_block *ret_block);

#endif
