/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the keys of the list of routing rules do. */

#ifndef CONSOLE_RULE_ACTIONS_H
#define CONSOLE_RULE_ACTIONS_H

#include "console/rule_set.h"

/* What stands under the hand: the marked rules, or else the selected one. */
struct rule_picked {
    uint64_t selected; /* 0: there is none */
    const uint64_t *marks;
    size_t mark_count;
};

/**
 * Does what only that list has.
 *
 * @return whether the action is one of those
 */
bool rule_actions_run(struct rule_set *set, const struct rule_picked *picked,
                      int action);

/** The route of such an action, for its permission; enum route_id, or -ENOENT:
 *  it is none of those. */
int rule_actions_route(int action);

#endif
