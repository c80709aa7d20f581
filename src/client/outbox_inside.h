/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the outbox share; for them alone. */

#ifndef CLIENT_OUTBOX_INSIDE_H
#define CLIENT_OUTBOX_INSIDE_H

#include "client/outbox.h"

struct outbox {
    struct outbox_item items[OUTBOX_MAX]; /* in their order */
    size_t count;
    uint64_t last_id;
    uint64_t version;
    int64_t paused_until_us;
};

#endif
