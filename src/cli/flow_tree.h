/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow as people read it without a picture: node by node. */

#ifndef CLI_FLOW_TREE_H
#define CLI_FLOW_TREE_H

#include <stdio.h>

#include "wire/value.h"

/**
 * Prints each node with its settings, and below it where its exits lead.
 *
 * @param flow  the text of a flow, as the server gives it
 */
void flow_tree_print(FILE *out, const struct json_t *flow);

#endif
