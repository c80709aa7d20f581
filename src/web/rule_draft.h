/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft of the routing rules, its differences, and the versions of all. */

#ifndef WEB_RULE_DRAFT_H
#define WEB_RULE_DRAFT_H

#include "web/exchange.h"

/* The rules as the draft has them, and each of them: as documents.h. */
void rule_draft_list(struct exchange *exchange);
void rule_draft_create(struct exchange *exchange);
void rule_draft_read(struct exchange *exchange);
void rule_draft_change(struct exchange *exchange);
void rule_draft_remove(struct exchange *exchange);
void rule_draft_move(struct exchange *exchange);

/* One is as it is outside again; or all of them are. */
void rule_draft_discard(struct exchange *exchange);
void rule_draft_drop(struct exchange *exchange);

void rule_draft_publish(struct exchange *exchange);

/* fill_rule.c: what publishing the draft does with a rule; and whether the rule
   was changed outside the draft since. */
enum rule_change rule_draft_change_of(const struct state *floor,
                                      uint64_t rule_id);
bool rule_draft_is_stale(const struct state *floor, uint64_t rule_id);

/* rule_diff.c: what publishing would change. */
void rule_diff_draft(struct exchange *exchange);

/**
 * Answers with what becomes of each setting.
 *
 * @param from, to  in the order of their ids
 */
void rule_diff_answer(struct exchange *exchange,
                      const struct event_rule_set *const *from,
                      size_t from_count, const struct event_rule_set *const *to,
                      size_t to_count);

/* rule_sets.c: the versions of all rules, what going back would change, and a
   draft of that. */
void rule_sets_list(struct exchange *exchange);
void rule_sets_diff(struct exchange *exchange);
void rule_sets_restore(struct exchange *exchange);

#endif
