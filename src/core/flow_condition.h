/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which conditions a flow may have. */

#ifndef CORE_FLOW_CONDITION_H
#define CORE_FLOW_CONDITION_H

#include <stdbool.h>

/** Tells whether a text is a condition, and not the empty one. */
bool flow_condition_can_be_answered(const char *condition);

#endif
