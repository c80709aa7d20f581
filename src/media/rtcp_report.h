/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RTCP: what we tell about a stream, and what we believe of the peer. */

#ifndef MEDIA_RTCP_REPORT_H
#define MEDIA_RTCP_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "media/rtp_reception.h"

/*
 * RFC 3550, 6.4 to 6.6. A compound of one report, the canonical name, and at
 * the end BYE. Of what comes in, only the numbers about ourselves and the clock
 * for the round trip are used; a BYE is not: anybody may send one, and calls
 * are ended by SIP.
 */

enum {
    RTCP_MAX_SIZE = 1500,
    RTCP_MAX_PARTS = 32,
    RTCP_NAME_MAX = 32,
    RTCP_BUILT_MAX = 8 + 20 + 24 + 8 + 4 + RTCP_NAME_MAX + 8,
};

/* What goes into our report. */
struct rtcp_outgoing {
    uint32_t ssrc;
    bool sends;   /* since the last report: a sender report, and these: */
    uint64_t ntp; /* wall clock, seconds since 1900 in 32.32 bits */
    uint32_t rtp_timestamp;
    uint32_t packets;
    uint32_t octets;
    bool hears; /* these are set: */
    struct rtp_report_block block;
    uint32_t last_report; /* middle 32 bits of the peer's last NTP time */
    uint32_t delay;       /* since then, in 1/65536 s */
    const char *name;     /* 1 to RTCP_NAME_MAX octets */
    bool bye;
};

/* What a compound says to us. */
struct rtcp_incoming {
    bool has_sender; /* a sender report: */
    uint32_t ntp_middle;
    bool has_block; /* a block about our SSRC: */
    uint8_t fraction_lost;
    int32_t cumulative_lost;
    uint32_t jitter;
    uint32_t last_report; /* 0: the peer has none of ours */
    uint32_t delay;
};

/**
 * Writes a compound.
 *
 * @return its size
 */
size_t rtcp_report_build(const struct rtcp_outgoing *report,
                         uint8_t bytes[RTCP_BUILT_MAX]);

/**
 * Checks a compound as RFC 3550, A.2 asks, and takes out what concerns us. O(n).
 *
 * @param our_ssrc  whose block is looked for
 *
 * @return 0, or -EBADMSG: nothing of it may be used
 */
int rtcp_report_parse(const uint8_t *bytes, size_t length, uint32_t our_ssrc,
                      struct rtcp_incoming *ret_report);

/**
 * The round trip that a block tells (6.4.1): arrival - last report - delay.
 *
 * @param now_middle  middle 32 bits of the NTP time of arrival
 *
 * @return microseconds; 0 when the block does not tell it or makes no sense
 */
uint64_t rtcp_report_round_trip_us(const struct rtcp_incoming *report,
                                   uint32_t now_middle);

#endif
