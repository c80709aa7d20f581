/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The console as a conversation: a prompt, short sentences, words for signs. */

#ifndef CONSOLE_LINEAR_H
#define CONSOLE_LINEAR_H

#include <stdio.h>

#include "console/program.h"

/*
 * For those who listen, read by touch, or sit at a terminal that only writes
 * lines. Nothing is addressed, drawn or taken back: each line is said once.
 * What happens to the agent is said at once; of what else calls for attention,
 * at most one alert in LINEAR_ALERT_US, and the newest LINEAR_ALERTS of them
 * wait.
 */
enum {
    LINEAR_ALERT_US = 2000000,
    LINEAR_ALERTS = 8,
    LINEAR_PAGE = 5,       /* lines of a list, then "more" */
    LINEAR_LINE_SIZE = 512 /* of what is typed; longer is refused */
};

struct linear;

/**
 * Begins, with a greeting and a prompt.
 *
 * @param program     outlives it
 * @param out         written line by line, flushed each time
 * @param ret_linear  release with linear_free()
 *
 * @return 0 or -ENOMEM
 */
int linear_new(struct program *program, FILE *out, struct linear **ret_linear);
struct linear *linear_free(struct linear *linear);

/**
 * Takes a line that was typed.
 *
 * @return false: somebody wants to leave
 */
bool linear_take(struct linear *linear, const char *line);

/** Says what is new: after news of the session, and once a second. */
void linear_look(struct linear *linear);

/** Ends the line on which the prompt stands. */
void linear_end(struct linear *linear);

#endif
