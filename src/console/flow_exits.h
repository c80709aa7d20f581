/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exits of a node as fields of a form. */

#ifndef CONSOLE_FLOW_EXITS_H
#define CONSOLE_FLOW_EXITS_H

#include "console/flow_draft.h"
#include "tui/form.h"

/* A choice of nodes for each exit; where there are choices, one more can be
   added by its key. */
struct flow_exits {
    const struct flow_draft *draft;
    struct flow_exit exits[FLOW_EXITS]; /* of node */
    size_t count;
    struct json_t *node; /* as it is here; owned */
    struct form *form;
};

/** Makes the fields of a node, which is shared. @return 0 or -ENOMEM */
int flow_exits_begin(struct flow_exits *exits, const struct flow_draft *draft,
                     const struct json_t *node);
void flow_exits_done(struct flow_exits *exits);

enum flow_exits_event {
    FLOW_EXITS_IGNORED,
    FLOW_EXITS_TAKEN,
    FLOW_EXITS_LEFT, /* Tab behind the last field */
    FLOW_EXITS_LOST, /* out of memory */
};

/** Takes a key in the fields. @param language  of what is refused */
enum flow_exits_event flow_exits_input(struct flow_exits *exits,
                                       const struct input *input,
                                       enum language language);

/** Whether a choice has the focus, and takes it away; what cannot be is
 *  FLOW_EXITS_IGNORED. */
bool flow_exits_may_drop(const struct flow_exits *exits);
enum flow_exits_event flow_exits_drop(struct flow_exits *exits);

/** What the focused field is for: a msgid, or NULL. */
const char *flow_exits_help(const struct flow_exits *exits);

/** The node with its exits leading as the fields say. @return a copy, or NULL:
 *  out of memory */
struct json_t *flow_exits_read(const struct flow_exits *exits);

#endif
