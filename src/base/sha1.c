/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FIPS 180-4, 6.1, one block after the other. */

#include "base/sha1.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

enum { BLOCK = 64, LENGTH_AT = 56 };

static uint32_t rotate(uint32_t word, unsigned by)
{
    return word << by | word >> (32 - by);
}

static void spread(const unsigned char *block, uint32_t words[80])
{
    for (size_t i = 0; i < 16; i++) {
        const unsigned char *b = block + 4 * i;
        words[i] = (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 |
                   (uint32_t)b[2] << 8 | (uint32_t)b[3];
    }
    for (size_t i = 16; i < 80; i++)
        words[i] = rotate(
            words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
}

/* The function and the constant of each round of twenty. */
static uint32_t mix(size_t step, uint32_t b, uint32_t c, uint32_t d)
{
    if (step < 20)
        return ((b & c) | (~b & d)) + 0x5a827999U;
    if (step < 40)
        return (b ^ c ^ d) + 0x6ed9eba1U;
    if (step < 60)
        return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdcU;
    return (b ^ c ^ d) + 0xca62c1d6U;
}

static void add_block(uint32_t state[5], const unsigned char *block)
{
    uint32_t words[80];
    uint32_t s[5];

    spread(block, words);
    memcpy(s, state, sizeof(s));
    for (size_t i = 0; i < 80; i++) {
        uint32_t next =
            rotate(s[0], 5) + mix(i, s[1], s[2], s[3]) + s[4] + words[i];
        s[4] = s[3];
        s[3] = s[2];
        s[2] = rotate(s[1], 30);
        s[1] = s[0];
        s[0] = next;
    }
    for (size_t i = 0; i < 5; i++)
        state[i] += s[i];
}

static void add_last(uint32_t state[5], const unsigned char *rest, size_t left,
                     uint64_t length)
{
    unsigned char block[BLOCK] = { 0 };

    if (left > 0)
        memcpy(block, rest, left);
    block[left] = 0x80;
    if (left >= LENGTH_AT) {
        add_block(state, block);
        memset(block, 0, sizeof(block));
    }
    for (size_t i = 0; i < 8; i++)
        block[LENGTH_AT + i] = (unsigned char)(length * 8 >> (56 - 8 * i));
    add_block(state, block);
}

void sha1_of(const void *bytes, size_t length,
             unsigned char ret_digest[SHA1_SIZE])
{
    uint32_t state[5] = { 0x67452301U, 0xefcdab89U, 0x98badcfeU, 0x10325476U,
                          0xc3d2e1f0U };
    const unsigned char *at = bytes;
    size_t left = length;

    assert((bytes || length == 0) && ret_digest);

    for (; left >= BLOCK; left -= BLOCK, at += BLOCK)
        add_block(state, at);
    add_last(state, at, left, length);
    for (size_t i = 0; i < SHA1_SIZE; i++)
        ret_digest[i] = (unsigned char)(state[i / 4] >> (24 - 8 * (i % 4)));
}
