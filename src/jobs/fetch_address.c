/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Networks, by their first bits. */

#include "jobs/fetch_address.h"

#include <assert.h>
#include <netinet/in.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct network {
    uint8_t bytes[16];
    unsigned bits;
};

static const struct network private_4[] = {
    { { 0 }, 8 },             /* this network */
    { { 10 }, 8 },            /* RFC 1918 */
    { { 100, 64 }, 10 },      /* shared: RFC 6598 */
    { { 127 }, 8 },           /* loopback */
    { { 169, 254 }, 16 },     /* link-local: RFC 3927 */
    { { 172, 16 }, 12 },      /* RFC 1918 */
    { { 192, 0, 0 }, 24 },    /* of the IETF */
    { { 192, 0, 2 }, 24 },    /* documentation: RFC 5737 */
    { { 192, 168 }, 16 },     /* RFC 1918 */
    { { 198, 18 }, 15 },      /* benchmarks: RFC 2544 */
    { { 198, 51, 100 }, 24 }, /* documentation */
    { { 203, 0, 113 }, 24 },  /* documentation */
    { { 224 }, 4 },           /* multicast */
    { { 240 }, 4 },           /* reserved, and the broadcast */
};

static const struct network private_6[] = {
    { { 0 }, 128 },                              /* unspecified */
    { { [15] = 1 }, 128 },                       /* loopback */
    { { 0x01, 0x00 }, 64 },                      /* discard: RFC 6666 */
    { { 0x00, 0x64, 0xff, 0x9b, 0x00, 1 }, 48 }, /* local NAT64: RFC 8215 */
    { { 0x20, 0x01, 0x00, 0x00 }, 32 },          /* Teredo */
    { { 0x20, 0x01, 0x0d, 0xb8 }, 32 },          /* documentation */
    { { 0xfc }, 7 },                             /* unique local */
    { { 0xfe, 0x80 }, 10 },                      /* link-local */
    { { 0xfe, 0xc0 }, 10 },                      /* site-local: RFC 3879 */
    { { 0xff }, 8 },                             /* multicast */
};

/* Where an IPv4 address is in an IPv6 one of that network. */
static const struct carrier {
    struct network network;
    size_t at;
} carriers[] = {
    { { { [10] = 0xff, [11] = 0xff }, 96 }, 12 }, /* mapped */
    { { { 0x00, 0x64, 0xff, 0x9b }, 96 }, 12 },   /* NAT64 */
    { { { 0x20, 0x02 }, 16 }, 2 },                /* 6to4 */
    { { { 0 }, 96 }, 12 },                        /* compatible */
};

static bool is_within(const uint8_t *address, const struct network *network)
{
    size_t whole = network->bits / 8;
    unsigned rest = network->bits % 8;
    unsigned mask = 0xffU & ~(0xffU >> rest);

    return memcmp(address, network->bytes, whole) == 0 &&
           (rest == 0 ||
            (address[whole] & mask) == (network->bytes[whole] & mask));
}

static bool is_in_one(const uint8_t *address, const struct network *networks,
                      size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_within(address, &networks[i]))
            return true;

    return false;
}

#define IS_IN_ONE(address, networks)                                           \
    is_in_one(address, networks, sizeof(networks) / sizeof((networks)[0]))

static bool is_private_6(const uint8_t *address)
{
    if (IS_IN_ONE(address, private_6))
        return true;
    for (size_t i = 0; i < sizeof(carriers) / sizeof(carriers[0]); i++)
        if (is_within(address, &carriers[i].network))
            return IS_IN_ONE(address + carriers[i].at, private_4);

    return false;
}

bool fetch_address_is_private(const struct sockaddr *address)
{
    assert(address);

    struct sockaddr_in four;
    struct sockaddr_in6 six;

    switch (address->sa_family) {
    case AF_INET:
        memcpy(&four, address, sizeof(four));
        return IS_IN_ONE((const uint8_t *)&four.sin_addr, private_4);
    case AF_INET6:
        memcpy(&six, address, sizeof(six));
        return is_private_6(six.sin6_addr.s6_addr);
    default:
        return true;
    }
}
