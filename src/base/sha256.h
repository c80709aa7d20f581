/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256, as FIPS 180-4 has it. */

#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

enum {
    SHA256_SIZE = 32,
    SHA256_TEXT_SIZE = 65, /* in hexadecimal, terminator included */
};

/* A plain struct, to be copied freely: a hash that is being computed. */
struct sha256 {
    uint32_t state[8];
    uint64_t length; /* bytes so far */
    unsigned char block[64];
};

void sha256_init(struct sha256 *hash);
void sha256_add(struct sha256 *hash, const void *bytes, size_t length);
void sha256_end(struct sha256 *hash, unsigned char ret_digest[SHA256_SIZE]);

/** The hash of some bytes. */
void sha256_of(const void *bytes, size_t length,
               unsigned char ret_digest[SHA256_SIZE]);

/** Writes a digest in lower-case hexadecimal digits. */
void sha256_spell(const unsigned char digest[SHA256_SIZE],
                  char ret_text[SHA256_TEXT_SIZE]);

#endif
