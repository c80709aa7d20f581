/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two hashes, one within the other. */

#include "base/hmac.h"

#include <assert.h>
#include <string.h>

enum { BLOCK = 64, INNER = 0x36, OUTER = 0x5c };

void hmac_sha256(const void *key, size_t key_length, const void *bytes,
                 size_t length, unsigned char ret_mac[SHA256_SIZE])
{
    unsigned char inner[BLOCK] = { 0 }, outer[BLOCK];
    struct sha256 hash;

    assert(key && bytes && ret_mac);
    if (key_length > BLOCK)
        sha256_of(key, key_length, inner);
    else
        memcpy(inner, key, key_length);
    for (size_t i = 0; i < BLOCK; i++) {
        outer[i] = inner[i] ^ OUTER;
        inner[i] ^= INNER;
    }

    sha256_init(&hash);
    sha256_add(&hash, inner, BLOCK);
    sha256_add(&hash, bytes, length);
    sha256_end(&hash, ret_mac);
    sha256_init(&hash);
    sha256_add(&hash, outer, BLOCK);
    sha256_add(&hash, ret_mac, SHA256_SIZE);
    sha256_end(&hash, ret_mac);
    explicit_bzero(inner, sizeof(inner));
    explicit_bzero(outer, sizeof(outer));
}
