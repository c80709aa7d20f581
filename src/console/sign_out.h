/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leaving the program and giving the token back. */

#ifndef CONSOLE_SIGN_OUT_H
#define CONSOLE_SIGN_OUT_H

#include "console/program.h"

/** The reason function of its row (struct action). */
bool session_may(const void *program, int action, struct safe_text *ret_reason);

/** Asks, gives the token back, forgets it, and leaves. */
void sign_out_push(struct program *program);

#endif
