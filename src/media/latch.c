/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The states of a latch, and how near a source is to the SDP. */

#include "media/latch.h"

#include <assert.h>

#include "media/address.h"

enum nearness {
    STRANGER,
    SAME_HOST,
    EXACT,
};

static enum nearness nearness(const struct latch *latch,
                              const struct sockaddr_storage *from)
{
    if (!address_same_host(from, &latch->expected))
        return STRANGER;

    return address_port(from) == address_port(&latch->expected) ? EXACT
                                                                : SAME_HOST;
}

void latch_expect(struct latch *latch, const struct sockaddr_storage *address)
{
    assert(latch && address);

    if (address->ss_family == 0 || (latch->state != LATCH_CLOSED &&
                                    address_equal(address, &latch->expected)))
        return;

    *latch = (struct latch){ .state = LATCH_OPEN, .expected = *address };
}

static void adopt(struct latch *latch, enum latch_state state,
                  const struct sockaddr_storage *from, uint32_t ssrc,
                  uint8_t payload_type, int64_t now_us)
{
    latch->state = state;
    latch->source = *from;
    latch->ssrc = ssrc;
    latch->payload_type = payload_type;
    latch->packets = 1;
    latch->first_us = now_us;
    latch->last_us = now_us;
}

static bool may_replace_candidate(const struct latch *latch,
                                  const struct sockaddr_storage *from,
                                  int64_t now_us)
{
    return nearness(latch, from) > nearness(latch, &latch->source) ||
           now_us - latch->last_us >= LATCH_HUSH_US;
}

bool latch_may_take(const struct latch *latch,
                    const struct sockaddr_storage *from, int64_t now_us,
                    int64_t relatch_after_us)
{
    assert(latch && from);

    switch (latch->state) {
    case LATCH_CLOSED:
        return false;
    case LATCH_OPEN:
        return true;
    case LATCH_CANDIDATE:
        return address_equal(from, &latch->source) ||
               may_replace_candidate(latch, from, now_us);
    default:
        return address_equal(from, &latch->source) ||
               nearness(latch, from) == EXACT ||
               now_us - latch->last_us >= relatch_after_us;
    }
}

static bool may_go_on(const struct latch *latch, uint32_t ssrc,
                      uint8_t payload_type, int64_t now_us,
                      int64_t relatch_after_us)
{
    return latch->ssrc == ssrc && latch->payload_type == payload_type &&
           now_us - latch->last_us >= relatch_after_us;
}

/* The packet is of the source we have: time for a candidate to be proven. */
static void hear_again(struct latch *latch, uint32_t ssrc, uint8_t payload_type,
                       int64_t now_us)
{
    latch->ssrc = ssrc;
    latch->payload_type = payload_type;
    latch->last_us = now_us;

    if (latch->state == LATCH_CANDIDATE &&
        (++latch->packets >= LATCH_PACKETS ||
         now_us - latch->first_us >= LATCH_WATCH_US))
        latch->state = LATCH_LOCKED;
}

enum latch_verdict latch_judge(struct latch *latch,
                               const struct sockaddr_storage *from,
                               uint32_t ssrc, uint8_t payload_type,
                               int64_t now_us, int64_t relatch_after_us)
{
    assert(latch && from);

    if (latch->state == LATCH_CLOSED)
        return LATCH_REFUSED;

    if (latch->state >= LATCH_CANDIDATE &&
        address_equal(from, &latch->source)) {
        hear_again(latch, ssrc, payload_type, now_us);
        return LATCH_TAKEN;
    }

    bool first = latch->state == LATCH_OPEN;

    if (nearness(latch, from) == EXACT) {
        adopt(latch, LATCH_LOCKED, from, ssrc, payload_type, now_us);
        return first ? LATCH_TAKEN : LATCH_MOVED;
    }

    if (first || (latch->state == LATCH_CANDIDATE &&
                  may_replace_candidate(latch, from, now_us))) {
        adopt(latch, LATCH_CANDIDATE, from, ssrc, payload_type, now_us);
        return first ? LATCH_TAKEN : LATCH_MOVED;
    }

    if (latch->state == LATCH_LOCKED &&
        may_go_on(latch, ssrc, payload_type, now_us, relatch_after_us)) {
        adopt(latch, LATCH_LOCKED, from, ssrc, payload_type, now_us);
        return LATCH_MOVED;
    }

    return LATCH_REFUSED;
}

const struct sockaddr_storage *latch_target(const struct latch *latch)
{
    assert(latch);

    return latch->state == LATCH_LOCKED ? &latch->source : &latch->expected;
}

bool latch_knows_host(const struct latch *latch,
                      const struct sockaddr_storage *from)
{
    assert(latch && from);

    if (latch->state == LATCH_CLOSED)
        return false;

    return address_same_host(from, latch_target(latch));
}
