/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose packets a stream takes: the peer's, wherever they come from. */

#ifndef MEDIA_LATCH_H
#define MEDIA_LATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

/*
 * SDP says where a peer receives, and behind NAT that is wrong. So a stream
 * learns where its peer sends from, but only in a moment that an attacker
 * can hardly hit ("RTP bleed", CVE-2017-14099 and CVE-2025-53399):
 *
 * - the address of the SDP is trusted at once, and takes over from any other;
 * - else the first source to come is a candidate. It becomes the peer with its
 *   5th packet, or with the first one a second later. A source nearer to the
 *   SDP (same host) takes its place at once; any other only when the candidate
 *   has been silent for 200 ms;
 * - from then on nobody else is heard. Only after a long silence may another
 *   address go on, and only with the same SSRC and payload type;
 * - a new SDP address starts it all again; the same address changes nothing.
 *
 * While a candidate is being watched its packets are taken, but ours still go
 * to the address of the SDP: nobody gets sound for sending one packet.
 */

enum {
    LATCH_PACKETS = 5,
    LATCH_WATCH_US = 1000000,
    LATCH_HUSH_US = 200000,
};

enum latch_state {
    LATCH_CLOSED,    /* nothing is taken */
    LATCH_OPEN,      /* waiting for the first packet */
    LATCH_CANDIDATE, /* somebody sends, not proven yet */
    LATCH_LOCKED,
};

struct latch {
    enum latch_state state;
    uint32_t ssrc;
    int64_t first_us; /* of the candidate */
    int64_t last_us;  /* the last packet taken */
    unsigned packets; /* of the candidate */
    uint8_t payload_type;
    struct sockaddr_storage source;   /* CANDIDATE, LOCKED */
    struct sockaddr_storage expected; /* from the SDP */
};

enum latch_verdict {
    LATCH_REFUSED,
    LATCH_TAKEN,
    LATCH_MOVED, /* taken, and the peer has another address than before */
};

/**
 * Opens the latch for the address that an SDP names, and closes it to others.
 * Does nothing when that address is the expected one already, or unknown
 * (family 0): whom nobody named is not listened to.
 */
void latch_expect(struct latch *latch, const struct sockaddr_storage *address);

/**
 * Judges one valid RTP packet. O(1).
 *
 * @param relatch_after_us  the silence after which another address may go on
 */
enum latch_verdict latch_judge(struct latch *latch,
                               const struct sockaddr_storage *from,
                               uint32_t ssrc, uint8_t payload_type,
                               int64_t now_us, int64_t relatch_after_us);

/**
 * Whether a packet from there could be taken, whatever it says. To be asked
 * before one is decrypted: what a stranger sends again must not make the peer's
 * own look like a repetition. Changes nothing. O(1).
 */
bool latch_may_take(const struct latch *latch,
                    const struct sockaddr_storage *from, int64_t now_us,
                    int64_t relatch_after_us);

/**
 * Where to send: the locked source, else what the SDP says.
 */
const struct sockaddr_storage *latch_target(const struct latch *latch);

/**
 * Whether RTCP from this address may be believed: it comes from the peer's
 * host.
 */
bool latch_knows_host(const struct latch *latch,
                      const struct sockaddr_storage *from);

#endif
