/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of what keys do, and of where they do it. */

#ifndef CONSOLE_KEY_H
#define CONSOLE_KEY_H

#include "tui/action.h"

/* Made from console/key.def: SCOPE_CALL, DO_HOLD and so on. */
enum key_scope {
    SCOPE_BEFORE_OURS = SCOPE_OWN - 1,
#define SCOPE(NAME) SCOPE_##NAME,
#include "console/key.def"
};

enum key_action {
    DO_BEFORE_OURS = ACTION_OWN - 1,
#define KEY(ID, CLASS, SCOPE, keys, priority, command, reason, name) DO_##ID,
#define GO(ID, letter, command, reason, name)                        DO_##ID,
#define PHONE(ID, keys, letter, ring, idle, ringing, call, command, name)      \
    DO_##ID,
#include "console/key.def"
    DO_AFTER_OURS,
};

#endif
