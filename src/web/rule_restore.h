/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going back to a version of all routing rules: into their draft. */

#ifndef WEB_RULE_RESTORE_H
#define WEB_RULE_RESTORE_H

#include "jobs/query_rule_sets.h"
#include "web/exchange.h"

/**
 * Makes a draft in which the rules are what they were, by one command: all of
 * it or nothing, a crash included. Refused, the draft is as before: another one
 * than was seen, a rule that cannot stand any more (named in the answer), or all
 * as it is already. O(rules).
 *
 * @param seq      of the draft's last change, as the asker saw it; 0: whichever
 * @param history  the version; its rules are taken over
 */
void rule_restore(struct exchange *exchange, int64_t version, int64_t seq,
                  struct rule_set_history *history);

#endif
