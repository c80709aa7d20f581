/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a database cannot be used, for people. */

#include "store/problem.h"

#include <stdio.h>

int store_problem_note(struct store_problem *ret_problem, int rc,
                       const char *text, const char *path, const char *detail)
{
    if (!ret_problem)
        return rc;

    ret_problem->text = text;
    (void)snprintf(ret_problem->path, sizeof(ret_problem->path), "%s",
                   path ? path : "");
    (void)snprintf(ret_problem->detail, sizeof(ret_problem->detail), "%s",
                   detail ? detail : "");
    return rc;
}
