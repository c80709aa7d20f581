/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Datagrams, each behind its length, into the RTP receiver's counting. */

#include "media/rtp_packet.h"
#include "media/rtp_reception.h"
#include "tests/fuzz/fuzz.h"

static void look_at(const struct rtp_packet *packet, size_t size)
{
    uint8_t header[RTP_HEADER_SIZE];
    struct rtp_packet again;

    CLAIM(packet->payload_type < 128);
    CLAIM(packet->payload_offset >= RTP_HEADER_SIZE);
    CLAIM(packet->payload_offset <= size);
    CLAIM(packet->payload_length <= size - packet->payload_offset);

    rtp_packet_write_header(header, packet);
    if (rtp_packet_parse(header, sizeof(header), &again) < 0) {
        /* told from RTCP by its second octet, which padding hid before */
        CLAIM(header[1] >= 192 && header[1] <= 223);
        return;
    }
    CLAIM(again.sequence == packet->sequence && again.ssrc == packet->ssrc &&
          again.timestamp == packet->timestamp &&
          again.marker == packet->marker &&
          again.payload_type == packet->payload_type);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct rtp_reception reception = { 0 };
    struct rtp_report_block block;
    uint64_t noted = 0;

    while (size > 0) {
        size_t length = fuzz_choice(&data, &size);
        struct rtp_packet packet;

        if (length > size)
            length = size;

        uint8_t *own = malloc(length ? length : 1);
        CLAIM(own);
        for (size_t i = 0; i < length; i++)
            own[i] = data[i];
        if (rtp_packet_parse(own, length, &packet) == 0) {
            look_at(&packet, length);
            rtp_reception_note(&reception, packet.ssrc, packet.sequence,
                               packet.timestamp, (uint32_t)noted * 160);
            noted++;
        }
        free(own);
        data += length;
        size -= length;
    }

    CLAIM(rtp_reception_report(&reception, &block) == (noted > 0));
    if (noted > 0)
        CLAIM(block.cumulative_lost >= -0x800000 &&
              block.cumulative_lost <= 0x7fffff);
    (void)rtp_reception_lost(&reception);
    return 0;
}
