/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libre's random numbers: ours, in place of its own. */

#include "sip/libre.h"

#include "base/entropy.h"

/*
 * libre asks OpenSSL for each number, 30 times in a call, which took 8 % of the
 * main thread; and when OpenSSL fails, it goes on with 0 as the number. All
 * seven functions are replaced, on purpose, so that a program which is linked
 * statically has no need of libre's: what a program defines goes before what a
 * library does, for the library's own calls, too. tests/check-symbols knows
 * these names, and tests/sip/test_random that they are the ones libre calls.
 */

void rand_init(void)
{
}

uint16_t rand_u16(void)
{
    uint16_t number;

    entropy_bytes(&number, sizeof(number));
    return number;
}

uint32_t rand_u32(void)
{
    uint32_t number;

    entropy_bytes(&number, sizeof(number));
    return number;
}

uint64_t rand_u64(void)
{
    uint64_t number;

    entropy_bytes(&number, sizeof(number));
    return number;
}

/* 62 of 64 numbers have a character: none comes up more often. */
char rand_char(void)
{
    static const char characters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                     "abcdefghijklmnopqrstuvwxyz"
                                     "0123456789";
    uint8_t number;

    do {
        entropy_bytes(&number, sizeof(number));
        number &= 63;
    } while (number >= sizeof(characters) - 1);

    return characters[number];
}

void rand_str(char *str, size_t size)
{
    if (!str || size == 0)
        return;

    for (size_t i = 0; i + 1 < size; i++)
        str[i] = rand_char();
    str[size - 1] = '\0';
}

void rand_bytes(uint8_t *p, size_t size)
{
    if (p)
        entropy_bytes(p, size);
}
