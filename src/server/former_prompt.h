/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a prompt was once, read for whom a phone rings to hear it. */

#ifndef SERVER_FORMER_PROMPT_H
#define SERVER_FORMER_PROMPT_H

#include "core/effect.h"
#include "server/server.h"

/**
 * Makes the job that reads it.
 *
 * @param effect  a LISTEN with a prompt and an object
 *
 * @return NULL: out of memory
 */
struct job *former_prompt_new(struct server *server,
                              const struct effect *effect);

bool former_prompt_is(const struct job *job);

/** Gives its sound to calls, or says that there is none, which ends the call;
 *  of a job that was dropped nobody hears. Frees it. */
void former_prompt_end(struct server *server, struct job *job);

/** Frees it, whatever came of it. */
void former_prompt_drop(struct job *job);

#endif
