/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Those who wait in queues. */

#ifndef WEB_WAITING_H
#define WEB_WAITING_H

#include "web/exchange.h"

void waiting_list(struct exchange *exchange); /* of one queue, O(contacts) */
void waiting_estimates(struct exchange *exchange); /* ... likewise */
void waiting_pull(struct exchange *exchange); /* one of them, to an agent */

#endif
