/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Problems: why the API says no, beside the core's refusals. RFC 9457. */

#ifndef WIRE_PROBLEM_H
#define WIRE_PROBLEM_H

enum problem {
    PROBLEM_NONE = 0,
#define PROBLEM(CODE, code, status, title, fix) PROBLEM_##CODE,
#include "wire/problem.def"
    PROBLEM_COUNT,
};

struct problem_info {
    const char *code;  /* for programs */
    int status;        /* HTTP's */
    const char *title; /* for people, English, through N_() */
    const char *fix;   /* for people, English, through N_() */
};

/** Looks a problem up; not PROBLEM_NONE. */
const struct problem_info *problem_info(enum problem problem);

#endif
