/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing and fitting socket addresses. */

#ifndef MEDIA_ADDRESS_H
#define MEDIA_ADDRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/socket.h>

/**
 * Whether both name the same host of the same family; never for families other
 * than IPv4 and IPv6.
 */
bool address_same_host(const struct sockaddr_storage *a,
                       const struct sockaddr_storage *b);

/**
 * Same host and same port.
 */
bool address_equal(const struct sockaddr_storage *a,
                   const struct sockaddr_storage *b);

/**
 * @return the port in host order; 0 for other families
 */
uint16_t address_port(const struct sockaddr_storage *address);

void address_set_port(struct sockaddr_storage *address, uint16_t port);

/**
 * The length that sendto() and bind() want; 0 for other families.
 */
socklen_t address_length(const struct sockaddr_storage *address);

/**
 * Rewrites an address for a socket of a family: IPv4 becomes IPv4-mapped IPv6
 * and back (RFC 4291, 2.5.5.2).
 *
 * @return 0 or -EAFNOSUPPORT; the address is unchanged then
 */
int address_fit(struct sockaddr_storage *address, sa_family_t family);

/**
 * Whether packets may be sent there: a port, and no multicast, broadcast or
 * unspecified address.
 */
bool address_is_unicast(const struct sockaddr_storage *address);

#endif
