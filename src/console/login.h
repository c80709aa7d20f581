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

/**
 * Asks the server for a session. What it answers is told to `done`, a refusal
 * by itself and not on the message line.
 *
 * @return whether it could be asked; otherwise `done` is not called
 */
bool login_ask(struct program *program, const char *user, const char *password,
               void (*done)(void *owner, const struct outcome *outcome),
               void *owner);

#endif
