/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the keys of the list of routing rules do. */

#ifndef CONSOLE_RULE_ACTIONS_H
#define CONSOLE_RULE_ACTIONS_H

#include "console/rule_set.h"

/**
 * Does what only that list has.
 *
 * @param id  of the selected rule; 0: there is none
 *
 * @return whether the action is one of those
 */
bool rule_actions_run(struct rule_set *set, uint64_t id, int action);

/** The route of such an action, for its permission; enum route_id, or -ENOENT:
 *  it is none of those. */
int rule_actions_route(int action);

#endif
