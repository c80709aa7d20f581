/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between a draft of a flow and its publication. */

#ifndef CORE_FLOW_PROBLEM_H
#define CORE_FLOW_PROBLEM_H

#include "core/flow_test.h"
#include "core/prompt_shelf.h"
#include "core/state.h"

/* One problem, and its place. */
struct flow_problem {
    struct name node;   /* "" of the flow as a whole */
    struct label field; /* "on_error", "choices.1", a setting; "" of all */
    const char *says;   /* what to do, in English, through N_() */
};

enum { FLOW_MAX_PROBLEMS = 200 };

/**
 * Finds what is open, missing, out of range, not there (any more), runs in
 * circles, or has no sound in a language that callers of the flow may hear: one
 * that the house speaks, by an entry or a rule, or that the flow sets. Whether
 * its tests pass is for trial.h. O(nodes * (settings + documents)).
 *
 * @param shelf        what came with the server; NULL: nobody has told
 * @param ret_problems the first of them, up to `room`, in the order of nodes
 *
 * @return how many there are, which may be more
 */
size_t flow_problem_find(const struct state *floor,
                         const struct prompt_shelf *shelf,
                         const struct flow_program *program,
                         struct flow_problem *ret_problems, size_t room);

#endif
