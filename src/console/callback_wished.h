/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A callback that is wished after a call; see console/callback_wish.h. */

#ifndef CONSOLE_CALLBACK_WISHED_H
#define CONSOLE_CALLBACK_WISHED_H

#include <stdbool.h>
#include <stdint.h>

#include "core/record.h"

/* A plain struct; contact_id 0: there is none. It goes with the disposition, so
   that one is never without the other, offline neither. */
struct callback_wish {
    uint64_t contact_id; /* after which call */
    uint64_t queue_id;   /* of that call */
    uint64_t agent_id;   /* who wishes it */
    struct phone_number number;
    int64_t due_us;       /* wall time; 0: in its turn, from now on */
    bool is_own;          /* by this agent, and nobody else */
    enum speech language; /* of the caller */
    struct note note;     /* of the call, as far as it was typed */
    bool is_put; /* it went with a disposition that is not answered yet */
};

/* One whose wrap-up is over without it, until the server has it or somebody
   looks at why not. contact_id 0: there is none. */
struct callback_late {
    struct callback_wish wish;
    bool is_sent;      /* and not answered yet */
    bool may_be_there; /* the answer to one was lost */
    int64_t again_us;  /* not before that */
};

/** The session ends, and an answer with it. */
void callback_late_lose(struct callback_late *late);

#endif
