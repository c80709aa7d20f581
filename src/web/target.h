/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a request is for: a path, and a query of names and values. */

#ifndef WEB_TARGET_H
#define WEB_TARGET_H

#include <stddef.h>

#include "wire/problem.h"

/*
 * Nothing is tidied: "." and ".." are names like others (there is no route of
 * such a name), an empty part stays empty, and an encoded "/" or NUL is
 * refused, so that no two readers take one path for two.
 */
enum { TARGET_MAX_LENGTH = 2048, TARGET_MAX_PARAMETERS = 8 };

struct target_parameter {
    const char *name;
    const char *value;
};

struct target {
    char text[TARGET_MAX_LENGTH + 1]; /* what the others point into */
    const char *path;
    struct target_parameter parameters[TARGET_MAX_PARAMETERS];
    size_t parameter_count;
    const char *wrong; /* of PROBLEM_BAD_PARAMETER: its name, or "query" where
                          that cannot be read */
};

/**
 * Reads a target, RFC 3986; in the query '+' is a space.
 *
 * @return PROBLEM_NONE, or why it is refused
 */
enum problem target_parse(const char *text, struct target *ret_target);

/** The value of a parameter; NULL when it is not there. */
const char *target_parameter(const struct target *target, const char *name);

#endif
