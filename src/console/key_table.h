/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key table of the console, as the toolkit wants it. */

#ifndef CONSOLE_KEY_TABLE_H
#define CONSOLE_KEY_TABLE_H

#include "tui/action.h"

/** All rows; they live for ever. Their reasons want a struct program. */
struct action_table key_table(void);

/* How a row is spelt in the tables: "RECORDINGS", "LISTEN". */
struct key_spelling {
    const char *scope; /* "GO": a letter after g leads there */
    const char *action;
};

/** Spells the n-th row of key_table(), and behind these of action_own(). */
const struct key_spelling *key_spelling(size_t n);

#endif
