/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which calls of the last day would have gone elsewhere by the draft. */

#ifndef CONSOLE_RULE_REPLAY_H
#define CONSOLE_RULE_REPLAY_H

#include "console/program.h"

/**
 * Writes what the API tells of past calls (ROUTING_REPLAYED) as lines: how many
 * would have gone elsewhere, and below it where they are led and would be, with
 * the service level that they and the queue there really had.
 *
 * @return lines for difference_draw(), "" when all go where they went; free()
 *         them. NULL: out of memory
 */
char *rule_replay_lines(const struct program *program,
                        const struct json_t *items);

#endif
