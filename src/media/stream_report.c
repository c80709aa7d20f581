/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stream's RTCP: about every 5 s (RFC 3550, 6.2), and at the end. */

#include "media/stream.h"

#include <assert.h>
#include <time.h>

#include "media/address.h"

enum {
    INTERVAL_US = 5000000,
};

/* RFC 3550, 4: seconds since 1900, 32 bits of fraction. */
static uint64_t ntp_now(void)
{
    const uint64_t from_1900_to_1970_s = 2208988800u;
    struct timespec now;

    clock_gettime(CLOCK_REALTIME, &now);
    return ((uint64_t)now.tv_sec + from_1900_to_1970_s) << 32 |
           ((uint64_t)now.tv_nsec << 32) / 1000000000u;
}

static void plan_next(struct stream_rtcp *rtcp, int64_t now_us)
{
    /* G. Marsaglia, "Xorshift RNGs": enough to keep streams apart. */
    rtcp->dice ^= rtcp->dice << 13;
    rtcp->dice ^= rtcp->dice >> 17;
    rtcp->dice ^= rtcp->dice << 5;

    /* Half to one and a half of the interval. */
    rtcp->next_us = now_us + INTERVAL_US / 2 + rtcp->dice % INTERVAL_US;
}

/* Where the peer's own come from, else the port after its RTP. */
static struct sockaddr_storage report_target(const struct media_stream *stream)
{
    struct sockaddr_storage target = *latch_target(&stream->latch);
    uint16_t port = address_port(&target);

    if (address_same_host(&stream->rtcp.source, &target))
        return stream->rtcp.source;

    address_set_port(&target, port == UINT16_MAX ? 0 : (uint16_t)(port + 1));
    return target;
}

static struct rtcp_outgoing describe(struct media_stream *stream, bool bye,
                                     int64_t now_us)
{
    struct stream_rtcp *rtcp = &stream->rtcp;
    struct rtcp_outgoing report = {
        .ssrc = stream->outgoing.ssrc,
        .sends = (uint32_t)stream->stats.packets_sent != rtcp->packets_reported,
        .ntp = ntp_now(),
        .rtp_timestamp = rtp_outgoing_clock(&stream->outgoing, now_us),
        .packets = (uint32_t)stream->stats.packets_sent,
        .octets = (uint32_t)stream->stats.octets_sent,
        .last_report = rtcp->last_report,
        .name = rtcp->name,
        .bye = bye,
    };

    report.hears = rtp_reception_report(&stream->reception, &report.block);
    if (rtcp->last_report)
        report.delay =
            (uint32_t)(((now_us - rtcp->last_report_us) << 16) / 1000000);
    rtcp->packets_reported = report.packets;
    return report;
}

void media_stream_send_report(struct media_stream *stream, bool bye,
                              int64_t now_us)
{
    assert(stream);

    _Alignas(uint64_t) uint8_t bytes[RTCP_BUILT_MAX + CIPHER_TRAILER];
    struct sockaddr_storage target = report_target(stream);

    plan_next(&stream->rtcp, now_us);
    if (address_port(&target) == 0 ||
        (stream->stats.packets_sent == 0 && !stream->reception.started))
        return;

    struct rtcp_outgoing report = describe(stream, bye, now_us);
    size_t size = rtcp_report_build(&report, bytes);

    if (stream->encrypts &&
        cipher_protect_report(stream->encrypts, bytes, &size) < 0)
        return;
    /* A report that is lost is followed by another. */
    (void)!sendto(stream->rtcp_fd, bytes, size, MSG_DONTWAIT,
                  (const struct sockaddr *)&target, address_length(&target));
}

static void believe(struct media_stream *stream,
                    const struct rtcp_incoming *report, int64_t now_us)
{
    struct media_stats *stats = &stream->stats;

    stats->reports_received++;
    if (report->has_sender) {
        stream->rtcp.last_report = report->ntp_middle;
        stream->rtcp.last_report_us = now_us;
    }
    if (!report->has_block)
        return;

    uint64_t trip_us =
        rtcp_report_round_trip_us(report, (uint32_t)(ntp_now() >> 16));

    stats->remote_lost =
        report->cumulative_lost > 0 ? (uint64_t)report->cumulative_lost : 0;
    stats->remote_jitter_us = report->jitter * 125ull;
    if (trip_us)
        stats->round_trip_us = trip_us;
}

void media_stream_receive_report(struct media_stream *stream, uint8_t *buffer,
                                 int64_t now_us)
{
    assert(stream && buffer);

    struct sockaddr_storage from;
    socklen_t from_length = sizeof(from);
    struct rtcp_incoming report;
    ssize_t received =
        recvfrom(stream->rtcp_fd, buffer, STREAM_BUFFER, MSG_DONTWAIT,
                 (struct sockaddr *)&from, &from_length);

    if (received < 0)
        return;

    size_t length = (size_t)received;

    if (!stream->connected) {
        media_stream_drop(stream, MEDIA_DROP_NOT_CONNECTED);
    } else if (!latch_knows_host(&stream->latch, &from)) {
        media_stream_drop(stream, MEDIA_DROP_RTCP_SOURCE);
    } else if (!media_stream_decrypts(stream, cipher_unprotect_report, buffer,
                                      &length)) {
        return;
    } else if (rtcp_report_parse(buffer, length, stream->outgoing.ssrc,
                                 &report) < 0) {
        media_stream_drop(stream, MEDIA_DROP_RTCP_MALFORMED);
    } else {
        stream->rtcp.source = from;
        believe(stream, &report, now_us);
    }
}
