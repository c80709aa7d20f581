/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which fields a node of a flow has in its text, type by type. */

#include "wire/flow_node.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

static const unsigned fields_of[node_type_count] = {
    [NODE_ANSWER] = NODE_FIELD_NEXT,
    [NODE_PLAY] = NODE_FIELD_PROMPT | NODE_FIELD_NEXT | NODE_FIELD_ON_ERROR,
    [NODE_MENU] = NODE_FIELD_PROMPT | NODE_FIELD_CHOICES |
                  NODE_FIELD_ON_TIMEOUT | NODE_FIELD_ON_ERROR,
    [NODE_SET_LANGUAGE] = NODE_FIELD_LANGUAGE | NODE_FIELD_NEXT,
    [NODE_QUEUE] = NODE_FIELD_QUEUE,
    [NODE_HANG_UP] = 0,
};

const struct node_exit node_exits[] = {
    { "next", NODE_FIELD_NEXT, offsetof(struct flow_node, next) },
    { "on_timeout", NODE_FIELD_ON_TIMEOUT,
      offsetof(struct flow_node, on_timeout) },
    { "on_invalid", NODE_FIELD_ON_TIMEOUT,
      offsetof(struct flow_node, on_invalid) },
    { "on_error", NODE_FIELD_ON_ERROR, offsetof(struct flow_node, on_error) },
    { NULL, NODE_FIELD_NEXT, 0 },
};

bool node_has(enum node_type type, enum node_field field)
{
    assert((unsigned)type < node_type_count);

    return (fields_of[type] & (unsigned)field) != 0;
}

int node_exit_get(const struct flow_node *node, const struct node_exit *exit)
{
    int next;

    memcpy(&next, (const char *)node + exit->offset, sizeof(next));
    return next;
}

void node_exit_set(struct flow_node *node, const struct node_exit *exit,
                   int next)
{
    memcpy((char *)node + exit->offset, &next, sizeof(next));
}
