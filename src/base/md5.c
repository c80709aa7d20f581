/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The algorithm as RFC 1321 writes it, one byte after the other. */

#include "base/md5.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

enum { BLOCK = 64 };

struct md5 {
    uint32_t state[4];
    uint64_t length; /* bytes so far */
    unsigned char block[BLOCK];
};

/* floor(2^32 * |sin(i + 1)|) */
static const uint32_t sines[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a,
    0xa8304613, 0xfd469501, 0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be,
    0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821, 0xf61e2562, 0xc040b340,
    0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8,
    0x676f02d9, 0x8d2a4c8a, 0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c,
    0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70, 0x289b7ec6, 0xeaa127fa,
    0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92,
    0xffeff47d, 0x85845dd1, 0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1,
    0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
};

static uint32_t word_at(const unsigned char *block, unsigned index)
{
    const unsigned char *b = block + 4 * (size_t)index;

    return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
           (uint32_t)b[3] << 24;
}

static uint32_t turn(uint32_t value, unsigned bits)
{
    return value << bits | value >> (32 - bits);
}

/* The round's function, and which word of the block its step takes. */
static uint32_t mix(unsigned step, const uint32_t s[4], unsigned *ret_word)
{
    switch (step / 16) {
    case 0:
        *ret_word = step;
        return (s[1] & s[2]) | (~s[1] & s[3]);
    case 1:
        *ret_word = (5 * step + 1) % 16;
        return (s[3] & s[1]) | (~s[3] & s[2]);
    case 2:
        *ret_word = (3 * step + 5) % 16;
        return s[1] ^ s[2] ^ s[3];
    default:
        *ret_word = (7 * step) % 16;
        return s[2] ^ (s[1] | ~s[3]);
    }
}

static void take_block(struct md5 *md5)
{
    static const unsigned char turns[4][4] = { { 7, 12, 17, 22 },
                                               { 5, 9, 14, 20 },
                                               { 4, 11, 16, 23 },
                                               { 6, 10, 15, 21 } };
    uint32_t s[4];

    memcpy(s, md5->state, sizeof(s));
    for (unsigned step = 0; step < 64; step++) {
        unsigned word;
        uint32_t sum = mix(step, s, &word);

        sum += s[0] + sines[step] + word_at(md5->block, word);
        s[0] = s[3];
        s[3] = s[2];
        s[2] = s[1];
        s[1] += turn(sum, turns[step / 16][step % 4]);
    }
    for (int i = 0; i < 4; i++)
        md5->state[i] += s[i];
}

static void add_byte(struct md5 *md5, unsigned char byte)
{
    md5->block[md5->length++ % BLOCK] = byte;
    if (md5->length % BLOCK == 0)
        take_block(md5);
}

static void finish(struct md5 *md5)
{
    uint64_t bits = 8 * md5->length;

    add_byte(md5, 0x80);
    while (md5->length % BLOCK != BLOCK - 8)
        add_byte(md5, 0);
    for (int i = 0; i < 8; i++)
        add_byte(md5, (unsigned char)(bits >> (8 * i)));
}

void md5_spell(const char *const *pieces, size_t count,
               char ret_text[MD5_TEXT_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    struct md5 md5 = { .state = { 0x67452301, 0xefcdab89, 0x98badcfe,
                                  0x10325476 } };

    assert(pieces && ret_text);

    for (size_t i = 0; i < count; i++)
        for (const char *c = pieces[i]; *c; c++)
            add_byte(&md5, (unsigned char)*c);
    finish(&md5);

    for (unsigned i = 0; i < MD5_SIZE; i++) {
        unsigned byte = md5.state[i / 4] >> (8 * (i % 4)) & 0xff;
        ret_text[2 * (size_t)i] = digits[byte >> 4];
        ret_text[2 * (size_t)i + 1] = digits[byte & 15];
    }
    ret_text[MD5_TEXT_SIZE - 1] = '\0';
}
