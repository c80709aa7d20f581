/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session of libsrtp with one policy. */

#include "media/cipher.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <srtp2/srtp.h>
#include <stdlib.h>
#include <string.h>

enum {
    SSRC_IN_RTP = 8, /* octets from the beginning */
    SSRC_IN_RTCP = 4,
    RTP_LEAST = 12,
    RTCP_LEAST = 8,
    WINDOW = 1024, /* packets that may overtake each other: 20 s */
};

_Static_assert(CIPHER_TRAILER >= SRTP_MAX_TRAILER_LEN + sizeof(uint32_t),
               "room for what libsrtp may write");

struct cipher {
    srtp_t session;
    struct media_crypto crypto;
    bool incoming;
    uint32_t sources[CIPHER_SOURCES]; /* a ring, of an incoming one; as in a
                                         packet, which is how libsrtp takes it */
    size_t source_count;
    size_t oldest; /* once it is full */
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool is_ready;

static void get_ready(void)
{
    is_ready = srtp_init() == srtp_err_status_ok;
}

void cipher_prepare(void)
{
    (void)pthread_once(&once, get_ready);
}

static void set_suite(srtp_policy_t *policy, enum media_suite suite)
{
    srtp_crypto_policy_set_aes_cm_128_hmac_sha1_80(&policy->rtcp);
    if (suite == MEDIA_AES_128_SHA1_32)
        srtp_crypto_policy_set_aes_cm_128_hmac_sha1_32(&policy->rtp);
    else
        srtp_crypto_policy_set_aes_cm_128_hmac_sha1_80(&policy->rtp);
}

static int new_cipher(const struct media_crypto *crypto, srtp_ssrc_t ssrc,
                      struct cipher **ret_cipher)
{
    assert(crypto && crypto->suite > MEDIA_PLAIN &&
           crypto->suite < MEDIA_SUITE_COUNT);

    struct cipher *cipher = calloc(1, sizeof(*cipher));
    srtp_policy_t policy = { .ssrc = ssrc, .window_size = WINDOW };

    cipher_prepare();
    if (!cipher || !is_ready) {
        free(cipher);
        return -ENOMEM;
    }

    cipher->crypto = *crypto;
    cipher->incoming = ssrc.type == ssrc_any_inbound;
    policy.key = cipher->crypto.key;
    set_suite(&policy, crypto->suite);
    if (srtp_create(&cipher->session, &policy) != srtp_err_status_ok) {
        free(cipher);
        return -ENOMEM;
    }

    *ret_cipher = cipher;
    return 0;
}

int cipher_new_outgoing(const struct media_crypto *crypto, uint32_t ssrc,
                        struct cipher **ret_cipher)
{
    return new_cipher(crypto,
                      (srtp_ssrc_t){ .type = ssrc_specific, .value = ssrc },
                      ret_cipher);
}

int cipher_new_incoming(const struct media_crypto *crypto,
                        struct cipher **ret_cipher)
{
    return new_cipher(crypto, (srtp_ssrc_t){ .type = ssrc_any_inbound },
                      ret_cipher);
}

struct cipher *cipher_free(struct cipher *cipher)
{
    if (!cipher)
        return NULL;

    (void)srtp_dealloc(cipher->session);
    explicit_bzero(cipher, sizeof(*cipher));
    free(cipher);
    return NULL;
}

bool cipher_is_of(const struct cipher *cipher,
                  const struct media_crypto *crypto)
{
    if (!cipher)
        return crypto->suite == MEDIA_PLAIN;

    return cipher->crypto.suite == crypto->suite &&
           memcmp(cipher->crypto.key, crypto->key, sizeof(crypto->key)) == 0;
}

static int result_of(srtp_err_status_t status, int otherwise)
{
    switch (status) {
    case srtp_err_status_ok:
        return 0;
    case srtp_err_status_replay_fail:
    case srtp_err_status_replay_old:
        return -EALREADY;
    default:
        return otherwise;
    }
}

static bool is_known(const struct cipher *cipher, uint32_t ssrc)
{
    for (size_t i = 0; i < cipher->source_count; i++)
        if (cipher->sources[i] == ssrc)
            return true;

    return false;
}

/* libsrtp has made a stream of its own for a new SSRC; it would for each. */
static void note_source(struct cipher *cipher, uint32_t ssrc)
{
    if (is_known(cipher, ssrc))
        return;
    if (cipher->source_count < CIPHER_SOURCES) {
        cipher->sources[cipher->source_count++] = ssrc;
        return;
    }

    uint32_t *oldest = &cipher->sources[cipher->oldest];

    (void)srtp_remove_stream(cipher->session, *oldest);
    *oldest = ssrc;
    cipher->oldest = (cipher->oldest + 1) % CIPHER_SOURCES;
}

typedef srtp_err_status_t change_h(srtp_t session, void *packet, int *length);

static int protect(struct cipher *cipher, change_h *change, uint8_t *packet,
                   size_t *length)
{
    int octets = (int)*length;
    int rc = result_of(change(cipher->session, packet, &octets), -EIO);

    if (rc == 0)
        *length = (size_t)octets;
    return rc;
}

static int unprotect(struct cipher *cipher, change_h *change, size_t ssrc_at,
                     uint8_t *packet, size_t *length)
{
    int octets = (int)*length;
    uint32_t ssrc;

    memcpy(&ssrc, packet + ssrc_at, sizeof(ssrc));

    int rc = result_of(change(cipher->session, packet, &octets), -EBADMSG);

    if (rc < 0)
        return rc;

    note_source(cipher, ssrc);
    *length = (size_t)octets;
    return 0;
}

int cipher_protect(struct cipher *cipher, uint8_t *packet, size_t *length)
{
    assert(cipher && !cipher->incoming && packet && *length >= RTP_LEAST);

    return protect(cipher, srtp_protect, packet, length);
}

int cipher_protect_report(struct cipher *cipher, uint8_t *packet,
                          size_t *length)
{
    assert(cipher && !cipher->incoming && packet && *length >= RTCP_LEAST);

    return protect(cipher, srtp_protect_rtcp, packet, length);
}

int cipher_unprotect(struct cipher *cipher, uint8_t *packet, size_t *length)
{
    assert(cipher && cipher->incoming && packet && length);

    if (*length < RTP_LEAST)
        return -EBADMSG;

    return unprotect(cipher, srtp_unprotect, SSRC_IN_RTP, packet, length);
}

int cipher_unprotect_report(struct cipher *cipher, uint8_t *packet,
                            size_t *length)
{
    assert(cipher && cipher->incoming && packet && length);

    if (*length < RTCP_LEAST)
        return -EBADMSG;

    return unprotect(cipher, srtp_unprotect_rtcp, SSRC_IN_RTCP, packet, length);
}
