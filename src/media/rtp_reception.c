/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arithmetic of RFC 3550's appendix, in our words. */

#include "media/rtp_reception.h"

#include <assert.h>

enum {
    SEQUENCES = 1 << 16,
    MAX_DROPOUT = 3000, /* a gap up to this is loss */
    MAX_MISORDER = 100, /* this far back is reordering */
    NO_SEQUENCE = SEQUENCES + 1,
};

static int64_t expected(const struct rtp_reception *reception)
{
    return (int64_t)reception->cycles + reception->max_sequence -
           reception->base_sequence + 1;
}

static int64_t lost_now(const struct rtp_reception *reception)
{
    return reception->started ? expected(reception) - reception->received : 0;
}

uint64_t rtp_reception_lost(const struct rtp_reception *reception)
{
    assert(reception);

    int64_t lost = lost_now(reception);

    return reception->lost_before + (lost > 0 ? (uint64_t)lost : 0);
}

static void begin(struct rtp_reception *reception, uint32_t ssrc,
                  uint16_t sequence, uint32_t transit)
{
    *reception = (struct rtp_reception){
        .started = true,
        .ssrc = ssrc,
        .max_sequence = sequence,
        .base_sequence = sequence,
        .bad_sequence = NO_SEQUENCE,
        .transit = transit,
        .lost_before = rtp_reception_lost(reception),
    };
}

/* False for the first packet after a jump: it is counted when the next one
   confirms that the source has started again. */
static bool note_sequence(struct rtp_reception *reception, uint16_t sequence,
                          uint32_t transit)
{
    uint16_t ahead = (uint16_t)(sequence - reception->max_sequence);

    if (ahead < MAX_DROPOUT) {
        if (sequence < reception->max_sequence)
            reception->cycles += SEQUENCES;
        reception->max_sequence = sequence;
    } else if (ahead <= SEQUENCES - MAX_MISORDER) {
        if (sequence != reception->bad_sequence) {
            reception->bad_sequence = (sequence + 1u) % SEQUENCES;
            return false;
        }
        begin(reception, reception->ssrc, sequence, transit);
    }

    return true;
}

static void note_transit(struct rtp_reception *reception, uint32_t transit)
{
    int32_t change = (int32_t)(transit - reception->transit);
    uint32_t distance = change < 0 ? 0u - (uint32_t)change : (uint32_t)change;

    reception->transit = transit;
    /* A jump of the clock is not jitter. */
    if (distance > 8000)
        return;

    reception->jitter_16 += distance - ((reception->jitter_16 + 8) >> 4);
}

void rtp_reception_note(struct rtp_reception *reception, uint32_t ssrc,
                        uint16_t sequence, uint32_t timestamp, uint32_t arrival)
{
    assert(reception);

    uint32_t transit = arrival - timestamp;

    if (!reception->started || reception->ssrc != ssrc)
        begin(reception, ssrc, sequence, transit);
    else if (!note_sequence(reception, sequence, transit))
        return;

    reception->received++;
    note_transit(reception, transit);
}

static int32_t clamp_24(int64_t value)
{
    if (value > 0x7fffff)
        return 0x7fffff;
    if (value < -0x800000)
        return -0x800000;

    return (int32_t)value;
}

bool rtp_reception_report(struct rtp_reception *reception,
                          struct rtp_report_block *ret_block)
{
    assert(reception && ret_block);

    if (!reception->started)
        return false;

    uint32_t now_expected = (uint32_t)expected(reception);
    uint32_t due = now_expected - reception->expected_before;
    uint32_t came = reception->received - reception->received_before;
    uint64_t lost = due > came ? due - came : 0;

    reception->expected_before = now_expected;
    reception->received_before = reception->received;
    *ret_block = (struct rtp_report_block){
        .ssrc = reception->ssrc,
        .fraction_lost = (uint8_t)(lost ? (lost * 256 - 1) / due : 0),
        .cumulative_lost = clamp_24(lost_now(reception)),
        .highest_sequence = reception->cycles + reception->max_sequence,
        .jitter = reception->jitter_16 >> 4,
    };
    return true;
}
