/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One RTP packet, taken apart and put together (RFC 3550, 5.1 and 5.3.1). */

#ifndef MEDIA_RTP_PACKET_H
#define MEDIA_RTP_PACKET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    RTP_HEADER_SIZE = 12,
    /* The largest datagram we take; a longer one is dropped. */
    RTP_MAX_PACKET = 1500,
};

struct rtp_packet {
    uint8_t payload_type; /* 0 to 127 */
    bool marker;
    uint16_t sequence;
    uint32_t timestamp;
    uint32_t ssrc;
    size_t payload_offset; /* at least RTP_HEADER_SIZE */
    size_t payload_length; /* may be 0; without padding */
};

/**
 * Whether a datagram may be RTP, or SRTP, at all: of version 2, long enough,
 * and not RTCP (RFC 5761, 4: second octet 192 to 223).
 */
bool rtp_packet_is_rtp(const uint8_t *bytes, size_t length);

/**
 * Checks a datagram and says what is where in it. O(1).
 *
 * @return 0, or
 *         -EPROTO   not RTP at all: another version, too short or long, STUN,
 *                   DTLS, or RTCP
 *         -EBADMSG  RTP whose CSRCs, extension or padding reach past its end
 */
int rtp_packet_parse(const uint8_t *bytes, size_t length,
                     struct rtp_packet *ret_packet);

/**
 * Writes a header without CSRCs, extension and padding. The payload's place in
 * the packet is not used.
 */
void rtp_packet_write_header(uint8_t header[RTP_HEADER_SIZE],
                             const struct rtp_packet *packet);

#endif
