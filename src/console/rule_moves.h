/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of rules in their draft, from their rows. */

#ifndef CONSOLE_RULE_MOVES_H
#define CONSOLE_RULE_MOVES_H

#include "console/program.h"

/** A rule of the draft; NULL: none, or one that the draft removes. */
const struct topic_drafted_rules *rule_moves_find(const struct program *program,
                                                  uint64_t id);

/**
 * Says before which rule several are to be asked so that they, one behind the
 * other, come one place sooner or later. Those that the draft removes are
 * nobody's neighbours.
 *
 * @param ids             put into the order of asking; those that are not in
 *                        the draft come last
 * @param ret_before_id   0: behind all others
 *
 * @return 0; -EALREADY: they are first, or last, already; or -ENOMEM
 */
int rule_moves_aim(const struct program *program, uint64_t *ids, size_t count,
                   bool is_sooner, uint64_t *ret_before_id);

#endif
