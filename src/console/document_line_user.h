/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who a user is, and what the user may. */

#ifndef CONSOLE_DOCUMENT_LINE_USER_H
#define CONSOLE_DOCUMENT_LINE_USER_H

#include "console/document_line.h"
#include "tui/table.h"

/** The agent, or the agent's phone. */
void document_line_fill_user(const struct program *program,
                             enum document_line line, uint64_t user_id,
                             struct table_cell *ret_cell);

/** The permissions of the role, over some rows; those for what is one's own
 *  behind the others. */
void document_line_draw_rights(const struct surface *surface,
                               const struct event_user_set *user);

#endif
