/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All WebSockets. */

#ifndef WEB_SOCKETS_H
#define WEB_SOCKETS_H

struct web;

/** Rows may have changed: wakes those who watch them. */
void sockets_wake(struct web *web);

/** More of the journal is on disk. */
void sockets_wake_followers(struct web *web);

/** Rights may be others: closes what is open to somebody else by now. */
void sockets_check(struct web *web);

/** Once a second: asks those who are silent whether they live, and lets go of
 *  those who do not. */
void sockets_tick(struct web *web);

#endif
