/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What queues, agents and pauses are called in the language of the screen. */

#ifndef CONSOLE_NAMING_H
#define CONSOLE_NAMING_H

#include "console/program.h"

/**
 * Names a queue or an agent by its label, as far as rows of it are here.
 *
 * @param id    0: there is none
 * @param name  its short name, for want of a row; "" is fine
 */
void naming_queue(const struct program *program, uint64_t id,
                  const struct name *name, struct safe_text *ret_name);
void naming_agent(const struct program *program, uint64_t id,
                  const struct name *name, struct safe_text *ret_name);

/** Names the reason of a pause, people's or the product's own.
 *  @return whether it has a name; else nothing is written */
bool naming_pause(const struct program *program, uint64_t reason_id,
                  struct safe_text *ret_name);

/** A state in capitals; a pause by its reason, if it has one (else 0). */
void naming_state(const struct program *program, enum agent_state state,
                  uint64_t reason_id, struct safe_text *ret_word);

/** Names what an agent does, in capitals: see doing.h. */
void naming_agent_state(const struct program *program,
                        const struct topic_agents *agent,
                        struct safe_text *ret_word);

#endif
