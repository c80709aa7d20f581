/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A configuration as its reader fills it. For config.c and config_file.c. */

#ifndef BASE_CONFIG_INSIDE_H
#define BASE_CONFIG_INSIDE_H

#include "base/config.h"

struct value {
    char *text; /* NULL: the preset */
    int64_t number;
    unsigned line; /* 0: the preset */
};

struct config {
    const struct setting *settings;
    size_t count;
    struct value *values; /* one for each setting */
};

/**
 * The place of a setting in the table; the count when there is none.
 */
size_t config_find(const struct config *config, const char *name);

/**
 * Takes the values of a file; see config_read().
 */
int config_read_file(const char *path, struct config *config,
                     struct config_fault *ret_fault);

#endif
