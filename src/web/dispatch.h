/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which resource does what a route says. */

#ifndef WEB_DISPATCH_H
#define WEB_DISPATCH_H

struct exchange;

/** Hands an exchange, which is complete and allowed, to its resource. */
void dispatch(struct exchange *exchange);

#endif
