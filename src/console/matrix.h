/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell for each agent and each skill, or each queue: levels, or who serves
   what. */

#ifndef CONSOLE_MATRIX_H
#define CONSOLE_MATRIX_H

#include "console/program.h"

/** Opens the levels of skills. @return 0, -ENOMEM or -ENOSPC */
int matrix_open_levels(struct program *program);

/** Opens who serves which queue. @return 0, -ENOMEM or -ENOSPC */
int matrix_open_duties(struct program *program);

/** Why an action of its keys is not possible now, as key.def wants it. */
bool matrix_may(const void *program, int action, struct safe_text *ret_reason);

/** The same of keys that are for rows of agents alone. */
bool matrix_row_may(const void *program, int action,
                    struct safe_text *ret_reason);

/** What a key of its is called as things are now, as struct ui_setup wants it:
 *  a msgid; NULL: as its row says. */
const char *matrix_key_name(const struct program *program, int action);

#endif
