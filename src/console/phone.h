/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phone's keys, which act on every screen. */

#ifndef CONSOLE_PHONE_H
#define CONSOLE_PHONE_H

#include "console/program.h"

/** The reason function of the phone's rows (struct action). */
bool phone_may(const void *program, int action, struct safe_text *ret_reason);

/** The name of a key as struct ui_setup wants it: the same key that holds and
 *  mutes takes it back. */
const char *phone_name(const void *program, const struct action *action);

/** What one does to hear what the server plays to one's own phone: a msgid. */
const char *phone_is_heard_by(const struct program *program);

/** Carries one out. @return whether it is one of the phone's */
bool phone_run(struct program *program, int action);

#endif
