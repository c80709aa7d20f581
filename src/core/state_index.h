/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that keep the indexes share. */

#ifndef CORE_STATE_INDEX_H
#define CORE_STATE_INDEX_H

#include "core/state_inside.h"

/* In or out of a tree, as a fact says; its order there never changes. */
void set_member(struct tree *tree, struct tree_node *node, bool belongs);

/* The deadline, or the effect known, is this one now; 0: none. */
void set_deadline(struct state *state, struct deadline *deadline,
                  const struct deadline *is);
void set_grant(struct state *state, struct grant *grant,
               const struct grant *is);

/* Whether there is anything to be offered: after a line has changed. */
void index_matches(struct state *state, struct queue_slot *queue);
void index_wanted(struct state *state, struct desk_slot *desk);

#endif
