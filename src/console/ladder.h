/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A contact's trace as a ladder of text: who told whom what, and when. */

#ifndef CONSOLE_LADDER_H
#define CONSOLE_LADDER_H

#include "lang/lang.h"
#include "wire/value.h"

/*
 * Three posts: whoever called, the server, and those whom it called. Messages
 * are arrows between two of them; decisions and what was done stand between
 * the posts. For the console and for `cclite contact trace`.
 */

enum {
    LADDER_SIZE = 2048,
    LADDER_LEAST = 60, /* columns */
};

/**
 * Writes the names over the posts.
 *
 * @param columns   to be filled; LADDER_LEAST at least
 * @param ret_text  one line, safe to show
 */
void ladder_write_head(enum language language, int columns,
                       char ret_text[LADDER_SIZE]);

/**
 * Writes one item of the trace (SHAPE_TRACED). Sentences may be longer than the
 * columns.
 */
void ladder_write(const struct json_t *item, int columns,
                  char ret_text[LADDER_SIZE]);

#endif
