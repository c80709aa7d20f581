/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something is done to rules in their draft, one after the other. */

#ifndef CONSOLE_RULE_WORK_H
#define CONSOLE_RULE_WORK_H

#include "console/rule_set.h"

enum rule_task {
    RULE_SOONER,
    RULE_LATER,
    RULE_TURN, /* on if one of them is off; else off */
    RULE_BACK, /* as they are outside the draft */
};

/**
 * Begins. A refusal is told with the rule's name, and the rest is done; how much
 * of it was is told at the end when there are several. While one is on its way,
 * nothing more is begun, and that is said.
 *
 * @param ids  at least one; copied
 */
void rule_work_begin(struct rule_set *set, enum rule_task task,
                     const uint64_t *ids, size_t count);

#endif
