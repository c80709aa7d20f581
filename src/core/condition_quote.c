/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts beside facts that are names. */

#include "core/condition_quote.h"

#include <assert.h>
#include <string.h>

static int kind_of(const struct condition_node *node)
{
    if (node->kind != CONDITION_FACT)
        return -1;

    switch (node->fact) {
    case FACT_WAITS_IN:
    case FACT_LAST_QUEUE:
        return DOCUMENT_QUEUE;
    case FACT_LAST_AGENT:
        return DOCUMENT_AGENT;
    case FACT_TRUNK:
        return DOCUMENT_TRUNK;
    case FACT_ENTRY:
        return DOCUMENT_ENTRY;
    default:
        return -1;
    }
}

static bool is_text(const struct condition *condition,
                    const struct condition_node *node, const char *name)
{
    return node->kind == CONDITION_LITERAL && node->type == VALUE_TEXT &&
           strcmp(condition_text(condition, node), name) == 0;
}

/* How often the text stands beside such a fact. */
static size_t count_beside(const struct condition *condition,
                           const struct condition_node *node,
                           enum document_kind kind, const char *name)
{
    bool is_asked = false;
    size_t count = 0;

    for (int at = node->first; at != CONDITION_NONE;
         at = condition->nodes[at].next) {
        is_asked |= kind_of(&condition->nodes[at]) == (int)kind;
        count += is_text(condition, &condition->nodes[at], name);
    }

    return is_asked ? count : 0;
}

static bool is_comparison(const struct condition_node *node)
{
    return node->kind == CONDITION_EQUAL || node->kind == CONDITION_UNEQUAL ||
           node->kind == CONDITION_ONE_OF;
}

static size_t count_quotes(const struct condition *condition,
                           enum document_kind kind, const char *name)
{
    size_t count = 0;

    for (size_t i = 0; i < condition->node_count; i++)
        if (is_comparison(&condition->nodes[i]))
            count += count_beside(condition, &condition->nodes[i], kind, name);

    return count;
}

bool condition_quotes(const struct condition *condition,
                      enum document_kind kind, const char *name)
{
    assert(condition && name);

    return count_quotes(condition, kind, name) > 0;
}

bool condition_quotes_besides(const struct condition *condition,
                              enum document_kind kind, const char *name)
{
    size_t count = 0;

    assert(condition && name);

    for (size_t i = 0; i < condition->node_count; i++)
        count += is_text(condition, &condition->nodes[i], name);

    return count > count_quotes(condition, kind, name);
}

bool condition_names(const struct condition *condition, enum document_kind kind,
                     const char *name)
{
    assert(condition && name);

    for (size_t i = 0; i < condition->node_count; i++) {
        enum document_kind named_kind;
        const char *named =
            condition_node_names(condition, &condition->nodes[i], &named_kind);

        if (named && named_kind == kind && strcmp(named, name) == 0)
            return true;
    }

    return condition_quotes(condition, kind, name);
}
