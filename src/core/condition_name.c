/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a condition names. */

#include "core/condition.h"

const char *condition_node_names(const struct condition *condition,
                                 const struct condition_node *node,
                                 enum document_kind *ret_kind)
{
    enum fact_about about = node->kind == CONDITION_FACT
                                ? fact_info(node->fact)->about
                                : ABOUT_NOTHING;

    if (node->kind == CONDITION_LISTED)
        *ret_kind = DOCUMENT_CALLER_LIST;
    else if (about == ABOUT_CALENDAR)
        *ret_kind = DOCUMENT_CALENDAR;
    else if (about == ABOUT_QUEUE)
        *ret_kind = DOCUMENT_QUEUE;
    else if (about == ABOUT_TRUNK)
        *ret_kind = DOCUMENT_TRUNK;
    else
        return NULL;

    return condition_text(condition, node);
}
