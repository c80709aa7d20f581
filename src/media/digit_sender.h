/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys pressed one after the other, a packet each 20 ms (RFC 4733, 2.5.1). */

#ifndef MEDIA_DIGIT_SENDER_H
#define MEDIA_DIGIT_SENDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "media/digit_receiver.h"

/*
 * A press is a packet each frame with growing duration, then three with the end
 * bit, then two frames of nothing, so that the next press is another one.
 */

enum {
    DIGIT_SENDER_ROOM = 32,
    DIGIT_FRAME_MS = 20,
    DIGIT_ENDS = 3,
    DIGIT_GAP_FRAMES = 2,
};

struct digit_sender {
    size_t count;       /* the first one is the one being sent */
    unsigned gaps_left; /* after a press */
    bool pressed;
    size_t first;
    uint32_t sent_ms; /* of the press */
    unsigned ends_sent;
    uint32_t segment_units; /* where the present segment begins */
    struct {
        uint8_t event;
        uint32_t duration_ms;
    } waiting[DIGIT_SENDER_ROOM];
};

/* What to do in one frame. */
struct digit_frame {
    bool nothing; /* the gap between presses; the rest is unset */
    bool first;   /* of the press: marker, and a new timestamp */
    /* How much later than the press the packet's timestamp is: 0, or where a
       further segment of a long press begins. */
    uint32_t timestamp_units;
    uint32_t sent_ms; /* of the press, with this frame */
    uint8_t payload[DIGIT_PAYLOAD_SIZE];
};

/**
 * Puts a press in line.
 *
 * @return 0 or -ENOBUFS
 */
int digit_sender_add(struct digit_sender *sender, uint8_t event,
                     uint32_t duration_ms);

/**
 * Whether there is anything to do; audio pauses meanwhile.
 */
static inline bool digit_sender_busy(const struct digit_sender *sender)
{
    return sender->count > 0 || sender->gaps_left > 0;
}

/**
 * Says what to send in this frame. Only while digit_sender_busy().
 *
 * @param units_per_frame  of the event clock: 160 at 8 kHz
 */
void digit_sender_frame(struct digit_sender *sender, uint32_t units_per_frame,
                        struct digit_frame *ret_frame);

#endif
