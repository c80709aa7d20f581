/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many calls each routing rule has led of late. */

#ifndef CONSOLE_RULE_HITS_H
#define CONSOLE_RULE_HITS_H

#include "console/program.h"

/** Asks for the calls of the last 24 hours; they are there when the server has
 *  answered. Without an answer what was known before stays. */
void rule_hits_fetch(struct program *program);

/** The calls that a rule has led; -1: not known. */
int64_t rule_hits(const struct program *program, uint64_t rule_id);

#endif
