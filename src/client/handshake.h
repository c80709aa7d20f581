/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking for a WebSocket, and reading the answer. RFC 6455, section 4.1. */

#ifndef CLIENT_HANDSHAKE_H
#define CLIENT_HANDSHAKE_H

#include "client/channel.h"
#include "client/client_problem.h"

enum {
    HANDSHAKE_HEAD_MAX = 16 * 1024,
    HANDSHAKE_MS = 10000, /* from asking to the last byte of the answer, unless
                             settings.timeout_ms is shorter */
};

/* What came of it. A plain struct. */
struct handshake {
    struct client_problem problem; /* status 0: agreed */

    /* what came behind the head: frames */
    char rest[HANDSHAKE_HEAD_MAX];
    size_t rest_length;
};

/**
 * Greets.
 *
 * @param ret  always filled when 0
 *
 * @return 0: agreed, or refused in words; -ECONNRESET, -ETIMEDOUT; -EPROTO: it
 *         is no WebSocket
 */
int handshake_make(struct channel *channel,
                   const struct client_settings *settings,
                   struct handshake *ret);

#endif
