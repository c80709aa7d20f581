/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a database cannot be used, for people. */

#ifndef STORE_PROBLEM_H
#define STORE_PROBLEM_H

enum { STORE_PROBLEM_PATH_SIZE = 512, STORE_PROBLEM_DETAIL_SIZE = 256 };

struct store_problem {
    const char *text; /* English, to be translated: what it is, what to do */
    char path[STORE_PROBLEM_PATH_SIZE];     /* of the file concerned */
    char detail[STORE_PROBLEM_DETAIL_SIZE]; /* technical, or "" */
};

/**
 * Notes a problem.
 *
 * @param ret_problem   may be NULL: nobody wants to know
 * @param path, detail  may be NULL; cut to what fits
 * @param rc            negative errno
 *
 * @return rc
 */
int store_problem_note(struct store_problem *ret_problem, int rc,
                       const char *text, const char *path, const char *detail);

#endif
