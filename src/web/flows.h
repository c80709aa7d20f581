/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows: documents whose text is stored once and never changed. */

#ifndef WEB_FLOWS_H
#define WEB_FLOWS_H

#include "core/event.h"

struct exchange;
struct flow_job;

void flows_create(struct exchange *exchange);
void flows_change(struct exchange *exchange);
void flows_text(struct exchange *exchange);
void flows_draft(struct exchange *exchange);

/** Answers with a text that was read, as people write it. */
void flows_answer_text(struct exchange *exchange, struct flow_job *job);

/** Makes a text, as people write it, the flow's draft; answers with the flow, or
 *  with what is wrong with the text. */
void flows_save_draft(struct exchange *exchange,
                      const struct event_flow_set *flow, const char *text);

#endif
