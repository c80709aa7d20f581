/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows that are tried by phone. */

#ifndef WEB_FLOW_BY_PHONE_H
#define WEB_FLOW_BY_PHONE_H

struct exchange;

/** POST /api/ivr/flows/{id}/call: whoever asks is rung, and hears the flow. */
void flow_by_phone(struct exchange *exchange);

#endif
