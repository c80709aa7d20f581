/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routing rules that no call ever comes to, as far as that is sure
   (core/rule_shadow.h). */

#ifndef WEB_RULE_REACH_H
#define WEB_RULE_REACH_H

#include "core/rule_shadow.h"
#include "web/exchange.h"

/**
 * Finds the first of the rules before one that takes all that would come to it.
 *
 * @param rules    in the order of asking; NULL: one that takes nothing
 * @param demands  of those before `at`; that of rules[at] is filled in
 *
 * @return NULL: none surely does
 */
const struct event_rule_set *rule_reach_taker(
    const struct event_rule_set *const *rules, struct rule_demand *demands,
    size_t at);

/* Of the rules as they are, those that are never reached. */
void rule_reach_list(struct exchange *exchange);

/** Goes on after rules were published: tells how many of them are never
 *  reached, and which is the first. */
void rule_reach_answer_published(struct exchange *exchange,
                                 const struct web_reply *reply);

#endif
