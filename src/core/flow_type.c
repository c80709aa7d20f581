/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of flow types, as a set of nodes each. */

#include "core/flow_type.h"

#include <assert.h>
#include <stdint.h>

#include "base/mark.h"

enum flow_ends { FLOW_MAY_HANG_UP, FLOW_LEADS_ON };

_Static_assert(node_type_count <= 64, "a set has a bit for each type");

_Static_assert((int)flow_sort_count == (int)flow_type_count + 1 &&
                   (int)FLOW_SORT_CALLBACK == (int)FLOW_TYPE_CALLBACK + 1,
               "lists have the types in their order, behind unknown");

static const struct type_rule {
    const char *doc;
    enum flow_ends ends;
    uint64_t barred; /* a bit for each type of node */
} rules[] = {
/* clang-format off */
#define FLOW_TYPE(CODE, name, ends, doc) [FLOW_TYPE_##CODE] = { doc, ends, 0
#define BARS(CODE) | (UINT64_C(1) << NODE_##CODE)
#define END },
#include "core/flow_type.def"
    /* clang-format on */
};

/* A bit for each place that may lead there. */
static const unsigned served[] = {
/* clang-format off */
#define FLOW_TYPE(CODE, name, ends, doc) [FLOW_TYPE_##CODE] = 0
#define SERVES(PLACE) | (1U << FLOW_FOR_##PLACE)
#define END ,
#include "core/flow_type.def"
    /* clang-format on */
};

static const struct type_rule *rule_of(enum flow_type type)
{
    assert((unsigned)type < flow_type_count);
    return &rules[type];
}

enum flow_sort flow_type_sort(enum flow_type type)
{
    assert((unsigned)type < flow_type_count);
    return (enum flow_sort)((unsigned)type + FLOW_SORT_INBOUND);
}

const char *flow_type_doc(enum flow_type type)
{
    return rule_of(type)->doc;
}

bool flow_type_has(enum flow_type type, enum node_type node)
{
    return !(rule_of(type)->barred >> (unsigned)node & 1);
}

bool flow_type_may_hang_up(enum flow_type type)
{
    return rule_of(type)->ends == FLOW_MAY_HANG_UP;
}

bool flow_type_serves(enum flow_type type, enum flow_place place)
{
    assert((unsigned)type < flow_type_count);
    return served[type] >> (unsigned)place & 1U;
}

bool flow_type_leads_through(enum flow_type type, enum flow_type other)
{
    bool has_parts = type == FLOW_TYPE_INBOUND || type == FLOW_TYPE_PART;

    return other == (has_parts ? FLOW_TYPE_PART : type);
}
