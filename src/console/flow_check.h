/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not right yet in a flow that is edited. */

#ifndef CONSOLE_FLOW_CHECK_H
#define CONSOLE_FLOW_CHECK_H

#include "console/flow_draft.h"

/*
 * What can be seen without a server, so that it is seen while one draws: exits
 * that lead nowhere, settings that are missing, nodes nobody can reach, tests
 * that name nodes which are gone, and what publishing finds of circles, by the
 * same function. The server decides in the
 * end.
 */
enum {
    FLOW_PROBLEMS = 100,
    FLOW_PROBLEM_SIZE = 256,
    FLOW_PLACE_SIZE = 128,
};

struct flow_problem {
    int number;     /* of the node; 0: of the flow */
    bool is_severe; /* cannot be run so; else worth a look */
    char
        place[FLOW_PLACE_SIZE]; /* in the node: as publishing calls it; or "" */
    char text[FLOW_PROBLEM_SIZE]; /* in a language, safe */
};

/** What the flow amounts to. */
struct flow_sums {
    size_t nodes, arrows, dangling;
};

/**
 * Checks it. O(nodes * exits * nodes).
 *
 * @param ret_problems  the severe ones first
 *
 * @return how many, up to FLOW_PROBLEMS
 */
size_t flow_check(const struct flow_draft *draft, enum language language,
                  struct flow_problem ret_problems[FLOW_PROBLEMS],
                  struct flow_sums *ret_sums);

#endif
