/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routing rules, calendars and caller lists: where a mistake has its place. */

#ifndef WEB_RULES_H
#define WEB_RULES_H

#include "web/exchange.h"

/* As documents_create() and documents_change(), but a condition or an opening
   hour that cannot be read is answered with its line and column. */
bool rules_read_body(struct exchange *exchange, uint64_t id, int64_t version,
                     struct web_request *ret_request);
void rules_create(struct exchange *exchange);
void rules_change(struct exchange *exchange);
void calendars_create(struct exchange *exchange);
void calendars_change(struct exchange *exchange);
void calendars_import(struct exchange *exchange);

/* Asks for a calendar to be set, as a document, and answers with it. */
void calendars_ask(struct exchange *exchange, struct web_request *request);

/* The numbers of a caller list, as a table. */
void caller_lists_import(struct exchange *exchange);
void caller_lists_add_number(struct exchange *exchange);
void caller_lists_remove_number(struct exchange *exchange);
void caller_numbers_list(struct exchange *exchange);

/* Where a rule is asked, and what it was. */
void rules_move(struct exchange *exchange);
void rules_versions(struct exchange *exchange);

/* What became of the calls, by rule and destination. */
void routing_figures(struct exchange *exchange);

/* What would become of a call, rule by rule. */
void routing_test(struct exchange *exchange);

/* What would have gone elsewhere by the draft of the rules. */
void routing_replay(struct exchange *exchange);

/* from and until of the query; without them the time before now, so long.
   false: answered. */
bool rules_read_period(struct exchange *exchange, int64_t default_us,
                       int64_t *ret_from_us, int64_t *ret_until_us);

#endif
