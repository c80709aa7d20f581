/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How trunks fare: told to screens, and what is wrong to the log, once. */

#ifndef SERVER_TRUNK_WATCH_H
#define SERVER_TRUNK_WATCH_H

#include <stddef.h>
#include <stdint.h>

#include "sip/trunk.h"
#include "web/web.h"

struct server;

/* What stands for an alarm; bits. */
enum trunk_trouble {
    TRUNK_TROUBLE_UNREGISTERED = 1, /* for longer than a moment, as all here */
    TRUNK_TROUBLE_NOT_FOUND = 2,    /* DNS does not know its name */
    TRUNK_TROUBLE_CERTIFICATE = 4,  /* shows one that is not believed */
};

/* Those in trouble, so that each is logged when it begins. */
struct trunk_watch {
    struct {
        uint64_t trunk_id;
        unsigned troubles;
    } known[WEB_MAX_TRUNKS];
    size_t count;
    unsigned troubles; /* of any of them */
};

/**
 * Tells what is wrong with a trunk: what has to be mended first comes first.
 *
 * @param troubles  that stand, of enum trunk_trouble
 */
enum trunk_reason trunk_watch_reason(const struct trunk_status *status,
                                     unsigned troubles);

/**
 * Looks at all of them, once a second.
 *
 * @return how many are up
 */
int64_t trunk_watch_look(struct server *server, struct trunk_watch *watch);

#endif
