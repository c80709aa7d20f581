/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of somebody's own keys share. Nobody else includes it. */

#ifndef CONSOLE_KEY_SET_H
#define CONSOLE_KEY_SET_H

#include "console/key_file.h"

enum { KEY_NAME_SIZE = 48 };

/* A row of one of the tables: as it is, and as it was. */
struct key_row {
    struct action *action;
    const struct action *preset;
    char scope[KEY_NAME_SIZE]; /* "recordings" */
    char name[KEY_NAME_SIZE];  /* "recordings.listen" */
    char keys[KEYS_SIZE];      /* the file's; for g: the letter */
    bool is_led;               /* has a letter after g in place of keys */
    unsigned line;             /* of the file; 0: not in it */
};

struct key_set {
    struct action *actions; /* ours, then the toolkit's */
    struct key_row *rows;
    size_t count, ours;
};

/**
 * Looks whether the keys of a set can be pressed and told apart.
 *
 * @param ret_fault  with -EINVAL, the first mistake
 *
 * @return 0 or -EINVAL
 */
int key_set_check(const struct key_set *set, struct config_fault *ret_fault);

#endif
