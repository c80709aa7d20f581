/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before anything else: connecting, and signing in where that is needed. */

#ifndef CONSOLE_LOGIN_H
#define CONSOLE_LOGIN_H

#include "console/program.h"

/** Opens it on top of all. Returns 0, -ENOMEM or -ENOSPC. */
int login_push(struct program *program);

/** Keeps a token for the next run, where tokens are kept; what fails is said. */
void login_keep_token(struct program *program, const char *token);

/** Whether it is on top. */
bool login_is_open(const struct program *program);

/** Closes it. @return whether nothing is below it */
bool login_close(struct program *program);

#endif
