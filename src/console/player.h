/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The recording, message or prompt that one's own phone plays, whatever is on
   the screen. */

#ifndef CONSOLE_PLAYER_H
#define CONSOLE_PLAYER_H

#include <stdbool.h>
#include <stdint.h>

#include "tui/safe_text.h"

struct program;

/** Rings one's own phone, to play a recording to it. */
void player_begin(struct program *program, uint64_t recording_id);

/** The same of a message, and of a prompt. */
void player_begin_message(struct program *program, uint64_t message_id);
void player_begin_prompt(struct program *program, uint64_t prompt_id);

/** ... as it was in a version. @param version  0: nothing is done */
void player_begin_former(struct program *program, uint64_t prompt_id,
                         int64_t version);

/** Asks the server what plays; of something the shell began, too. */
void player_look(struct program *program);

/** Asks while something plays. Once a second. */
void player_tick(struct program *program);

/** Why one's phone cannot play anything now; NULL: it can. */
const char *player_hindrance(const struct program *program);

/** ... because it does something else, too; NULL: nothing keeps it. */
const char *player_obstacle(const struct program *program);

/** The reason function of its rows in key.def (struct action). */
bool player_may(const void *program, int action, struct safe_text *ret_reason);

/** Carries out a key of the player; whether it is one. */
bool player_run(struct program *program, int action);

#endif
