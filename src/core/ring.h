/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Those of one queue who demand the same now, and who could take them. */

#ifndef CORE_RING_H
#define CORE_RING_H

#include "core/demand.h"
#include "core/desk_slot.h"
#include "core/state_inside.h"

struct contact_slot;
struct queue_slot;
struct ring;

/*
 * Contacts that could be offered stand in rings: one for each step of the
 * queue's demand, and one for each demand of their own and step of it; those
 * that an agent transferred to the queue, and is not to have back, stand in one
 * of their own. A ring counts the agents who meet it, so that a match is known to exist, or not to,
 * without a search, however many wait for a skill that nobody has who is free.
 *
 * A change of one agent costs O(rings of the agent's queues), which are few;
 * a contact with a demand that no other has costs O(agents of its queue) once.
 */

/** Whether the agent has what is demanded; NULL: nothing. */
bool desk_meets(const struct desk_slot *desk, const struct demand_step *step);

/** The first of the wants that the agent does not meet; NULL: none. */
const struct want *desk_lacks(const struct desk_slot *desk,
                              const struct demand_step *step);

/** The level that the agent has; 0 without the skill. */
uint32_t desk_level(const struct desk_slot *desk, uint64_t skill_id);

/** What the contacts of the ring demand now; NULL: nothing. */
const struct demand_step *ring_step(const struct ring *ring);

/** Whether its contacts are not for this agent, who transferred them. */
bool ring_shuns(const struct ring *ring, const struct assignment_slot *a);

/** Whether an agent of the queue, who is counted there, has what the ring's
 *  demand asks for when so many steps have begun, and is not shunned. */
bool ring_meets(const struct ring *ring, const struct assignment_slot *a,
                size_t begun);

/** Whether a contact belongs there. */
bool ring_is_of(const struct state *state, const struct ring *ring,
                const struct contact_row *row);

/** The ring of a contact of that queue, made when it is the first. */
struct ring *ring_for(struct state *state, struct queue_slot *queue,
                      const struct contact_row *row);

/** Whether there is anybody to be offered: after its contacts changed. A ring
 *  that is none of the queue's own, and empty, is gone after it. */
void index_ring(struct state *state, struct ring *ring);

/** Counts an agent whose presence is now another. */
void ring_count(struct state *state, struct assignment_slot *a,
                enum presence presence);

/** The queue's own rings, from its document. Nobody is in them. */
void queue_learn(struct state *state, struct queue_slot *queue);

/** Whom the queue's strategy takes of the free agents who meet the ring; NULL:
 *  there is none. O(free agents before the first who does); for
 *  weighted_random, and best_skill of an own demand, O(free agents). */
const struct assignment_slot *ring_best_agent(const struct state *state,
                                              const struct ring *ring);

/** Of those whom a free agent could take, in all queues of the agent, whoever
 *  goes first; NULL: nobody. Others than who is to be dialled ahead are there
 *  only while there is a match. O(rings of those queues) */
const struct contact_slot *ring_best_contact(const struct state *state,
                                             const struct desk_slot *desk);

/** The queue's rings one after the other; NULL, then NULL at the end. */
struct ring *ring_next(const struct queue_slot *queue, const struct ring *ring);

/** The demand of a contact that is in, or joins, that queue. */
void demand_of(const struct state *state, const struct queue_slot *queue,
               const char *own, struct demand *ret_demand);

/** Finds a skill by its name: a demand_find_h for a state. */
uint64_t skill_find(void *state, const char *name, size_t length);

#endif
