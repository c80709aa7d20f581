/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two families, compared member by member. */

#include "media/address.h"

#include <assert.h>
#include <errno.h>
#include <netinet/in.h>
#include <string.h>

static const struct sockaddr_in *as_v4(const struct sockaddr_storage *address)
{
    return (const struct sockaddr_in *)(const void *)address;
}

static const struct sockaddr_in6 *as_v6(const struct sockaddr_storage *address)
{
    return (const struct sockaddr_in6 *)(const void *)address;
}

bool address_same_host(const struct sockaddr_storage *a,
                       const struct sockaddr_storage *b)
{
    assert(a && b);

    if (a->ss_family != b->ss_family)
        return false;
    if (a->ss_family == AF_INET)
        return as_v4(a)->sin_addr.s_addr == as_v4(b)->sin_addr.s_addr;
    if (a->ss_family == AF_INET6)
        return !memcmp(&as_v6(a)->sin6_addr, &as_v6(b)->sin6_addr,
                       sizeof(struct in6_addr)) &&
               as_v6(a)->sin6_scope_id == as_v6(b)->sin6_scope_id;

    return false;
}

uint16_t address_port(const struct sockaddr_storage *address)
{
    assert(address);

    if (address->ss_family == AF_INET)
        return ntohs(as_v4(address)->sin_port);
    if (address->ss_family == AF_INET6)
        return ntohs(as_v6(address)->sin6_port);

    return 0;
}

void address_set_port(struct sockaddr_storage *address, uint16_t port)
{
    assert(address);

    if (address->ss_family == AF_INET)
        ((struct sockaddr_in *)(void *)address)->sin_port = htons(port);
    else if (address->ss_family == AF_INET6)
        ((struct sockaddr_in6 *)(void *)address)->sin6_port = htons(port);
}

bool address_equal(const struct sockaddr_storage *a,
                   const struct sockaddr_storage *b)
{
    return address_same_host(a, b) && address_port(a) == address_port(b);
}

socklen_t address_length(const struct sockaddr_storage *address)
{
    assert(address);

    if (address->ss_family == AF_INET)
        return sizeof(struct sockaddr_in);
    if (address->ss_family == AF_INET6)
        return sizeof(struct sockaddr_in6);

    return 0;
}

static void map_to_v6(struct sockaddr_storage *address)
{
    struct sockaddr_in v4 = *as_v4(address);
    struct sockaddr_in6 v6 = { .sin6_family = AF_INET6,
                               .sin6_port = v4.sin_port };

    v6.sin6_addr.s6_addr[10] = 0xff;
    v6.sin6_addr.s6_addr[11] = 0xff;
    memcpy(&v6.sin6_addr.s6_addr[12], &v4.sin_addr, 4);
    memset(address, 0, sizeof(*address));
    memcpy(address, &v6, sizeof(v6));
}

static void map_to_v4(struct sockaddr_storage *address)
{
    struct sockaddr_in6 v6 = *as_v6(address);
    struct sockaddr_in v4 = { .sin_family = AF_INET, .sin_port = v6.sin6_port };

    memcpy(&v4.sin_addr, &v6.sin6_addr.s6_addr[12], 4);
    memset(address, 0, sizeof(*address));
    memcpy(address, &v4, sizeof(v4));
}

int address_fit(struct sockaddr_storage *address, sa_family_t family)
{
    assert(address);

    if (address->ss_family == family)
        return 0;
    if (address->ss_family == AF_INET && family == AF_INET6)
        map_to_v6(address);
    else if (address->ss_family == AF_INET6 && family == AF_INET &&
             IN6_IS_ADDR_V4MAPPED(&as_v6(address)->sin6_addr))
        map_to_v4(address);
    else
        return -EAFNOSUPPORT;

    return 0;
}

static bool v4_is_unicast(uint32_t host)
{
    /* 0/8 is "this network"; 224/4 multicast; 240/4 reserved, broadcast. */
    return host >> 24 != 0 && host >> 28 < 0xe;
}

bool address_is_unicast(const struct sockaddr_storage *address)
{
    assert(address);

    struct sockaddr_storage plain = *address;

    if (address_port(&plain) == 0)
        return false;
    if (address_fit(&plain, AF_INET) == 0)
        return v4_is_unicast(ntohl(as_v4(&plain)->sin_addr.s_addr));

    return !IN6_IS_ADDR_MULTICAST(&as_v6(&plain)->sin6_addr) &&
           !IN6_IS_ADDR_UNSPECIFIED(&as_v6(&plain)->sin6_addr);
}
