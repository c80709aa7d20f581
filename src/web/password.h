/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passwords: hashed with argon2id by a worker, never in the web thread. */

#ifndef WEB_PASSWORD_H
#define WEB_PASSWORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    PASSWORD_MAX_LENGTH = 255,
    PASSWORD_HASH_SIZE = 128, /* crypto_pwhash_STRBYTES */
    PASSWORD_HA1_SIZE = 33,
};

/** What the hash costs; see crypto_pwhash() of libsodium. */
struct password_cost {
    uint64_t operations;
    size_t bytes;
};

/**
 * Hashes a password, with a random salt. Takes tens of milliseconds and the
 * memory that the cost says.
 *
 * @return 0 or -ENOMEM
 */
int password_hash(const char *password, const struct password_cost *cost,
                  char ret_hash[PASSWORD_HASH_SIZE]);

/**
 * Makes what looks like a hash of that cost and belongs to no password: to be
 * compared with when there is none, which then takes as long. Salt and digest
 * are random, nothing is hashed.
 */
void password_of_nobody(const struct password_cost *cost,
                        char ret_hash[PASSWORD_HASH_SIZE]);

/** Says whether a password is the one that was hashed. As long as hashing. */
bool password_is_right(const char *password,
                       const char hash[PASSWORD_HASH_SIZE]);

/**
 * Makes what SIP's digest authentication (RFC 3261, 22; RFC 2617, HA1) needs
 * of a phone's password: MD5(name:realm:password) in hexadecimal.
 */
void password_make_ha1(const char *name, const char *realm,
                       const char *password, char ret_ha1[PASSWORD_HA1_SIZE]);

/** Overwrites a secret, for sure. */
void password_wipe(void *secret, size_t length);

#endif
