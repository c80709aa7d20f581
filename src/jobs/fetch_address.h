/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which addresses are not somebody else's on the public Internet. */

#ifndef JOBS_FETCH_ADDRESS_H
#define JOBS_FETCH_ADDRESS_H

#include <stdbool.h>
#include <sys/socket.h>

/**
 * Tells whether an address is a private, loopback, link-local, shared,
 * documentation, multicast or reserved one (RFC 6890, RFC 4193, RFC 4291), or
 * stands for an IPv4 address that is (mapped, compatible, NAT64 of RFC 6052,
 * 6to4 of RFC 3056); Teredo (RFC 4380), which hides one, and what is neither
 * IPv4 nor IPv6 count as such.
 *
 * @param address  a sockaddr_in or sockaddr_in6 as its family says
 */
bool fetch_address_is_private(const struct sockaddr *address);

#endif
