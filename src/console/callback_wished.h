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
    struct phone_number number;
    int64_t due_us; /* wall time; 0: in its turn, from now on */
    bool is_own;    /* by this agent, and nobody else */
};

#endif
