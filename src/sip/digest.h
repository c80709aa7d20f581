/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digest authentication, the server's side: nonces, replay, the proof itself. */

#ifndef SIP_DIGEST_H
#define SIP_DIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sip/libre.h"
#include "sip/registrar.h"

/*
 * A nonce is the second it was made in, a serial number, and an HMAC over both
 * and the asker's address, so challenging costs no memory and a flood of REGISTERs
 * leaves nothing behind. Only a nonce that somebody proved a password with is
 * remembered, with the window of nonce counts seen, while it lives (60 s); when
 * more are in use than fit, the oldest are declared stale.
 *
 * The work is the same whether the username exists or not, and so is the
 * answer.
 *
 * Source: RFC 7616, 3.3 and 3.4 (MD5, qop=auth, which is what phones speak).
 */
struct signal_digest;

enum {
    DIGEST_NONCE_LIFE_S = 60,
    DIGEST_NONCES = 4096, /* remembered at once */
    DIGEST_CHALLENGE_SIZE = 256,
};

enum digest_verdict {
    DIGEST_PROVEN,
    DIGEST_MISSING,  /* no credentials for our realm */
    DIGEST_STALE,    /* the right password, the nonce is no longer good */
    DIGEST_REPLAYED, /* the right password, but heard before */
    DIGEST_WRONG,    /* anything else, an unknown user among it */
};

/**
 * Looks a user up.
 *
 * @param ret_ha1  set when found
 *
 * @return the device's id, or 0
 */
typedef uint64_t signal_digest_find_h(const struct pl *username,
                                      uint8_t ret_ha1[REGISTRAR_HA1_SIZE],
                                      void *arg);

/**
 * @param realm  borrowed while the digest lives
 *
 * @return 0, or -ENOMEM
 */
int signal_digest_new(const char *realm, struct signal_digest **ret_digest);

struct signal_digest *signal_digest_free(struct signal_digest *digest);

/**
 * Judges the Authorization header of a request. O(1).
 *
 * @param now_us         journal time
 * @param ret_device_id  on DIGEST_PROVEN, who it is
 */
enum digest_verdict signal_digest_check(struct signal_digest *digest,
                                        const struct sip_msg *msg,
                                        int64_t now_us,
                                        signal_digest_find_h *find, void *arg,
                                        uint64_t *ret_device_id);

/**
 * Writes a WWW-Authenticate header line.
 *
 * @return 0, or -ENOMEM
 */
int signal_digest_challenge(struct signal_digest *digest,
                            const struct sa *source, int64_t now_us, bool stale,
                            char ret[DIGEST_CHALLENGE_SIZE]);

/**
 * Compares in a time that does not depend on the bytes.
 */
bool signal_digest_same(const void *a, const void *b, size_t size);

#endif
