/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session of libsrtp with one policy. */

#include "media/cipher.h"

#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <srtp2/srtp.h>
#include <stdlib.h>
#include <string.h>

#include "media/octets.h"

enum {
    SSRC_IN_RTP = 8, /* octets from the beginning */
    SSRC_IN_RTCP = 4,
    RTP_LEAST = 12,
    RTCP_LEAST = 8,
    WINDOW = 1024, /* packets that may overtake each other: 20 s */
    RETRIES = 256, /* with the counter of the key before */
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
    uint32_t last; /* whose packet came last, by the host's order */
    struct {
        uint32_t ssrc; /* by the host's order */
        uint32_t rollover;
        unsigned tries; /* left; 0: it is of no use */
    } before;
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

/* With 0 both ways of counting are one. */
static void carry_over(struct cipher *cipher, const struct cipher *before)
{
    uint32_t rollover = 0;

    if (srtp_get_stream_roc(before->session, before->last, &rollover) !=
            srtp_err_status_ok ||
        rollover == 0)
        return;

    cipher->before.ssrc = before->last;
    cipher->before.rollover = rollover;
    cipher->before.tries = RETRIES;
}

int cipher_new_incoming(const struct media_crypto *crypto,
                        const struct cipher *before, struct cipher **ret_cipher)
{
    int rc = new_cipher(crypto, (srtp_ssrc_t){ .type = ssrc_any_inbound },
                        ret_cipher);

    if (rc == 0 && before)
        carry_over(*ret_cipher, before);
    return rc;
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

/* Once more, as if the peer had counted on from the key before. */
static int count_on(struct cipher *cipher, uint8_t *packet, size_t *length)
{
    srtp_policy_t policy = {
        .ssrc = { ssrc_specific, cipher->before.ssrc },
        .key = cipher->crypto.key,
        .window_size = WINDOW,
    };

    cipher->before.tries--;
    set_suite(&policy, cipher->crypto.suite);
    if (srtp_add_stream(cipher->session, &policy) != srtp_err_status_ok)
        return -EBADMSG;

    (void)srtp_set_stream_roc(cipher->session, cipher->before.ssrc,
                              cipher->before.rollover);
    int rc = unprotect(cipher, srtp_unprotect, SSRC_IN_RTP, packet, length);

    if (rc < 0)
        (void)srtp_remove_stream(cipher->session, htonl(cipher->before.ssrc));
    return rc;
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

    uint32_t ssrc = octets_get32(packet + SSRC_IN_RTP);
    int rc = unprotect(cipher, srtp_unprotect, SSRC_IN_RTP, packet, length);

    if (rc == -EBADMSG && cipher->before.tries > 0 &&
        cipher->before.ssrc == ssrc)
        rc = count_on(cipher, packet, length);
    if (rc == 0)
        cipher->last = ssrc;
    if (rc == 0 && cipher->before.ssrc == ssrc)
        cipher->before.tries = 0;
    return rc;
}

int cipher_unprotect_report(struct cipher *cipher, uint8_t *packet,
                            size_t *length)
{
    assert(cipher && cipher->incoming && packet && length);

    if (*length < RTCP_LEAST)
        return -EBADMSG;

    return unprotect(cipher, srtp_unprotect_rtcp, SSRC_IN_RTCP, packet, length);
}
