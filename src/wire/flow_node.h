/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which fields a node of a flow has in its text, type by type. */

#ifndef WIRE_FLOW_NODE_H
#define WIRE_FLOW_NODE_H

#include <stdbool.h>

#include "core/flow.h"

/* As bits of a set. */
enum node_field {
    NODE_FIELD_PROMPT = 1 << 0,
    NODE_FIELD_LANGUAGE = 1 << 1,
    NODE_FIELD_QUEUE = 1 << 2,   /* and priority */
    NODE_FIELD_CHOICES = 1 << 3, /* and wait_ms, tries */
    NODE_FIELD_NEXT = 1 << 4,
    NODE_FIELD_ON_TIMEOUT = 1 << 5, /* and on_invalid */
    NODE_FIELD_ON_ERROR = 1 << 6,
};

enum {
    NODE_PRESET_PRIORITY = 50,
    NODE_PRESET_WAIT_MS = 5000,
    NODE_PRESET_TRIES = 3,
    NODE_MAX_WAIT_MS = 600000,
};

/** Tells whether nodes of a type have a field. */
bool node_has(enum node_type type, enum node_field field);

/** The exits by name, in the order of the text; NULL behind the last. */
struct node_exit {
    const char *name;
    enum node_field field;
    size_t offset; /* of the int in struct flow_node */
};
extern const struct node_exit node_exits[];

/** The node that an exit leads to. */
int node_exit_get(const struct flow_node *node, const struct node_exit *exit);
void node_exit_set(struct flow_node *node, const struct node_exit *exit,
                   int next);

#endif
