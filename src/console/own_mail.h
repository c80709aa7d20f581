/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people set for themselves: where their mail goes. */

#ifndef CONSOLE_OWN_MAIL_H
#define CONSOLE_OWN_MAIL_H

#include "console/program.h"

/** Asks for it in a popup, with what is set now, and sets it. Returns 0,
 *  -ENOMEM, -ENOSPC. */
int own_mail_open(struct program *program);

#endif
