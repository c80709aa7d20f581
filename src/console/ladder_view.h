/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trace of a contact on a screen of its own. */

#ifndef CONSOLE_LADDER_VIEW_H
#define CONSOLE_LADDER_VIEW_H

#include "console/program.h"

/** Asks for the trace and opens its screen. Returns 0, -ENOMEM or -ENOSPC. */
int ladder_view_open(struct program *program, uint64_t contact_id);

/** Why a trace cannot be seen; NULL: it can be asked for. */
const char *ladder_view_hindrance(const struct program *program);

#endif
