/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of what keys do, and of where they do it. */

#ifndef CONSOLE_KEY_H
#define CONSOLE_KEY_H

#include "tui/action.h"

/* Made from console/key.def: SCOPE_CALL, DO_HOLD and so on. */
enum key_scope {
    SCOPE_BEFORE_OURS = SCOPE_OWN - 1,
#define SCOPE(NAME) SCOPE_##NAME,
#define DOCUMENTS(KIND, letter, noun, name)                                    \
    SCOPE_##KIND##_LIST, SCOPE_##KIND##_FORM,
#include "console/key.def"
    SCOPE_AFTER_OURS,
};

enum key_action {
    DO_BEFORE_OURS = ACTION_OWN - 1,
#define KEY(ID, CLASS, SCOPE, keys, priority, command, reason, name) DO_##ID,
#define GO(ID, letter, command, reason, name)                        DO_##ID,
#define PHONE(ID, keys, letter, ring, lost, idle, ringing, call, command,      \
              name)                                                            \
    DO_##ID,
#define DOCUMENTS(KIND, letter, noun, name)                                    \
    DO_##KIND##_LIST, DO_##KIND##_ADD, DO_##KIND##_SET, DO_##KIND##_COPY,      \
        DO_##KIND##_REMOVE,
#include "console/key.def"
    DO_AFTER_OURS,
};

#endif
