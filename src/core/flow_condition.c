/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A condition is looked through before a flow is ever run. */

#include "core/flow_condition.h"

#include "core/condition.h"

bool flow_condition_can_be_answered(const char *text)
{
    struct condition condition;

    return text[0] && condition_parse(text, &condition, NULL) == 0;
}
