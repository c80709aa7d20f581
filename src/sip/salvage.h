/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer for whoever sent a request that libre cannot read. */

#ifndef SIP_SALVAGE_H
#define SIP_SALVAGE_H

#include "sip/libre.h"

/*
 * libre drops a request with a blank too many, another version, or an address
 * that it cannot take apart, and its sender asks again for 32 s. Here only the
 * lines that an answer repeats are looked for (RFC 3261, 8.2.6.2), byte by
 * byte; nothing else of the request is believed or used.
 */
enum {
    SALVAGE_MAX_VIAS = 32,
    SALVAGE_VALUE_MAX = 1024, /* bytes of a header that is repeated */
    SALVAGE_ANSWER_MAX = 8192,
};

/* What the answer needs to know besides the request. */
struct salvage_scene {
    const struct sa *source; /* who sent it */
    const char *server;      /* our Server header */
    uint64_t tag;            /* of our To */
};

/**
 * Writes the answer to an unreadable datagram: 505 to another version of SIP,
 * else 400. An ACK, a response, and what lacks one of Via, From, To, Call-ID,
 * CSeq, gets none.
 *
 * @param ret  room for SALVAGE_ANSWER_MAX bytes; not terminated
 *
 * @return its length, or 0: there is none
 */
size_t salvage_answer(const struct pl *datagram,
                      const struct salvage_scene *scene, char *ret);

#endif
