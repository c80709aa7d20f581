/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A queue emptied from the front. */

#include "server/replies.h"

#include <assert.h>

enum { MAX_WAITING = 65536 };

struct pending_reply {
    struct web_slot slot;
    struct web_reply reply;
    int64_t ticket;
};

void replies_init(struct replies *replies)
{
    assert(replies);

    fifo_init(&replies->waiting, sizeof(struct pending_reply), MAX_WAITING);
}

void replies_done(struct replies *replies)
{
    assert(replies);

    fifo_done(&replies->waiting);
}

int replies_hold(struct replies *replies, struct web_slot slot,
                 const struct web_reply *reply, int64_t ticket)
{
    assert(replies && reply);

    const struct pending_reply pending = { slot, *reply, ticket };

    return fifo_push(&replies->waiting, &pending);
}

bool replies_next(struct replies *replies, int64_t committed,
                  struct web_slot *ret_slot, struct web_reply *ret_reply)
{
    assert(replies && ret_slot && ret_reply);

    const struct pending_reply *first = fifo_front(&replies->waiting);

    if (!first || first->ticket > committed)
        return false;

    *ret_slot = first->slot;
    *ret_reply = first->reply;
    return fifo_pop(&replies->waiting, NULL);
}
