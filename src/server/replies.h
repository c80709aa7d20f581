/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers to requests, which wait for the commit of what they acknowledge. */

#ifndef SERVER_REPLIES_H
#define SERVER_REPLIES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/fifo.h"
#include "web/web.h"

/* First in, first out: tickets only grow. */
struct replies {
    struct fifo waiting;
};

void replies_init(struct replies *replies);
void replies_done(struct replies *replies);

/** @return 0, or -ENOMEM, -ENOSPC: too many wait */
int replies_hold(struct replies *replies, struct web_slot slot,
                 const struct web_reply *reply, int64_t ticket);

/** Takes the next whose ticket is on disk. @return whether there was one */
bool replies_next(struct replies *replies, int64_t committed,
                  struct web_slot *ret_slot, struct web_reply *ret_reply);

#endif
