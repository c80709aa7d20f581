/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people set for themselves: the PIN of their box, and their mail. */

#ifndef CONSOLE_OWN_FORM_H
#define CONSOLE_OWN_FORM_H

#include "console/program.h"

/** Asks for it in a popup, and sets it: the PIN, for which the password is asked
 *  first; or where mail goes. Returns 0, -ENOMEM, -ENOSPC. */
int own_form_open(struct program *program, bool is_pin);

#endif
