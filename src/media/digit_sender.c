/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The presses in line, and the packets of the first one. */

#include "media/digit_sender.h"

#include <assert.h>
#include <errno.h>

#include "media/octets.h"

enum {
    LONGEST = 0xffff, /* units of one segment */
    VOLUME = 10,      /* -10 dBm0 */
    END_BIT = 0x80,
};

int digit_sender_add(struct digit_sender *sender, uint8_t event,
                     uint32_t duration_ms)
{
    assert(sender && event < 16 && duration_ms > 0);

    if (sender->count == DIGIT_SENDER_ROOM)
        return -ENOBUFS;

    size_t last = (sender->first + sender->count) % DIGIT_SENDER_ROOM;

    sender->waiting[last].event = event;
    sender->waiting[last].duration_ms = duration_ms;
    sender->count++;
    return 0;
}

/* A segment that is full is sent as such; the next frame begins another. */
static uint16_t segment_duration(struct digit_sender *sender, uint32_t units,
                                 struct digit_frame *frame)
{
    uint32_t duration = units - sender->segment_units;

    frame->timestamp_units = sender->segment_units;
    if (duration <= LONGEST)
        return (uint16_t)duration;

    sender->segment_units += LONGEST;
    return LONGEST;
}

static void finish(struct digit_sender *sender)
{
    sender->first = (sender->first + 1) % DIGIT_SENDER_ROOM;
    sender->count--;
    sender->pressed = false;
    sender->sent_ms = 0;
    sender->ends_sent = 0;
    sender->segment_units = 0;
    sender->gaps_left = DIGIT_GAP_FRAMES;
}

void digit_sender_frame(struct digit_sender *sender, uint32_t units_per_frame,
                        struct digit_frame *ret_frame)
{
    assert(sender && ret_frame && digit_sender_busy(sender));

    *ret_frame = (struct digit_frame){ .nothing = sender->gaps_left > 0 };
    if (ret_frame->nothing) {
        sender->gaps_left--;
        return;
    }

    uint32_t whole_ms = sender->waiting[sender->first].duration_ms;

    ret_frame->first = !sender->pressed;
    sender->pressed = true;
    if (sender->sent_ms < whole_ms)
        sender->sent_ms += DIGIT_FRAME_MS;

    uint32_t units = sender->sent_ms / DIGIT_FRAME_MS * units_per_frame;
    uint32_t segment = sender->segment_units;
    uint16_t duration = segment_duration(sender, units, ret_frame);
    bool ends = sender->sent_ms >= whole_ms && segment == sender->segment_units;

    ret_frame->sent_ms = sender->sent_ms;
    ret_frame->payload[0] = sender->waiting[sender->first].event;
    ret_frame->payload[1] = (uint8_t)(VOLUME | (ends ? END_BIT : 0));
    octets_put16(ret_frame->payload + 2, duration);

    if (ends && ++sender->ends_sent == DIGIT_ENDS)
        finish(sender);
}
