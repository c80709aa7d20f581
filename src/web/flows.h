/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows: documents whose text is stored once and never changed. */

#ifndef WEB_FLOWS_H
#define WEB_FLOWS_H

struct exchange;

void flows_create(struct exchange *exchange);
void flows_change(struct exchange *exchange);
void flows_text(struct exchange *exchange);

#endif
