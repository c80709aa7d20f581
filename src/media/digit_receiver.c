/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Timestamps decide. */

#include "media/digit_receiver.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "media/octets.h"

static const char keys[] = "0123456789*#ABCD";

enum {
    KEYS = sizeof(keys) - 1,
    LATE = 10 * 8000, /* a packet so old belongs to a new clock, not to a
                         press of the past */
    LONG = 0x8000,    /* no shorter segment is followed by another one */
    SLACK = 5 * 160,  /* of a segment, lost before the next one */
};

int digit_event(char digit)
{
    const char *key = digit ? strchr(keys, digit) : NULL;

    return key ? (int)(key - keys) : -EINVAL;
}

char digit_of_event(uint8_t event)
{
    assert(event < KEYS);

    return keys[event];
}

static bool pay(struct digit_receiver *receiver, int64_t now_us)
{
    int64_t most_us = (int64_t)DIGIT_BURST * DIGIT_COST_US;

    receiver->credit_us += now_us - receiver->credited_us;
    receiver->credited_us = now_us;
    if (receiver->credit_us > most_us)
        receiver->credit_us = most_us;
    if (receiver->credit_us < DIGIT_COST_US)
        return false;

    receiver->credit_us -= DIGIT_COST_US;
    return true;
}

/* Whether a packet with a later timestamp continues the press we know. */
static bool continues(const struct digit_receiver *receiver, uint8_t event,
                      uint32_t later)
{
    return !receiver->ended && event == receiver->event && later >= LONG &&
           later <= 0xffff && later >= receiver->duration &&
           later - receiver->duration <= SLACK;
}

static void know(struct digit_receiver *receiver, uint32_t ssrc,
                 uint32_t timestamp, const uint8_t *payload)
{
    receiver->any = true;
    receiver->ssrc = ssrc;
    receiver->timestamp = timestamp;
    receiver->event = payload[0];
    receiver->ended = payload[1] >> 7;
    receiver->duration = octets_get16(payload + 2);
}

static void know_more(struct digit_receiver *receiver, const uint8_t *payload)
{
    uint16_t duration = octets_get16(payload + 2);

    if (payload[0] != receiver->event)
        return;
    if (duration > receiver->duration)
        receiver->duration = duration;
    receiver->ended = receiver->ended || payload[1] >> 7;
}

enum digit_verdict digit_receive(struct digit_receiver *receiver, uint32_t ssrc,
                                 uint32_t timestamp, const uint8_t *payload,
                                 size_t length, int64_t now_us, char *ret_digit)
{
    assert(receiver && (payload || !length) && ret_digit);

    if (length < DIGIT_PAYLOAD_SIZE || payload[0] >= KEYS)
        return DIGIT_IGNORED;

    if (receiver->any && receiver->ssrc == ssrc) {
        int32_t later = (int32_t)(timestamp - receiver->timestamp);

        if (later == 0)
            know_more(receiver, payload);
        if (later <= 0 && later > -LATE)
            return DIGIT_KNOWN;
        if (later > 0 && continues(receiver, payload[0], (uint32_t)later)) {
            know(receiver, ssrc, timestamp, payload);
            return DIGIT_KNOWN;
        }
    } else if (!receiver->any) {
        receiver->credited_us = now_us;
        receiver->credit_us = (int64_t)DIGIT_BURST * DIGIT_COST_US;
    }

    know(receiver, ssrc, timestamp, payload);
    if (!pay(receiver, now_us))
        return DIGIT_CAPPED;

    *ret_digit = keys[payload[0]];
    return DIGIT_PRESSED;
}
