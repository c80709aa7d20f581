/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that keep the indexes share. */

#ifndef CORE_STATE_INDEX_H
#define CORE_STATE_INDEX_H

#include "core/state_inside.h"

struct assignment_slot;

/* In or out of a tree, as a fact says; its order there never changes. */
void set_member(struct tree *tree, struct tree_node *node, bool belongs);

/* The deadline is this one now; due 0: none. */
void set_deadline(struct state *state, struct deadline *deadline,
                  const struct deadline *is);

/* ... or the first of those that an owner has, for all of them: before it none
   is due, and once it is settled the next one stands there. */
void set_first_deadline(struct state *state, struct deadline *deadline,
                        uint64_t owner_id, const struct deadline *are,
                        size_t count);

/* The effects known of an owner, a list, are these now, one of each kind;
   serial 0: none is. */
void set_grants(struct state *state, struct grant **grants, uint64_t owner_id,
                const struct grant *are, size_t count);

/* Whether there is anything to be offered: after the desk's line changed. */
void index_wanted(struct state *state, struct desk_slot *desk);

/* state_index.c: the contact is in no ring, nor with one agent, for now. */
void unready_contact(struct state *state, struct contact_slot *contact);

/* index_ahead.c: whether it waits to be dialled before an agent is there, and
   no agent is reserved for it; who may leave its line by a way out, who is to
   be dialled so, and who is; and that one leaves its line. */
bool is_to_be_dialled(const struct contact_slot *contact);
void index_aside(struct state *state, struct contact_slot *contact,
                 bool may_leave);
void index_aside_leaves(struct state *state, struct contact_slot *contact);

/* index_desk.c: not among those whom the queue counts, for now. */
void uncount_assignment(struct state *state, struct assignment_slot *a);

/* index_order.c: where the agent stands among the free ones of the same
   priority; the lowest first. And the same where the strategy goes by the
   figures of the day. */
int64_t assignment_key(const struct assignment_slot *a);
bool is_by_day(enum strategy strategy);

/* index_team.c: whether the agent serves as the team does. */
void index_astray(struct state *state, struct desk_slot *desk);

/* index_duty.c: when the first of the agent's assignments for a time ends. */
void index_duty(struct state *state, struct desk_slot *desk);

/* index_delay.c: what stands between the agent and an offer of that queue. */
enum verdict assignment_verdict(const struct assignment_slot *a);

/* ... the assignment, by its delay. */
void index_delay(struct state *state, struct assignment_slot *a);
void unindex_delay(struct state *state, struct assignment_slot *a);

/* ... and the queue: when it opens to more agents. After its line, or who
   serves it, has changed. */
void index_opening(struct state *state, struct queue_slot *queue);

/* ... whom it is open to, after the oldest contact has left, or by an event. */
void queue_open(struct state *state, struct queue_slot *queue, int64_t open_us);
void queue_narrow(struct state *state, struct queue_slot *queue);

#endif
