/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a host name of a trunk is: SRV, then A and AAAA (RFC 3263, 2782). */

#ifndef SIP_LOOKUP_H
#define SIP_LOOKUP_H

#include "sip/question.h"
#include "sip/registrar.h"

/*
 * The transport is the trunk's, so nobody is asked for NAPTR. With a port there
 * is no SRV either. Hosts of SRV come by priority, the heaviest first, always in
 * the same order; of each, the families that we listen for, IPv4 before IPv6.
 * Nothing here waits; /etc/hosts is not read.
 */
enum {
    LOOKUP_MAX_ADDRESSES = 4,
    LOOKUP_MAX_TTL_S = 3600,
};

struct lookup;

struct lookup_name {
    const char *host;
    uint16_t port; /* 0: as SRV says, else the transport's usual one */
    enum signal_transport transport;
    bool has_ipv4, has_ipv6; /* which we listen for */
    uint32_t min_ttl_s;      /* some want to be asked for all the time */
};

struct lookup_result {
    struct sa addresses[LOOKUP_MAX_ADDRESSES]; /* with ports, best first */
    size_t count;                              /* at least 1 */
    uint32_t ttl_s; /* good for so long; within the bounds above */
};

/**
 * Told the end, from the loop; the lookup is gone then.
 *
 * @param rc      0; -ENOENT: no such name, or no address of ours; else as
 *                question_answered_h
 * @param result  borrowed; NULL on failure
 */
typedef void lookup_done_h(int rc, const struct lookup_result *result,
                           void *arg);

/**
 * Begins to look a name up.
 *
 * @param servers  copied
 *
 * @return 0, or -EINVAL: not a name, no family; -ENOMEM
 */
int lookup_begin(struct loop *loop, const struct question_servers *servers,
                 const struct lookup_name *name, lookup_done_h *done, void *arg,
                 struct lookup **ret_lookup);

/** Nobody is told. NULL is fine. @return NULL always */
struct lookup *lookup_free(struct lookup *lookup);

/** Whether it can be a host name: labels of letters, digits and hyphens, the
    last one not of digits alone (RFC 1123, 2.1). */
bool lookup_is_name(const struct pl *text);

#endif
