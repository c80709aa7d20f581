/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The supervisor's screen: calls, agents, queues and alerts at once. */

#ifndef CONSOLE_COCKPIT_H
#define CONSOLE_COCKPIT_H

#include "console/grade.h"
#include "console/program.h"

/** Puts it in place of all other screens. @return 0, -ENOMEM or -ENOSPC */
int cockpit_open(struct program *program);

/* Something that is wrong, and with what. */
struct cockpit_alert {
    enum grade grade;
    uint64_t key; /* which it is, whatever its text says */
    struct safe_text subject;
    struct safe_text text;
    int64_t age_us; /* since it is so; -1: nobody knows */
};

enum { COCKPIT_ALERTS = 64 }; /* at most; the rest is left out */

/** Finds what is wrong now, the worst first. @return how many */
int cockpit_find_alerts(const struct program *program,
                        struct cockpit_alert alerts[COCKPIT_ALERTS]);

/** The reason function of its rows in the key table. */
bool cockpit_may(const void *program, int action, struct safe_text *ret_reason);

#endif
