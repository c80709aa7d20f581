/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it was like of late, for small charts: step by step. */

#ifndef WEB_HISTORY_H
#define WEB_HISTORY_H

#include <stdint.h>

#include "core/record.h"

/*
 * Of things with a number: the most who waited at once in a queue, or how many
 * calls began over a trunk, in each of the last steps. Kept while the server
 * runs. A few hundred bytes each.
 */
struct history;

enum {
    HISTORY_STEPS = 24,
    HISTORY_STEP_S = 300, /* of those who wait */
    HISTORY_RATE_S = 60,  /* of calls */
};

static const int64_t HISTORY_RATE_LEAST_US = INT64_C(600000000);

/** @return 0 or -ENOMEM */
int history_new(int64_t step_s, struct history **ret_history);
struct history *history_free(struct history *history); /* NULL always */

/**
 * Notes how many wait in a queue now, and writes its history: numbers, oldest
 * first, separated by blanks.
 *
 * @param now_us    journal time, not before that of the last note
 * @param ret_text  "" without memory
 */
void history_note(struct history *history, uint64_t id, int64_t waiting,
                  int64_t now_us, struct note *ret_text);

/**
 * Notes how many there have been since the server's start, of which those that
 * were not there at the last note count for the step of now; and writes as
 * above. A counter that went back has begun anew.
 */
void history_count(struct history *history, uint64_t id, int64_t counter,
                   int64_t now_us, struct note *ret_text);

/**
 * Notes a counter that may begin anew, from which nothing is counted before the
 * first note.
 *
 * @return how many there are in an hour, by the last one or so much of it as has
 *         been noted; -1: less than HISTORY_RATE_LEAST_US, or no memory
 */
int64_t history_rate(struct history *history, uint64_t id, int64_t counter,
                     int64_t now_us);

/** Writes what was noted; "": nothing was. */
void history_print(const struct history *history, uint64_t id,
                   struct note *ret_text);

/** It is gone. */
void history_forget(struct history *history, uint64_t id);

#endif
