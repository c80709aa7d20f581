/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trace of one contact: listed, and as packets. */

#ifndef WEB_TRACES_H
#define WEB_TRACES_H

struct exchange;

void traces_read(struct exchange *exchange);
void traces_packets(struct exchange *exchange);

#endif
