/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recordings played to one's own phone. */

#ifndef WEB_LISTENING_H
#define WEB_LISTENING_H

struct exchange;

void listening_begin(struct exchange *exchange);
void listening_read(struct exchange *exchange);
void listening_control(struct exchange *exchange);

#endif
