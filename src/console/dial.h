/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number to be called: typed into a popup, or behind a command. */

#ifndef CONSOLE_DIAL_H
#define CONSOLE_DIAL_H

#include "console/program.h"

/** Opens it. Returns 0, -ENOMEM or -ENOSPC. */
int dial_push(struct program *program);

/** Calls a number, which may have blanks: "+44 20 7946 0000". @return whether
 *  it is a number */
bool dial_send(struct program *program, const char *number);

#endif
