/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls by phones of ours to agents, queues and feature codes. */

#ifndef CORE_DECIDE_INSIDE_H
#define CORE_DECIDE_INSIDE_H

#include "core/number_plan.h"

/*
 * Such a call is a contact whose caller is the phone. To a colleague it waits
 * for that agent alone, and ends when the agent does not take it. Whoever owns
 * the phone is busy until the contact has ended: paused for PAUSE_OWN_CALL.
 */

/** The agent whose phone it is, unless offline; or 0. */
uint64_t own_caller(const struct turn *turn, uint64_t device_id);

/** The phone's agent is busy with that contact from now on; 0: nobody is. */
void write_own_call(struct turn *turn, uint64_t agent_id, uint64_t contact_id);

/** Whether the phone's agent is free to make a call inside. */
enum refusal check_own_phone(const struct turn *turn, uint64_t device_id);

/** Whether the agent or queue can be called now. */
enum refusal check_inside(const struct turn *turn, uint64_t device_id,
                          const struct planned *planned);

/** Whom the phone's agent calls back: ret_planned is an agent, or an outside
 *  number. Whether the agent may is asked later. */
enum refusal plan_call_back(const struct turn *turn, uint64_t device_id,
                            struct planned *ret_planned);

/** A contact that has just come, made_id, is known and over at once; a phone of
 *  ours is told why. */
void write_no_way(struct turn *turn, const struct command_contact_arrives *c,
                  enum refusal refusal);

/** The phone's agent, if it has one, is told why its call is refused: on the
 *  console, too. made_id is the contact. */
void write_call_refused(struct turn *turn,
                        const struct command_contact_arrives *c,
                        enum refusal refusal);

/** Takes for the phone what rings at a colleague. */
enum refusal decide_pick_up(struct turn *turn,
                            const struct command_contact_arrives *c);

/** Does what a code stands for. Refused, nothing is written. */
enum refusal decide_feature(struct turn *turn, uint64_t device_id,
                            const struct planned *planned);

#endif
