/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions of accounts that were not meant to run programs. */

#ifndef BASE_RESTRICTED_H
#define BASE_RESTRICTED_H

#include <stdbool.h>

/**
 * Tells whether a session is such: CCLITE_RESTRICTED is set and not empty, or
 * $SHELL, or the shell of the account that runs this process, is cclite itself
 * or a restricted shell (rbash, rksh, rzsh). From one no other program is
 * started. The variables can only restrict more than the account does; who may
 * set them, and has another shell, is not held by them.
 *
 * @param environment  as getenv(); NULL is a variable that is not set
 */
bool restricted_session(const char *(*environment)(const char *variable));

/** The same of this process. */
bool restricted_here(void);

#endif
