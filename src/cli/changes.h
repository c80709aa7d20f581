/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies between two configurations, in an order in which it can be done. */

#ifndef CLI_CHANGES_H
#define CLI_CHANGES_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/arrangement.h"

enum change_kind { CHANGE_ADD, CHANGE_SET, CHANGE_REMOVE };

struct change {
    enum change_kind kind;
    int part;                    /* of the arrangements */
    const char *name;            /* the arrangements' */
    const struct json_t *before; /* NULL with ADD */
    const struct json_t *after;  /* NULL with REMOVE */
};

/*
 * Documents are made before those that refer to them and removed after them.
 * Queues and flows may refer to each other, and queues to themselves: a queue
 * is added without its overflow first (`after` has it: see bare), and set to
 * what it shall be when all queues and flows are there.
 */
struct changes {
    struct change *list;
    size_t count;
    bool failed; /* memory ran out */
};

/**
 * Finds what turns one arrangement into another. Borrows from both.
 *
 * @param prune  what is in `from` only is removed; else it stays
 *
 * @return 0 or -ENOMEM
 */
int changes_find(const struct arrangement *from, const struct arrangement *to,
                 bool prune, struct changes *ret_changes);

/** Prints a change: a line for what is added or removed, or one for each
 *  setting that is another. */
void change_print(struct cli *cli, const struct change *change);

/** Releases the list. */
void changes_done(struct changes *changes);

/** Tells whether two values are equal, whatever the order of their keys. */
bool changes_is_same(const struct json_t *a, const struct json_t *b);

#endif
