/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signing in and out, and who is signed in. */

#ifndef WEB_SESSIONS_H
#define WEB_SESSIONS_H

struct exchange;

void sessions_open(struct exchange *exchange);
void sessions_close(struct exchange *exchange);
void sessions_me(struct exchange *exchange);

#endif
