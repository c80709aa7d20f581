/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One key per press, whatever the network does to the packets (RFC 4733). */

#ifndef MEDIA_DIGIT_RECEIVER_H
#define MEDIA_DIGIT_RECEIVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * All packets of one press carry the RTP timestamp of its beginning: that, and
 * neither marker nor end bit, tells one press from the next (2.5.1.2). The key
 * is told with the first packet that arrives, be it the last one sent. Packets
 * of earlier presses that come late are left aside, as the keys' order would be
 * wrong. A press that outlasts the 16 bits of its duration goes on in a new
 * segment (2.5.1.3), and is still one key.
 *
 * Events 0 to 15 are keys; all others (RFC 4734: modems, fax) are ignored.
 */
struct digit_receiver {
    bool any; /* the rest is in use */
    bool ended;
    uint8_t event;
    uint16_t duration; /* the longest seen, in timestamp units */
    uint32_t ssrc;
    uint32_t timestamp;
    int64_t credit_us; /* against floods: what remains of the allowance */
    int64_t credited_us;
};

enum {
    DIGIT_PAYLOAD_SIZE = 4,
    /* A flood is more than 10 keys at once or 20 per second. */
    DIGIT_COST_US = 50000,
    DIGIT_BURST = 10,
};

enum digit_verdict {
    DIGIT_KNOWN,   /* one more packet of a press already told, or a late one */
    DIGIT_PRESSED, /* a new press */
    DIGIT_IGNORED, /* too short, or an event above 15 */
    DIGIT_CAPPED,  /* a new press, but more than a hand can do */
};

/**
 * Judges one telephone-event packet. O(1).
 *
 * @param ret_digit  on DIGIT_PRESSED, one of 0-9 * # A-D
 */
enum digit_verdict digit_receive(struct digit_receiver *receiver, uint32_t ssrc,
                                 uint32_t timestamp, const uint8_t *payload,
                                 size_t length, int64_t now_us,
                                 char *ret_digit);

/**
 * The event of a key, and the key of an event.
 *
 * @return 0 to 15, or -EINVAL; one of 0-9 * # A-D
 */
int digit_event(char digit);
char digit_of_event(uint8_t event);

#endif
