/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of a draft: for flow_draft*.c. */

#ifndef CONSOLE_FLOW_DRAFT_INSIDE_H
#define CONSOLE_FLOW_DRAFT_INSIDE_H

#include "console/flow_draft.h"

/* One state of the flow. */
struct step {
    struct draft_node {
        struct json_t *node;
        int number;
    } * nodes;
    size_t count;
    enum flow_type type;
    struct flow_limits limits;
    struct json_t *tests; /* as in its text; NULL: none */
    uint64_t stamp;       /* no other step had it */
};

enum { FLOW_NAME_PLACES = 512 }; /* more than twice the nodes */

struct flow_draft {
    struct json_t *rest; /* of the text, without what steps have */
    struct step *steps;  /* the oldest first */
    size_t count, room;  /* of steps; those behind at are ahead */
    size_t at;           /* the one that holds */
    size_t stored;       /* SIZE_MAX: it has been forgotten */
    size_t sent;         /* likewise */
    int last_number;
    uint64_t last_stamp;
    bool joins;
    /* Nodes of the step that holds, by name: index + 1; 0 ends a search. */
    uint16_t names[FLOW_NAME_PLACES];
};

static inline struct step *flow_step_now(const struct flow_draft *draft)
{
    return &draft->steps[draft->at];
}

/** Releases what is in a step. */
void flow_step_done(struct step *step);

/** Makes room for one step more. @return 0 or -ENOMEM */
int flow_step_room(struct flow_draft *draft);

/** The first place where a node of that name may be; the next one is behind it.
 */
size_t flow_name_place(const char *name);

/** Puts the names of the step that holds where they are found. */
void flow_names_set(struct flow_draft *draft);

/** Makes a list with room for one more node. @return 0 or -ENOMEM */
int flow_step_copy(const struct step *from, struct step *ret_step);

/** Makes the step the draft's, or releases it. @return 0 or -ENOMEM */
int flow_step_put(struct flow_draft *draft, struct step *step, bool goes_on);

/* flow_draft_rest.c: the type, the limits and the tests, from the text and back.
   @return 0, -ENOMEM, or -EBADMSG: no type of ours, or a limit is no number */
int flow_step_take(struct step *step, const struct json_t *text);
int flow_step_write(const struct step *step, struct json_t *text);

/** flow_draft_tests.c: what tests call one node is called otherwise.
 *  @return 0 or -ENOMEM, nothing changed then */
int flow_step_rename_in_tests(struct step *step, const char *from,
                              const char *to);

#endif
