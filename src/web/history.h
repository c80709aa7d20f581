/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many waited in each queue of late, for small charts. */

#ifndef WEB_HISTORY_H
#define WEB_HISTORY_H

#include <stdint.h>

#include "core/record.h"

/*
 * The most who waited at once, in each of the last steps of five minutes; kept
 * while the server runs. A few hundred bytes per queue.
 */
struct history;

enum { HISTORY_STEPS = 24, HISTORY_STEP_S = 300 };

int history_new(struct history **ret_history);         /* 0 or -ENOMEM */
struct history *history_free(struct history *history); /* NULL always */

/**
 * Notes how many wait in a queue now, and writes its history: numbers, oldest
 * first, separated by blanks.
 *
 * @param now_us    journal time, not before that of the last note
 * @param ret_text  "" without memory
 */
void history_note(struct history *history, uint64_t queue_id, int64_t waiting,
                  int64_t now_us, struct note *ret_text);

/** The queue is gone. */
void history_forget(struct history *history, uint64_t queue_id);

#endif
