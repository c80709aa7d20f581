/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all robots share: the loop, the sound, the book-keeping. */

#ifndef ROBOT_ROOM_H
#define ROBOT_ROOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "media/media.h"
#include "robot/options.h"
#include "robot/tally.h"
#include "sip/loop.h"
#include "sip/signalling.h"

struct handset;

enum { ROOM_MAX_HANDSETS = 4096 };

/* The ids that the two stacks know the server by. */
enum { ROOM_SERVER_TRUNK = 1 };

/* How the robots reach the server. */
static inline enum signal_transport room_transport(
    const struct robot_options *options)
{
    return options->tls[0] ? SIGNAL_TLS : SIGNAL_UDP;
}

struct room {
    const struct robot_options *options;
    struct loop *loop;
    struct media *media;
    struct signalling *line;  /* callers, and numbers outside */
    struct signalling *desks; /* agents' phones */
    struct tally tally;
    struct handset *handsets[ROOM_MAX_HANDSETS]; /* id modulo size */
    uint64_t last_id;
    bool stopping; /* nobody begins or answers anything */
};

#endif
