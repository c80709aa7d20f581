/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of problems. */

#include "wire/problem.h"

#include <assert.h>
#include <stddef.h>

#include "core/record.h"

static const struct problem_info problems[] = {
#define PROBLEM(CODE, word, number, what, remedy)                              \
    [PROBLEM_##CODE] = {                                                       \
        .code = #word, .status = number, .title = what, .fix = remedy          \
    },
#include "wire/problem.def"
};

const struct problem_info *problem_info(enum problem problem)
{
    assert(problem > PROBLEM_NONE && problem < PROBLEM_COUNT);

    return &problems[problem];
}
