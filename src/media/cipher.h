/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SRTP: packets made secret, and believed only when they are whole. */

#ifndef MEDIA_CIPHER_H
#define MEDIA_CIPHER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "media/description.h"

/*
 * RFC 3711, AES in counter mode with HMAC-SHA1, by libsrtp. One cipher has one
 * key and one way: what we send, of one SSRC, or what a peer sends, whatever
 * its SSRCs are. A key that changes is a new cipher, whose roll-over counters
 * begin at 0 (RFC 4568, 7.1.4); one that stays keeps its cipher, through every
 * new offer, since a counter that began anew would break the call 22 minutes
 * old. A peer that has a new key and counts on (RFC 3711, 3.3.1) is understood,
 * too.
 *
 * Nothing is allocated for a packet, but for the first of an SSRC. A peer's
 * CIPHER_SOURCES last SSRCs are kept; whoever is forgotten begins anew.
 *
 * A cipher belongs to one thread at a time.
 */
struct cipher;

enum {
    CIPHER_SOURCES = 16,
    /* Room behind a packet that is protected: libsrtp asks for that much, and
       for the index of an SRTCP packet. What is added is 14 octets at most. */
    CIPHER_TRAILER = 148,
};

/**
 * Gets libsrtp ready, if it is not: some 30 ms of its self-tests, once. Whoever
 * makes the first cipher waits for it otherwise. Any thread.
 */
void cipher_prepare(void);

/**
 * Makes the cipher of what we send.
 *
 * @param crypto  not MEDIA_PLAIN; copied
 * @param ssrc    of all that is sent
 *
 * @return 0, or -ENOMEM
 */
int cipher_new_outgoing(const struct media_crypto *crypto, uint32_t ssrc,
                        struct cipher **ret_cipher);

/**
 * Makes the cipher of what a peer sends.
 *
 * @param before  what decrypted it until now, or NULL: its last counter
 *
 * @return 0, or -ENOMEM
 */
int cipher_new_incoming(const struct media_crypto *crypto,
                        const struct cipher *before,
                        struct cipher **ret_cipher);

/** Wipes the key, too. @return NULL always */
struct cipher *cipher_free(struct cipher *cipher);

/** Whether a cipher has this suite and key; NULL has MEDIA_PLAIN. */
bool cipher_is_of(const struct cipher *cipher,
                  const struct media_crypto *crypto);

/**
 * Encrypts an RTP packet, where it is.
 *
 * @param packet  aligned to 4 octets, with CIPHER_TRAILER octets behind it
 * @param length  in and, on success, out
 *
 * @return 0, or
 *         -EALREADY  its sequence number was sent already, or long ago: never
 *                    twice, since two packets of one number give both away
 *         -EIO       libsrtp fails
 */
int cipher_protect(struct cipher *cipher, uint8_t *packet, size_t *length);

/** The same of an RTCP packet. */
int cipher_protect_report(struct cipher *cipher, uint8_t *packet,
                          size_t *length);

/**
 * Decrypts an RTP packet, where it is.
 *
 * @param packet  aligned to 4 octets
 * @param length  in and, on success, out; else both are as they were, or no
 *                more than rubbish
 *
 * @return 0, or
 *         -EBADMSG   not made with the key, or changed on its way
 *         -EALREADY  it came before, or is too old to know
 */
int cipher_unprotect(struct cipher *cipher, uint8_t *packet, size_t *length);

/** The same of an RTCP packet. */
int cipher_unprotect_report(struct cipher *cipher, uint8_t *packet,
                            size_t *length);

#endif
