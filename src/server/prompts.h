/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sounds of the prompt library, loaded for calls. */

#ifndef SERVER_PROMPTS_H
#define SERVER_PROMPTS_H

#include "core/effect.h"
#include "core/event.h"
#include "server/server.h"

/*
 * At the start what lies on the disk is loaded before the first call; what is
 * missing, as after a restore or with another version of the voice, is made
 * meanwhile. After a change the former sound is played until the new one is
 * there. No call ever waits for a sound.
 */
struct prompts_keeper;

/** @return 0 or negative errno */
int prompts_keeper_new(struct server *server,
                       struct prompts_keeper **ret_keeper);

/** After jobs_free() of the makers and the jobs. NULL is fine. @return NULL always */
struct prompts_keeper *prompts_keeper_free(struct prompts_keeper *keeper);

/** Loads what there is; after calls know the documents. */
void prompts_keeper_load(struct prompts_keeper *keeper);

/** Takes note of an event, after calls did. */
void prompts_keeper_take_event(struct prompts_keeper *keeper,
                               const struct event *event);

/** Has what a prompt was once read, for whom a LISTEN of it has rung; all others
 *  change nothing. After calls have taken note of it. */
void prompts_keeper_listen(struct prompts_keeper *keeper,
                           const struct effect *effect);

/** Once a second: has sounds removed that nothing needs any more, after so many
 *  were put on the disk, and when the last of them may go. */
void prompts_keeper_tick(struct prompts_keeper *keeper);

#endif
