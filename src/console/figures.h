/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A queue's figures as screens show them, and those of several together. */

#ifndef CONSOLE_FIGURES_H
#define CONSOLE_FIGURES_H

#include "lang/lang.h"
#include "wire/topic.h"

enum { FIGURES_STEPS = 24 }; /* of five minutes */

/* Plain values. What is not known, or does not run, is -1. */
struct figures {
    uint64_t queue_id; /* 0: several together */
    struct label label;
    int64_t waiting;
    int64_t oldest_us;
    int64_t in_time_us; /* an answer within this is in time; 0: it differs */
    int64_t oldest_in_time_us; /* ... of who has waited longest */
    int64_t logged_in;         /* agents, each counted once */
    int64_t available;
    int64_t talking; /* hold included */
    int64_t acw;
    int64_t paused;
    int64_t level_permille;
    int64_t offered; /* of today, from here on */
    int64_t answered_in_time;
    int64_t abandoned; /* without the short ones */
    int64_t short_abandoned;
    int64_t handled;
    int64_t longest_wait_us;
    int64_t answer_us;              /* on average, as the next two */
    int64_t handling_us;            /* talk, hold and after-call work: AHT */
    int64_t history[FIGURES_STEPS]; /* the most who waited, oldest first */
};

/**
 * Reads a row.
 *
 * @param passed_us  since the row was true
 * @param language   of the label; a queue without one goes by its name
 */
void figures_read(const struct topic_queues *row, int64_t passed_us,
                  enum language language, struct figures *ret_figures);

/** Reads numbers separated by blanks: the newest stand at the end of the steps,
 *  however many there are; 0 before them. */
void figures_read_steps(const char *text, int64_t ret_steps[FIGURES_STEPS]);

/**
 * Adds queues up. An agent may serve several of them, so agents are not added
 * but stay 0: see figures_count_agent(). The most who waited in one queue and
 * in another need not have waited at once, so that the history is how many
 * waited at most.
 *
 * @param count  0: nothing is known
 */
void figures_add_up(const struct figures *queues, size_t count,
                    struct figures *ret_sum);

/** Counts an agent in, by state. */
void figures_count_agent(struct figures *sum, enum agent_state state);

/** Abandoned of those offered, short ones apart, in permille; -1: nobody was
 *  offered. */
int64_t figures_abandon_permille(const struct figures *figures);

#endif
