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

/* What the server estimates. */
struct waiting_estimates {
    struct json_t *rows; /* shape_estimate; NULL: not told yet */
    bool is_asked;
    int64_t asked_us, told_us;
};

/* A line of a menu of where else to. */
struct waiting_target {
    enum destination to;
    uint64_t row_id; /* of TOPIC_TARGETS; of TOPIC_BOXES with TO_VOICEMAIL; 0
                        with TO_NUMBER, which is asked for then */
};

struct waiting {
    struct program *program;
    uint64_t queue_id;
    struct table *table;
    const struct replica_row **line; /* in the order of service; owned */
    size_t count, room;
    struct waiting_why why;
    struct waiting_estimates estimates;
    uint64_t subject_id;            /* a contact that is asked about */
    struct waiting_target *targets; /* in the menu; owned */
    size_t target_count;
    bool is_giving; /* the menu is of who may take it now */
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

/** Asks for the estimates again, if it is time. */
void waiting_ask_estimates(struct waiting *waiting);

/** How long it will go on waiting; 0: who would join now. -1: not known. */
int64_t waiting_estimate_us(const struct waiting *waiting, uint64_t contact_id);

/** Carries out what is done to who waits. @return whether it knows it */
bool waiting_act(struct waiting *waiting, int action);

/** Sends it: what follows is seen in the line; a refusal is a message. */
void waiting_send(struct waiting *waiting, enum route_id route, uint64_t id,
                  struct json_t *body);

/* waiting_where.c, waiting_number.c, waiting_priority.c */

/** Asks into which queue it is moved; where to it is withdrawn; at whom it
 *  rings now. */
void waiting_ask_queue(struct waiting *waiting,
                       const struct topic_contacts *contact);
void waiting_ask_where(struct waiting *waiting,
                       const struct topic_contacts *contact);
void waiting_ask_agent(struct waiting *waiting,
                       const struct topic_contacts *contact);

/** Asks to which number the subject is withdrawn. @return 0, -ENOMEM, -ENOSPC */
int waiting_ask_number(const struct waiting *waiting);

/** Asks for its class, and what counts as waited besides. @return likewise */
int waiting_ask_priority(struct program *program,
                         const struct topic_contacts *contact);

#endif
