/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether calls ever come to a routing rule. */

#ifndef CONSOLE_RULE_REACH_H
#define CONSOLE_RULE_REACH_H

#include "console/program.h"
#include "tui/table.h"

/** Whether none ever does, as far as that is sure (core/rule_shadow.h). O(rules
 *  of the rows that are held). */
bool rule_reach_is_never(const struct program *program,
                         const struct topic_drafted_rules *rule);

/** Says so, and why; or that they may. */
void rule_reach_say(const struct program *program,
                    const struct topic_drafted_rules *rule,
                    struct table_cell *ret_cell);

#endif
