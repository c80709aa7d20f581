/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every length is checked before what it covers is read. */

#include "media/rtp_packet.h"

#include <assert.h>
#include <errno.h>

#include "media/octets.h"

/* How far the header reaches with its CSRCs and extension; 0: past the end. */
static size_t header_length(const uint8_t *bytes, size_t length)
{
    size_t header = RTP_HEADER_SIZE + 4u * (bytes[0] & 0x0f);

    if (header > length)
        return 0;
    if (!(bytes[0] & 0x10))
        return header;
    if (length - header < 4)
        return 0;

    header += 4 + 4u * octets_get16(bytes + header + 2);
    return header > length ? 0 : header;
}

bool rtp_packet_is_rtp(const uint8_t *bytes, size_t length)
{
    assert(bytes);

    return length >= RTP_HEADER_SIZE && bytes[0] >> 6 == 2 &&
           (bytes[1] < 192 || bytes[1] > 223);
}

int rtp_packet_parse(const uint8_t *bytes, size_t length,
                     struct rtp_packet *ret_packet)
{
    assert(bytes && ret_packet);

    if (length > RTP_MAX_PACKET || !rtp_packet_is_rtp(bytes, length))
        return -EPROTO;

    size_t header = header_length(bytes, length);
    size_t padding = 0;

    if (!header)
        return -EBADMSG;
    if (bytes[0] & 0x20) {
        padding = bytes[length - 1];
        if (padding == 0 || padding > length - header)
            return -EBADMSG;
    }

    *ret_packet = (struct rtp_packet){
        .payload_type = bytes[1] & 0x7f,
        .marker = bytes[1] >> 7,
        .sequence = octets_get16(bytes + 2),
        .timestamp = octets_get32(bytes + 4),
        .ssrc = octets_get32(bytes + 8),
        .payload_offset = header,
        .payload_length = length - header - padding,
    };
    return 0;
}

void rtp_packet_write_header(uint8_t header[RTP_HEADER_SIZE],
                             const struct rtp_packet *packet)
{
    assert(header && packet && packet->payload_type < 128);

    header[0] = 0x80;
    header[1] = (uint8_t)(packet->payload_type | (packet->marker ? 0x80 : 0));
    octets_put16(header + 2, packet->sequence);
    octets_put32(header + 4, packet->timestamp);
    octets_put32(header + 8, packet->ssrc);
}
