/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many agents come to serve many queues, or no longer do. */

#ifndef WEB_BULK_H
#define WEB_BULK_H

#include "web/exchange.h"

void bulk_assign(struct exchange *exchange);
void bulk_unassign(struct exchange *exchange);

#endif
