/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contacts before one, of the same caller. */

#ifndef WEB_PREVIOUS_H
#define WEB_PREVIOUS_H

struct exchange;

enum { PREVIOUS_MAX = 20 }; /* so many are told */

/* Whoever may see the contact sees these, colleagues' too: that is what the
   caller and the agent will speak about. */
void previous_list(struct exchange *exchange);

#endif
