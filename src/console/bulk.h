/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many recordings exported or deleted, one after the other, beside all else. */

#ifndef CONSOLE_BULK_H
#define CONSOLE_BULK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "console/sound.h"
#include "tui/chart.h"

struct program;

/* After so many it is not the recordings that are to blame. */
enum { BULK_MAX_FAILURES = 10 };

/**
 * Begins. Each failure is a message with its reason, and so is the end, with
 * how many of each there were. Nothing must run already.
 *
 * @param items  at least one; becomes the program's, to be freed by free()
 * @param gone   told of each that was deleted, until bulk_forget(); or NULL
 */
void bulk_begin(struct program *program, enum bulk_kind kind,
                struct bulk_item *items, size_t count,
                void (*gone)(void *owner, uint64_t recording_id), void *owner);

bool bulk_runs(const struct program *program);

/** Ends it: an export at once, a deletion after the one on its way. */
void bulk_stop(struct program *program);

/** The owner is told no more. */
void bulk_forget(struct program *program, const void *owner);

/** How far it is. It runs. */
void bulk_progress(const struct program *program,
                   struct progress *ret_progress);

#endif
