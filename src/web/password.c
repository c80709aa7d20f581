/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libsodium's argon2id, and the digest of SIP. */

#include "web/password.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <sodium.h>

#include "base/md5.h"

_Static_assert((int)PASSWORD_HASH_SIZE == (int)crypto_pwhash_STRBYTES,
               "a hash is as long as the library says");
_Static_assert((int)PASSWORD_HA1_SIZE == (int)MD5_TEXT_SIZE, "HA1 is MD5");

int password_hash(const char *password, const struct password_cost *cost,
                  char ret_hash[PASSWORD_HASH_SIZE])
{
    assert(password && cost && ret_hash);

    return crypto_pwhash_str_alg(ret_hash, password, strlen(password),
                                 cost->operations, cost->bytes,
                                 crypto_pwhash_ALG_ARGON2ID13)
               ? -ENOMEM
               : 0;
}

/* Argon2's encoded form (RFC 9106's reference implementation), version 0x13,
   one lane; in base64 without padding. */
void password_of_nobody(const struct password_cost *cost,
                        char ret_hash[PASSWORD_HASH_SIZE])
{
    assert(cost && ret_hash);

    enum {
        DIGEST = 32,
        VARIANT = sodium_base64_VARIANT_ORIGINAL_NO_PADDING,
    };
    unsigned char salt[crypto_pwhash_SALTBYTES], digest[DIGEST];
    char salt_text[sodium_base64_ENCODED_LEN(sizeof(salt), VARIANT)];
    char digest_text[sodium_base64_ENCODED_LEN(sizeof(digest), VARIANT)];

    randombytes_buf(salt, sizeof(salt));
    randombytes_buf(digest, sizeof(digest));
    sodium_bin2base64(salt_text, sizeof(salt_text), salt, sizeof(salt),
                      VARIANT);
    sodium_bin2base64(digest_text, sizeof(digest_text), digest, sizeof(digest),
                      VARIANT);
    memset(ret_hash, 0, PASSWORD_HASH_SIZE);
    snprintf(ret_hash, PASSWORD_HASH_SIZE,
             "$argon2id$v=19$m=%zu,t=%" PRIu64 ",p=1$%s$%s", cost->bytes / 1024,
             cost->operations, salt_text, digest_text);
}

bool password_is_right(const char *password,
                       const char hash[PASSWORD_HASH_SIZE])
{
    assert(password && hash);

    return crypto_pwhash_str_verify(hash, password, strlen(password)) == 0;
}

void password_make_ha1(const char *name, const char *realm,
                       const char *password, char ret_ha1[PASSWORD_HA1_SIZE])
{
    const char *const pieces[] = { name, ":", realm, ":", password };

    md5_spell(pieces, sizeof(pieces) / sizeof(pieces[0]), ret_ha1);
}

void password_wipe(void *secret, size_t length)
{
    sodium_memzero(secret, length);
}
