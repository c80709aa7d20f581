/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each part of a compound has a head of four octets with its length. */

#include "media/rtcp_report.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "media/octets.h"

enum {
    SENDER_REPORT = 200,
    RECEIVER_REPORT = 201,
    SOURCE_DESCRIPTION = 202,
    GOODBYE = 203,
    CNAME = 1,
    HEAD = 4,
    SENDER_INFO = 20,
    BLOCK = 24,
};

static void put_head(uint8_t *part, unsigned count, unsigned type, size_t size)
{
    part[0] = (uint8_t)(0x80 | count);
    part[1] = (uint8_t)type;
    octets_put16(part + 2, (uint16_t)(size / 4 - 1));
}

static void put_block(uint8_t *to, const struct rtcp_outgoing *report)
{
    const struct rtp_report_block *block = &report->block;

    octets_put32(to, block->ssrc);
    octets_put32(to + 4, (uint32_t)block->fraction_lost << 24 |
                             ((uint32_t)block->cumulative_lost & 0xffffff));
    octets_put32(to + 8, block->highest_sequence);
    octets_put32(to + 12, block->jitter);
    octets_put32(to + 16, report->last_report);
    octets_put32(to + 20, report->delay);
}

static size_t put_report(uint8_t *part, const struct rtcp_outgoing *report)
{
    size_t size = HEAD + 4;

    octets_put32(part + HEAD, report->ssrc);
    if (report->sends) {
        octets_put32(part + size, (uint32_t)(report->ntp >> 32));
        octets_put32(part + size + 4, (uint32_t)report->ntp);
        octets_put32(part + size + 8, report->rtp_timestamp);
        octets_put32(part + size + 12, report->packets);
        octets_put32(part + size + 16, report->octets);
        size += SENDER_INFO;
    }
    if (report->hears) {
        put_block(part + size, report);
        size += BLOCK;
    }

    put_head(part, report->hears,
             report->sends ? SENDER_REPORT : RECEIVER_REPORT, size);
    return size;
}

/* One chunk, closed by 1 to 4 zeros up to the next 32 bits. */
static size_t put_name(uint8_t *part, const struct rtcp_outgoing *report)
{
    size_t length = strlen(report->name);
    size_t size = (HEAD + 4 + 2 + length) / 4 * 4 + 4;

    assert(length > 0 && length <= RTCP_NAME_MAX);
    memset(part, 0, size);
    octets_put32(part + HEAD, report->ssrc);
    part[HEAD + 4] = CNAME;
    part[HEAD + 5] = (uint8_t)length;
    memcpy(part + HEAD + 6, report->name, length);
    put_head(part, 1, SOURCE_DESCRIPTION, size);
    return size;
}

size_t rtcp_report_build(const struct rtcp_outgoing *report,
                         uint8_t bytes[RTCP_BUILT_MAX])
{
    assert(report && bytes);

    size_t size = put_report(bytes, report);

    size += put_name(bytes + size, report);
    if (report->bye) {
        put_head(bytes + size, 1, GOODBYE, HEAD + 4);
        octets_put32(bytes + size + HEAD, report->ssrc);
        size += HEAD + 4;
    }

    return size;
}

static void take_blocks(const uint8_t *blocks, size_t count, uint32_t our_ssrc,
                        struct rtcp_incoming *report)
{
    for (size_t i = 0; i < count; i++) {
        const uint8_t *block = blocks + i * BLOCK;
        uint32_t lost = octets_get32(block + 4) & 0xffffff;

        if (octets_get32(block) != our_ssrc)
            continue;

        report->has_block = true;
        report->fraction_lost = block[4];
        report->cumulative_lost =
            (int32_t)lost - (lost & 0x800000 ? 0x1000000 : 0);
        report->jitter = octets_get32(block + 12);
        report->last_report = octets_get32(block + 16);
        report->delay = octets_get32(block + 20);
    }
}

static int take_report(const uint8_t *part, size_t size, uint32_t our_ssrc,
                       struct rtcp_incoming *report)
{
    bool sends = part[1] == SENDER_REPORT;
    size_t count = part[0] & 0x1f;
    size_t blocks = HEAD + 4 + (sends ? SENDER_INFO : 0);

    if (size < blocks + count * BLOCK)
        return -EBADMSG;

    if (sends) {
        report->has_sender = true;
        report->ntp_middle = octets_get32(part + HEAD + 4 + 2);
    }
    take_blocks(part + blocks, count, our_ssrc, report);
    return 0;
}

int rtcp_report_parse(const uint8_t *bytes, size_t length, uint32_t our_ssrc,
                      struct rtcp_incoming *ret_report)
{
    assert(bytes && ret_report);

    struct rtcp_incoming report = { 0 };
    size_t at = 0;

    if (length < 8 || length > RTCP_MAX_SIZE || length % 4)
        return -EBADMSG;
    /* A compound begins with a report, and that is not padded. */
    if ((bytes[1] != SENDER_REPORT && bytes[1] != RECEIVER_REPORT) ||
        bytes[0] & 0x20)
        return -EBADMSG;

    for (int parts = 0; at < length; parts++) {
        const uint8_t *part = bytes + at;

        if (parts == RTCP_MAX_PARTS || part[0] >> 6 != 2)
            return -EBADMSG;

        size_t size = 4 * ((size_t)octets_get16(part + 2) + 1);

        if (size > length - at)
            return -EBADMSG;
        if ((part[1] == SENDER_REPORT || part[1] == RECEIVER_REPORT) &&
            take_report(part, size, our_ssrc, &report) < 0)
            return -EBADMSG;
        at += size;
    }

    *ret_report = report;
    return 0;
}

uint64_t rtcp_report_round_trip_us(const struct rtcp_incoming *report,
                                   uint32_t now_middle)
{
    assert(report);

    if (!report->has_block || report->last_report == 0)
        return 0;

    uint32_t trip = now_middle - report->last_report - report->delay;

    /* More than a minute, or less than nothing: not our clock. */
    if (trip > 60u << 16)
        return 0;

    return (uint64_t)trip * 1000000 >> 16;
}
