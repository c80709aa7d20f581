/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routing rules put before or behind each other, and turned on and off, in their
   draft. */

#ifndef CONSOLE_RULE_MOVES_H
#define CONSOLE_RULE_MOVES_H

#include "console/program.h"

/**
 * Has a rule asked before the one above it, or behind the one below it. What is
 * refused is told in the message line; at an end nothing happens.
 *
 * @param is_sooner  up, else down
 */
void rule_move(struct program *program, uint64_t id, bool is_sooner);

/** Turns a rule on, if it is off, or off. */
void rule_turn(struct program *program, uint64_t id);

#endif
