/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well it goes: figures beside their limits. */

#ifndef CONSOLE_GRADE_H
#define CONSOLE_GRADE_H

#include "console/figures.h"
#include "tui/surface.h"

enum grade {
    GRADE_OFF, /* nobody works here, and nobody waits */
    GRADE_GOOD,
    GRADE_WARNING,
    GRADE_CRITICAL,
};

/* What somebody has asked for; 0: the rule in its stead. */
struct limits {
    int64_t waiting;   /* rule: as many as agents are logged in */
    int64_t oldest_us; /* rule: GRADE_OLDEST times the service level's time */
    int64_t level_permille; /* rule: GRADE_LEVEL_PERMILLE */
};

enum {
    GRADE_OLDEST = 3,
    GRADE_LEVEL_PERMILLE = 800,
    GRADE_LEVEL_NEAR = 50, /* so far below the target is a warning only */
};

/* The limits of a queue, with the rules worked out; of the oldest 0, of the
   waiting -1: there is none. */
struct limits grade_limits(const struct limits *asked,
                           const struct figures *figures);

/*
 * Each by itself. More than the limit wait: critical; more than half: a
 * warning. The oldest has waited longer than its limit: critical; longer than
 * an answer in time would take: a warning. The service level is below its
 * target: critical; by little: a warning. Nobody is free: a warning; nobody is
 * even logged in while somebody waits: critical.
 *
 * @param limits  by grade_limits()
 */
enum grade grade_waiting(const struct limits *limits,
                         const struct figures *figures);
enum grade grade_oldest(const struct limits *limits,
                        const struct figures *figures);
enum grade grade_level(const struct limits *limits,
                       const struct figures *figures);
enum grade grade_ready(const struct figures *figures);

/** The worst of them; but that all are busy is no reason to worry. */
enum grade grade_queue(const struct limits *limits,
                       const struct figures *figures);

/* How a grade is shown; the words are msgids. */
enum glyph grade_glyph(enum grade grade);
struct look grade_look(enum grade grade);
const char *grade_word(enum grade grade);       /* "CRITICAL" */
const char *grade_short_word(enum grade grade); /* "CRIT" */

#endif
