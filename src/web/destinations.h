/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where an agent can send a caller: queues, colleagues, flows, numbers. */

#ifndef WEB_DESTINATIONS_H
#define WEB_DESTINATIONS_H

struct exchange;

void destinations_list(struct exchange *exchange); /* of one agent */

#endif
