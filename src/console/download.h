/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recording on its way into a file, piece by piece, beside all else. */

#ifndef CONSOLE_DOWNLOAD_H
#define CONSOLE_DOWNLOAD_H

#include <stdbool.h>
#include <stdint.h>

#include "tui/chart.h"

struct program;

/**
 * Begins to fetch a recording into recording-ID.wav of the current directory,
 * for its owner alone (0600); a file that is there already stays. Must not run
 * already.
 *
 * @param bytes  of its file, from its row; above 0
 * @param ended  told once, when it is written (NULL) or why it is not; it may
 *               begin another. NULL: a message says it
 *
 * @return 0; or what open() says, and nobody is told
 */
int download_begin(struct program *program, uint64_t recording_id,
                   int64_t bytes,
                   void (*ended)(struct program *program,
                                 const char *complaint));

bool download_runs(const struct program *program);

/** Ends it: half a file is removed. Nothing runs: fine. */
void download_cancel(struct program *program);

/** How far it is. It runs. */
void download_progress(const struct program *program,
                       struct progress *ret_progress);

#endif
