/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agents: what they do now, and what they are told to do. */

#ifndef WEB_PEOPLE_H
#define WEB_PEOPLE_H

#include "web/exchange.h"

struct desk_row;

void people_state(struct exchange *exchange);         /* one agent */
void people_now(struct exchange *exchange);           /* all of them */
void people_note(struct exchange *exchange);          /* one agent's */
void people_agent_command(struct exchange *exchange); /* log in, pause, ... */

/**
 * Gives the command that the route names, its fields from the body but the
 * one that the path gives.
 *
 * @param id  what {id} of the path means
 */
void people_command(struct exchange *exchange, uint64_t id);

/** Names a pause reason, people's or the product's own. */
void people_reason(const struct exchange *exchange, uint64_t reason_id,
                   struct label *ret_label);

/** Says why a desk pauses, or why nobody is there; else "". */
void people_why(const struct exchange *exchange, const struct desk_row *desk,
                struct label *ret_label);

/** Chooses the label in the language of the request; es and cs may be "". */
void people_label(const struct exchange *exchange, const struct label *label,
                  const struct label *label_es, const struct label *label_cs,
                  struct label *ret_label);

#endif
