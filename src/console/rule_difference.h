/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What publishing the draft of the routing rules would change. */

#ifndef CONSOLE_RULE_DIFFERENCE_H
#define CONSOLE_RULE_DIFFERENCE_H

#include "console/program.h"

/** Opens it over what is shown, setting by setting. 0, -ENOMEM or that of
 *  ui_push() */
int rule_difference_open(struct program *program);

/** ... or which calls of the last day would have gone elsewhere. */
int rule_replay_open(struct program *program);

/**
 * Writes differences as the API lists them (RULE_DIFFERENCE) as lines: a rule,
 * and below it each setting as it was and as it will be.
 *
 * @return lines for difference_draw(), "" when nothing differs; free() them.
 *         NULL: out of memory
 */
char *rule_difference_lines(const struct program *program,
                            const struct json_t *items);

#endif
