/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The a=crypto lines of SDP: which key, for which suite. */

#ifndef SIP_MEDIA_SDP_CRYPTO_H
#define SIP_MEDIA_SDP_CRYPTO_H

#include <stdbool.h>
#include <stdint.h>

#include "sip/libre.h"

#include "media/description.h"

/*
 * RFC 4568: "1 AES_CM_128_HMAC_SHA1_80 inline:KEY|2^48", the key and its salt in
 * base64. Taken are two suites (6.2.1, 6.2.2), one key, no MKI, and of session
 * parameters WSH and those that begin with "-", which may be passed over
 * (6.3.7). A line that asks for more is one that we do not support.
 */
enum {
    MEDIA_SDP_TAG_MAX = 999999999,
    MEDIA_SDP_CRYPTO_SIZE = 96, /* of a line without its end */
};

struct media_sdp_crypto {
    uint32_t tag;
    struct media_crypto crypto;
};

/**
 * Reads the value of an a=crypto line.
 *
 * @return whether it is well formed and one that we support
 */
bool media_sdp_crypto_read(const struct pl *value,
                           struct media_sdp_crypto *ret_crypto);

/** Writes a whole line, without its end. Its suite is not MEDIA_PLAIN. */
void media_sdp_crypto_write(const struct media_sdp_crypto *crypto,
                            char ret[MEDIA_SDP_CRYPTO_SIZE]);

#endif
