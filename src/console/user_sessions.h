/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a user is signed in. */

#ifndef CONSOLE_USER_SESSIONS_H
#define CONSOLE_USER_SESSIONS_H

#include "console/program.h"

/**
 * Opens the sessions of a user over the list of users, and asks for them. They
 * are as they were asked for last: no topic tells when somebody signs in.
 *
 * @return 0, -ENOMEM or -ENOSPC
 */
int user_sessions_open(struct program *program, uint64_t user_id);

/** The reason function of its keys. */
bool user_sessions_may(const void *program, int action,
                       struct safe_text *ret_reason);

#endif
