/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys for the other end: what is typed goes out at once. */

#ifndef CONSOLE_KEYPAD_H
#define CONSOLE_KEYPAD_H

#include "console/program.h"

/** Opens it. Returns 0, -ENOMEM or -ENOSPC. */
int keypad_push(struct program *program);

/** Sends keys without it: "409#". @return whether they are keys */
bool keypad_send(struct program *program, const char *digits);

#endif
