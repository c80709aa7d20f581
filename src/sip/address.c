/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scopes by the registries of RFC 6890 and RFC 5771. */

#include "sip/address.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

struct block {
    uint32_t network; /* host byte order */
    unsigned bits;
    enum signal_scope scope;
};

/* Checked in this order. */
static const struct block blocks[] = {
    { 0x00000000, 32, SIGNAL_NOWHERE }, /* 0.0.0.0 */
    { 0x00000000, 8, SIGNAL_MANY },     /* the rest of "this network" */
    { 0x7f000000, 8, SIGNAL_LOOPBACK }, /* 127/8 */
    { 0xa9fe0000, 16, SIGNAL_LINK },    /* 169.254/16 */
    { 0x0a000000, 8, SIGNAL_PRIVATE },  /* 10/8 */
    { 0xac100000, 12, SIGNAL_PRIVATE }, /* 172.16/12 */
    { 0xc0a80000, 16, SIGNAL_PRIVATE }, /* 192.168/16 */
    { 0x64400000, 10, SIGNAL_PRIVATE }, /* 100.64/10 */
    { 0xe0000000, 3, SIGNAL_MANY },     /* 224/4, 240/4, broadcast */
};

static enum signal_scope scope_of_v4(uint32_t address)
{
    for (size_t i = 0; i < sizeof(blocks) / sizeof(blocks[0]); i++) {
        uint32_t mask = UINT32_MAX << (32 - blocks[i].bits);

        if ((address & mask) == blocks[i].network)
            return blocks[i].scope;
    }

    return SIGNAL_GLOBAL;
}

static enum signal_scope scope_of_v6(const struct sa *address)
{
    static const uint8_t mapped[12] = { [10] = 0xff, [11] = 0xff };
    const struct in6_addr *in6 = &address->u.in6.sin6_addr;
    const uint8_t *b = in6->s6_addr;

    if (memcmp(b, mapped, sizeof(mapped)) == 0)
        return scope_of_v4((uint32_t)b[12] << 24 | (uint32_t)b[13] << 16 |
                           (uint32_t)b[14] << 8 | b[15]);
    if (IN6_IS_ADDR_UNSPECIFIED(in6))
        return SIGNAL_NOWHERE;
    if (IN6_IS_ADDR_LOOPBACK(in6))
        return SIGNAL_LOOPBACK;
    if (IN6_IS_ADDR_LINKLOCAL(in6))
        return SIGNAL_LINK;
    if (IN6_IS_ADDR_MULTICAST(in6))
        return SIGNAL_MANY;
    if ((b[0] & 0xfe) == 0xfc)
        return SIGNAL_PRIVATE;

    return SIGNAL_GLOBAL;
}

enum signal_scope signal_address_scope(const struct sa *address)
{
    assert(address);

    switch (sa_af(address)) {
    case AF_INET:
        return scope_of_v4(sa_in(address));
    case AF_INET6:
        return scope_of_v6(address);
    default:
        return SIGNAL_NOWHERE;
    }
}

int signal_address_to_sa(const struct sockaddr_storage *address,
                         struct sa *ret_sa)
{
    assert(address && ret_sa);

    struct sa sa;

    if (sa_set_sa(&sa, (const struct sockaddr *)address))
        return -EINVAL;

    *ret_sa = sa;
    return 0;
}

void signal_address_from_sa(const struct sa *sa,
                            struct sockaddr_storage *ret_address)
{
    assert(sa && ret_address);

    /* What stands behind an IPv4 address nobody has written. */
    const struct sockaddr_in in = {
        .sin_family = AF_INET,
        .sin_port = sa->u.in.sin_port,
        .sin_addr = sa->u.in.sin_addr,
    };

    memset(ret_address, 0, sizeof(*ret_address));
    if (sa_af(sa) == AF_INET)
        memcpy(ret_address, &in, sizeof(in));
    else if (sa_af(sa) == AF_INET6)
        memcpy(ret_address, &sa->u.in6, sizeof(sa->u.in6));
}

static const uint8_t *bytes_of(const struct sa *sa, unsigned *ret_bits)
{
    if (sa_af(sa) == AF_INET) {
        *ret_bits = 32;
        return (const uint8_t *)&sa->u.in.sin_addr;
    }

    *ret_bits = 128;
    return sa->u.in6.sin6_addr.s6_addr;
}

bool signal_address_in_network(const struct sa *address,
                               const struct sa *network, unsigned prefix_bits)
{
    assert(address && network);

    if (sa_af(address) != sa_af(network) ||
        (sa_af(address) != AF_INET && sa_af(address) != AF_INET6))
        return false;

    unsigned bits;
    const uint8_t *a = bytes_of(address, &bits);
    const uint8_t *b = bytes_of(network, &bits);

    if (prefix_bits > bits)
        prefix_bits = bits;
    if (memcmp(a, b, prefix_bits / 8) != 0)
        return false;
    if (prefix_bits % 8 == 0)
        return true;

    unsigned differing = a[prefix_bits / 8] ^ b[prefix_bits / 8];

    return differing >> (8 - prefix_bits % 8) == 0;
}

void signal_address_neighbourhood(const struct sa *address,
                                  struct sa *ret_network)
{
    assert(address && ret_network);

    if (sa_af(address) == AF_INET) {
        sa_set_in(ret_network, sa_in(address) & 0xffffff00, 0);
    } else {
        uint8_t prefix[16] = { 0 };

        memcpy(prefix, address->u.in6.sin6_addr.s6_addr, 8);
        sa_set_in6(ret_network, prefix, 0);
    }
}

bool signal_address_is_plausible(const struct sa *claimed,
                                 const struct sa *source)
{
    assert(claimed && source);

    if (sa_af(claimed) != sa_af(source))
        return false;

    switch (signal_address_scope(claimed)) {
    case SIGNAL_NOWHERE:
    case SIGNAL_MANY:
        return false;
    case SIGNAL_LOOPBACK:
        return signal_address_scope(source) == SIGNAL_LOOPBACK;
    case SIGNAL_LINK:
    case SIGNAL_PRIVATE:
        return signal_address_scope(source) != SIGNAL_GLOBAL;
    case SIGNAL_GLOBAL:
        return true;
    }

    return false;
}
