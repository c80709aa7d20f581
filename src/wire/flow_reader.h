/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a flow's nodes, once all their names are known. */

#ifndef WIRE_FLOW_READER_H
#define WIRE_FLOW_READER_H

#include "core/flow.h"
#include "wire/flow_text.h"
#include "wire/mistake.h"
#include "wire/value.h"

/* A flow being read. */
struct flow_reader {
    const struct flow_names *names; /* may be NULL */
    struct flow_program *program;   /* the nodes have their names */
    struct mistake *ret_mistake;
};

/* All return 0 or -EBADMSG; places are within the node, or the flow. */

/** Reads a text that must be there and be a name. */
int flow_read_name(const struct flow_reader *reader, const char *place,
                   const struct json_t *value, struct name *ret_name);

/** The node that a value names; null, or no value, is the flow's end. */
int flow_read_exit(const struct flow_reader *reader, const char *place,
                   const struct json_t *value, int *ret_next);

/** Reads all of a node but its name. */
int flow_read_node(struct flow_reader *flow, const struct json_t *object,
                   struct flow_node *node);

/** The node's number, or -ENOENT. */
int flow_find_node(const struct flow_program *program, const char *name);

#endif
