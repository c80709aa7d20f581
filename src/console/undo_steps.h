/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was changed here of late, as the program keeps it. */

#ifndef CONSOLE_UNDO_STEPS_H
#define CONSOLE_UNDO_STEPS_H

#include <stdint.h>

#include "console/served.h"
#include "tui/safe_text.h"

struct document_list;

enum {
    UNDO_STEPS = 8,    /* the last of them */
    UNDO_MINUTES = 10, /* so long */
    UNDO_TAG_SIZE = 32,
};

/* Only a change has a state before it: an addition is undone by deleting, and
   a deletion by nothing. */
enum undo_kind {
    UNDO_NOTHING,
    UNDO_CHANGE,
    UNDO_ADDITION,
    UNDO_DELETION,
    UNDO_ASSIGNMENT,
};

struct undo_step {
    enum undo_kind kind;
    struct safe_text name; /* of the document; of the agent assigned */
    int64_t at_us;

    /* of a change */
    const struct document_list *list;
    void *before;            /* the struct of its record; owned */
    char tag[UNDO_TAG_SIZE]; /* as it is now; "": by the next version */

    /* of an assignment */
    uint64_t queue_id, agent_id;
    struct served served; /* before */
};

/* Zeroed, an empty one. */
struct undo {
    struct undo_step steps[UNDO_STEPS]; /* the newest first */
    struct safe_text asked; /* whose change is being set back; or "" */
    void (*empty)(struct undo *undo); /* once there was a step; or NULL */
};

#endif
