/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the waiting line share. Nobody else includes it. */

#ifndef CONSOLE_WAITING_INSIDE_H
#define CONSOLE_WAITING_INSIDE_H

#include "console/program.h"
#include "tui/table.h"
#include "tui/view.h"
#include "wire/shape.h"

enum { WAITING_MOST = 10000 }; /* who is shown, as many as a queue may hold */

/* What the server says about the one that is selected. */
struct waiting_why {
    uint64_t contact_id; /* whom it is about, or 0 */
    bool is_asked;       /* the answer is on its way */
    bool is_told;        /* it is there */
    int64_t asked_us;
    struct shape_decision decision; /* is_told; event "": none waits */
};

struct waiting {
    struct program *program;
    uint64_t queue_id;
    struct table *table;
    const struct replica_row **line; /* in the order of service; owned */
    size_t count, room;
    struct waiting_why why;
    uint64_t subject_id; /* a contact that is asked about */
    uint64_t *targets;   /* rows of TOPIC_TARGETS in the menu; owned */
    size_t target_count;
};

extern const struct view_kind waiting_kind;

/* waiting_line.c */

/** Puts the line in its order, as it is now. O(n) for rows in their order;
 *  rows last until the replica changes. */
void waiting_refresh(struct waiting *waiting);

/** Makes the table of the line. @return 0 or -ENOMEM */
int waiting_table_new(struct waiting *waiting);

/** Who is selected; NULL: nobody waits. */
const struct replica_row *waiting_selected(struct waiting *waiting);

/** Asks again about whom the cursor is on, if it is time. */
void waiting_ask_why(struct waiting *waiting, bool is_now);

/** Draws why nobody has taken that one yet, a line for each agent. */
void waiting_draw_why(const struct waiting *waiting,
                      const struct surface *surface);

/** Carries out what is done to who waits. @return whether it knows it */
bool waiting_act(struct waiting *waiting, int action);

#endif
