/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DELETE of a queue in whose place another one steps: what moved. */

#ifndef WEB_MOVED_H
#define WEB_MOVED_H

#include "web/exchange.h"

/** Adds to the answer, a queue that is gone, what moved to which other one;
 *  nothing where none took its place. Without memory the answer stays as it
 *  was: the queue is gone. */
void moved_add(struct exchange *exchange, uint64_t queue_id);

#endif
