/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The orders of the indexes of a state. */

#ifndef CORE_STATE_COMPARE_H
#define CORE_STATE_COMPARE_H

#include "base/tree.h"
#include "core/state.h"

struct contact_slot;
struct desk_slot;
struct line_place;
struct queue_slot;
struct ring;

void state_init_trees(struct state *state);
void queue_init_trees(struct queue_slot *queue);
void desk_init_trees(struct desk_slot *desk);
void contact_init_trees(struct contact_slot *contact);
int compare_places(const struct line_place *a, const struct line_place *b);
int compare_ready(const struct tree_node *a, const struct tree_node *b);
int compare_rings(const struct ring *a, const struct ring *b);
int compare_serial(const struct tree_node *node, const void *serial);
int compare_user(const struct tree_node *node, const void *user_id);
int compare_device(const struct tree_node *node, const void *device_id);
int compare_name(const struct tree_node *node, const void *name);

/* A pattern as a key: the number, then the trunk. */
struct pattern_key {
    const char *number;
    uint64_t trunk_id;
};
int compare_pattern(const struct tree_node *node, const void *key);
int compare_rule(const struct tree_node *node, const void *queue_id);

#endif
