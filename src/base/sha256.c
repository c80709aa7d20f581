/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256, as FIPS 180-4 has it; the names are the standard's. */

#include "base/sha256.h"

#include <assert.h>
#include <string.h>

/* Section 4.2.2. */
static const uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
    0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
    0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
    0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
    0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
    0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
};

static uint32_t rotr(uint32_t x, unsigned bits)
{
    return x >> bits | x << (32 - bits);
}

static uint32_t ch(uint32_t x, uint32_t y, uint32_t z)
{
    return (x & y) ^ (~x & z);
}

static uint32_t maj(uint32_t x, uint32_t y, uint32_t z)
{
    return (x & y) ^ (x & z) ^ (y & z);
}

/* Section 6.2.2, step 1. */
static void make_schedule(const unsigned char block[64], uint32_t w[64])
{
    for (size_t t = 0; t < 16; t++)
        w[t] = (uint32_t)block[4 * t] << 24 | (uint32_t)block[4 * t + 1] << 16 |
               (uint32_t)block[4 * t + 2] << 8 | block[4 * t + 3];

    for (size_t t = 16; t < 64; t++) {
        uint32_t a = w[t - 15];
        uint32_t b = w[t - 2];
        uint32_t sigma0 = rotr(a, 7) ^ rotr(a, 18) ^ a >> 3;
        uint32_t sigma1 = rotr(b, 17) ^ rotr(b, 19) ^ b >> 10;

        w[t] = sigma1 + w[t - 7] + sigma0 + w[t - 16];
    }
}

/* Section 6.2.2, step 3. Where the standard moves a to h on by one, the next
   round has other names for them: a is v[0] in round 0 and v[7] in round 1. */
static inline void do_round(uint32_t v[8], unsigned round, uint32_t addend)
{
    uint32_t a = v[(8 - round) & 7];
    uint32_t b = v[(9 - round) & 7];
    uint32_t c = v[(10 - round) & 7];
    uint32_t e = v[(12 - round) & 7];
    uint32_t f = v[(13 - round) & 7];
    uint32_t g = v[(14 - round) & 7];
    uint32_t sum1 = rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25);
    uint32_t sum0 = rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22);
    uint32_t t1 = v[(15 - round) & 7] + sum1 + ch(e, f, g) + addend;

    v[(11 - round) & 7] += t1;
    v[(15 - round) & 7] = t1 + sum0 + maj(a, b, c);
}

/* Section 6.2.2, steps 2 to 4. */
static void add_block(struct sha256 *hash, const unsigned char block[64])
{
    uint32_t w[64];
    uint32_t v[8];

    make_schedule(block, w);
    memcpy(v, hash->state, sizeof(v));

    for (size_t t = 0; t < 64; t += 8) {
        do_round(v, 0, constants[t] + w[t]);
        do_round(v, 1, constants[t + 1] + w[t + 1]);
        do_round(v, 2, constants[t + 2] + w[t + 2]);
        do_round(v, 3, constants[t + 3] + w[t + 3]);
        do_round(v, 4, constants[t + 4] + w[t + 4]);
        do_round(v, 5, constants[t + 5] + w[t + 5]);
        do_round(v, 6, constants[t + 6] + w[t + 6]);
        do_round(v, 7, constants[t + 7] + w[t + 7]);
    }

    for (size_t i = 0; i < 8; i++)
        hash->state[i] += v[i];
}

void sha256_init(struct sha256 *hash)
{
    assert(hash);

    /* Section 5.3.3. */
    *hash = (struct sha256){
        .state = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f,
                   0x9b05688c, 0x1f83d9ab, 0x5be0cd19 },
    };
}

void sha256_add(struct sha256 *hash, const void *bytes, size_t length)
{
    assert(hash && (bytes || length == 0));

    const unsigned char *at = bytes;

    while (length > 0) {
        size_t filled = hash->length % sizeof(hash->block);
        size_t piece = sizeof(hash->block) - filled;

        if (piece > length)
            piece = length;
        memcpy(hash->block + filled, at, piece);
        hash->length += piece;
        at += piece;
        length -= piece;

        if (filled + piece == sizeof(hash->block))
            add_block(hash, hash->block);
    }
}

void sha256_end(struct sha256 *hash, unsigned char ret_digest[SHA256_SIZE])
{
    static const unsigned char padding[64] = { 0x80 };
    uint64_t bits = 8 * hash->length;
    size_t filled = hash->length % 64;
    unsigned char size[8];

    for (size_t i = 0; i < sizeof(size); i++)
        size[i] = (unsigned char)(bits >> (56 - 8 * i));

    sha256_add(hash, padding, (filled < 56 ? 56 : 120) - filled);
    sha256_add(hash, size, sizeof(size));

    for (size_t i = 0; i < SHA256_SIZE; i++)
        ret_digest[i] =
            (unsigned char)(hash->state[i / 4] >> (24 - 8 * (i % 4)));
}

void sha256_of(const void *bytes, size_t length,
               unsigned char ret_digest[SHA256_SIZE])
{
    struct sha256 hash;

    sha256_init(&hash);
    sha256_add(&hash, bytes, length);
    sha256_end(&hash, ret_digest);
}

void sha256_spell(const unsigned char digest[SHA256_SIZE],
                  char ret_text[SHA256_TEXT_SIZE])
{
    static const char digits[] = "0123456789abcdef";

    for (size_t i = 0; i < SHA256_SIZE; i++) {
        ret_text[2 * i] = digits[digest[i] >> 4];
        ret_text[2 * i + 1] = digits[digest[i] & 15];
    }
    ret_text[2 * SHA256_SIZE] = '\0';
}
