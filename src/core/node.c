/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of node types, to be looked up. */

#include "core/node.h"

#include <assert.h>
#include <string.h>

#include "core/record_table.h"

/* clang-format off */
/* The last entry ends the list: a type may have no exits. */
#define EXITS(name) static const struct node_exit name##_exits[] = {
#define EXIT(CODE, name, doc) { STEP_##CODE, name, doc },
#define END { STEP_DONE, NULL, NULL } };
#include "core/node.def"

#define NODE(CODE, name, traits, choices, doc)                                 \
    static const struct node_rule *name##_rule(void)                           \
    {                                                                          \
        typedef struct node_##name record_type;                                \
        static const char record_name[] = #name;                               \
        static const char record_doc[] = doc;                                  \
        enum { rule_traits = (traits), rule_choices = (choices) };             \
        static const struct field record_fields[] = { NODE_HEAD
#define SETTING RECORD_SETTING
#define EXITS(name)                                                            \
        RECORD_MADE                                                            \
        static const struct node_rule rule = {                                       \
            &record, rule_traits, (enum node_choices)rule_choices, name##_exits, \
            sizeof(name##_exits) / sizeof(name##_exits[0]) - 1,                \
        };                                                                     \
        return &rule;                                                          \
    }
#include "core/node.def"
/* clang-format on */

const struct node_rule *node_rule(enum node_type type)
{
    switch (type) {
#define NODE(CODE, name, traits, choices, doc)                                 \
    case NODE_##CODE:                                                          \
        return name##_rule();
#include "core/node.def"
    }

    assert(false && "no such type of node");
    return NULL;
}

const struct node_exit *node_exit_named(enum node_type type, const char *name)
{
    const struct node_rule *rule = node_rule(type);

    assert(name);
    for (size_t i = 0; i < rule->exit_count; i++)
        if (strcmp(rule->exits[i].name, name) == 0)
            return &rule->exits[i];

    return NULL;
}

bool node_yields(enum node_type type, enum step_exit exit)
{
    unsigned trait = exit == STEP_ERROR ? NODE_YIELDS : NODE_FALLS;

    return (node_rule(type)->traits & trait) != 0;
}

bool node_has_exit(enum node_type type, enum step_exit exit)
{
    const struct node_rule *rule = node_rule(type);

    for (size_t i = 0; i < rule->exit_count; i++)
        if (rule->exits[i].exit == exit)
            return true;

    return false;
}
