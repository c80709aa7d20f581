/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pause reasons, and how much of the day an agent has used of each. */

#ifndef WEB_PAUSES_H
#define WEB_PAUSES_H

struct exchange;

void pauses_list(struct exchange *exchange); /* of one agent */

#endif
