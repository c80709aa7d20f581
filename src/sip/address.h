/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Socket addresses: the system's and libre's, networks, who can reach whom. */

#ifndef SIP_ADDRESS_H
#define SIP_ADDRESS_H

#include <stdbool.h>
#include <sys/socket.h>

#include "sip/libre.h"

/* Where an address lives. */
enum signal_scope {
    SIGNAL_NOWHERE,  /* 0.0.0.0, ::, or no address at all */
    SIGNAL_LOOPBACK, /* 127/8, ::1 */
    SIGNAL_LINK,     /* 169.254/16, fe80::/10 */
    SIGNAL_PRIVATE,  /* RFC 1918, 100.64/10 (RFC 6598), fc00::/7 */
    SIGNAL_GLOBAL,
    SIGNAL_MANY, /* multicast, broadcast, 240/4: never a peer */
};

enum signal_scope signal_address_scope(const struct sa *address);

/**
 * Turns a system address into libre's.
 *
 * @return 0, or -EINVAL when it is neither IPv4 nor IPv6
 */
int signal_address_to_sa(const struct sockaddr_storage *address,
                         struct sa *ret_sa);

void signal_address_from_sa(const struct sa *sa,
                            struct sockaddr_storage *ret_address);

/**
 * Tells whether the first bits of two addresses agree; ports do not matter.
 */
bool signal_address_in_network(const struct sa *address,
                               const struct sa *network, unsigned prefix_bits);

/**
 * Copies the address with the bits after the prefix cleared and port 0: /24 of
 * IPv4, /64 of IPv6, the unit in which sources are counted.
 */
void signal_address_neighbourhood(const struct sa *address,
                                  struct sa *ret_network);

/**
 * Tells whether a peer at `source` can mean `claimed` when it says where to
 * send: a peer on another machine cannot be reached at our loopback, nor one
 * on the internet at a private address.
 */
bool signal_address_is_plausible(const struct sa *claimed,
                                 const struct sa *source);

#endif
