/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a node refers to, and where it leads. */

#include "core/flow.h"

#include <assert.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

bool flow_number_read(const char *text, struct phone_number *ret_number)
{
    static const struct field rule = { .name = "number",
                                       .kind = FIELD_NUMBER,
                                       .size = sizeof(struct phone_number) };
    struct phone_number number = { "" };

    assert(text && ret_number);
    if (!text[0] || field_set_text(&rule, &number, text) != 0 ||
        !field_is_valid(&rule, &number))
        return false;

    *ret_number = number;
    return true;
}

bool flow_number_varies(const char *text)
{
    assert(text);
    return strstr(text, "{{") != NULL;
}

uint64_t flow_node_refers(const struct flow_node *node, enum document_kind kind)
{
    char name[64];

    assert(node);
    (void)snprintf(name, sizeof(name), "%s_id",
                   word_spell(&word_list_document_kind, (int)kind));

    const struct field *field =
        record_field(node_rule(node->type)->record, name);

    return field ? (uint64_t)field_get_integer(field, &node->as) : 0;
}

bool flow_exit_at(const struct flow_node *node, size_t i, int *ret_next)
{
    assert(node && ret_next);

    const struct node_rule *rule = node_rule(node->type);

    if (i < rule->exit_count)
        *ret_next = node->exits[rule->exits[i].exit];
    else if (i < rule->exit_count + node->choice_count)
        *ret_next = node->choices[i - rule->exit_count].next;
    else
        return false;

    return true;
}
