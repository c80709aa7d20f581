/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a rule's condition names, and what was meant. */

#ifndef WEB_RULE_NAMES_H
#define WEB_RULE_NAMES_H

#include "core/condition.h"
#include "web/exchange.h"

/**
 * Tells whether a condition names only queues, calendars, caller lists and
 * trunks that there are. Else it is answered where the first other name stands,
 * with those that the asker sees and that differ from it by two letters at
 * most. O(nodes), and once more the documents of a kind.
 *
 * @param text  that the condition was read from
 */
bool rule_names_exist(struct exchange *exchange, const char *text,
                      const struct condition *condition);

#endif
