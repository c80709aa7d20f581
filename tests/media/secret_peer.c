/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libre's SRTP behind an mbuf. */

#include "tests/media/secret_peer.h"

#include <re_types.h>
#include <re_mbuf.h>
#include <re_mem.h>
#include <re_srtp.h>
#include <stdlib.h>
#include <string.h>

#include "tests/test.h"

struct foreign {
    struct srtp *srtp;
};

struct foreign *foreign_new(const struct media_crypto *crypto)
{
    struct foreign *foreign = malloc(sizeof(*foreign));
    enum srtp_suite suite = crypto->suite == MEDIA_AES_128_SHA1_32
                                ? SRTP_AES_CM_128_HMAC_SHA1_32
                                : SRTP_AES_CM_128_HMAC_SHA1_80;

    assert_non_null(foreign);
    assert_int_equal(
        srtp_alloc(&foreign->srtp, suite, crypto->key, sizeof(crypto->key), 0),
        0);
    return foreign;
}

void foreign_free(struct foreign *foreign)
{
    if (foreign)
        mem_deref(foreign->srtp);
    free(foreign);
}

bool foreign_change(struct foreign *foreign, enum foreign_way way,
                    uint8_t *packet, size_t *length)
{
    static int (*const changes[])(struct srtp * srtp, struct mbuf * mb) = {
        [FOREIGN_ENCRYPT] = srtp_encrypt,
        [FOREIGN_DECRYPT] = srtp_decrypt,
        [FOREIGN_ENCRYPT_REPORT] = srtcp_encrypt,
        [FOREIGN_DECRYPT_REPORT] = srtcp_decrypt,
    };
    struct mbuf *mb = mbuf_alloc(*length + 64);
    bool is_done = false;

    assert_non_null(mb);
    assert_int_equal(mbuf_write_mem(mb, packet, *length), 0);
    mb->pos = 0;
    if (changes[way](foreign->srtp, mb) == 0) {
        is_done = true;
        *length = mb->end;
        memcpy(packet, mb->buf, mb->end);
    }
    mem_deref(mb);
    return is_done;
}

struct media_crypto crypto_of(enum media_suite suite, uint8_t first)
{
    struct media_crypto crypto = { .suite = suite };

    for (size_t i = 0; i < sizeof(crypto.key); i++)
        crypto.key[i] = (uint8_t)(first + i);
    return crypto;
}
