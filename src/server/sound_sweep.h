/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Removing sounds of the prompt library that nothing needs any more. */

#ifndef SERVER_SOUND_SWEEP_H
#define SERVER_SOUND_SWEEP_H

#include <stdbool.h>
#include <stdint.h>

#include "jobs/pool.h"
#include "server/server.h"

/*
 * What prompts play now stays, and what they played last (jobs/prompt_past.h):
 * the journal knows, so this is a job for whoever has a reader. When the journal
 * cannot be asked nothing is removed.
 */

/**
 * Makes the job.
 *
 * @param before_s  what was written later stays: prompt_sounds_sweep()
 *
 * @return to be submitted to server->jobs, and ended; NULL: out of memory
 */
struct job *sound_sweep_new(struct server *server, int64_t before_s);

/** Tells whether a job is one. */
bool sound_sweep_is(const struct job *job);

/** Tells why it failed, if it did and was not dropped, and frees it. */
void sound_sweep_end(struct job *job);

#endif
