/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's events: all of them, one contact's, and what they explain. */

#ifndef WEB_JOURNAL_H
#define WEB_JOURNAL_H

struct exchange;

void journal_list(struct exchange *exchange);
void journal_of_contact(struct exchange *exchange);
void journal_why(struct exchange *exchange);

#endif
