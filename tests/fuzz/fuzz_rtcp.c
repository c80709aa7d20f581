/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A compound from a peer; what it says of us goes into one of ours. */

#include <string.h>

#include "media/rtcp_report.h"
#include "tests/fuzz/fuzz.h"

enum { OUR_SSRC = 0x01020304 };

/* What we write, we can read. */
static void tell_back(const struct rtcp_incoming *heard)
{
    const struct rtcp_outgoing ours = {
        .ssrc = 5,
        .sends = heard->has_sender,
        .ntp = (uint64_t)heard->ntp_middle << 16,
        .hears = heard->has_block,
        .block = { .ssrc = OUR_SSRC,
                   .fraction_lost = heard->fraction_lost,
                   .cumulative_lost = heard->cumulative_lost,
                   .jitter = heard->jitter },
        .last_report = heard->last_report,
        .delay = heard->delay,
        .name = "a",
        .bye = heard->jitter & 1,
    };
    struct rtcp_incoming again;
    uint8_t bytes[RTCP_BUILT_MAX];
    size_t size = rtcp_report_build(&ours, bytes);

    CLAIM(size <= sizeof(bytes) && size % 4 == 0);
    CLAIM(rtcp_report_parse(bytes, size, OUR_SSRC, &again) == 0);
    CLAIM(again.has_block == heard->has_block &&
          again.cumulative_lost == heard->cumulative_lost &&
          again.jitter == heard->jitter && again.delay == heard->delay &&
          again.last_report == heard->last_report &&
          again.ntp_middle == heard->ntp_middle);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct rtcp_incoming heard = { 0 };

    if (size == 0 || rtcp_report_parse(data, size, OUR_SSRC, &heard) < 0)
        return 0;

    CLAIM(heard.cumulative_lost >= -0x800000 &&
          heard.cumulative_lost <= 0x7fffff);
    CLAIM(rtcp_report_round_trip_us(&heard, 0x12345678) <= 60000000);
    tell_back(&heard);
    return 0;
}
