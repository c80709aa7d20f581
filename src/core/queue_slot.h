/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A queue in a state: its row, its lines, and who demand the same there. */

#ifndef CORE_QUEUE_SLOT_H
#define CORE_QUEUE_SLOT_H

#include "core/demand.h"
#include "core/state.h"
#include "core/state_due.h"
#include "core/table.h"

/* Those of a queue who demand the same now: see ring.h. */
struct ring {
    struct queue_slot *queue;
    const struct demand *demand; /* the queue's, or its own */
    struct own_ring *own;        /* it is in this one; NULL: in the queue */
    size_t begun;                /* so many steps of it */
    uint64_t transferrer_id;     /* who is not to have them; 0: nobody */
    struct tree ready;   /* those who could be offered, to whoever meets it */
    struct tree to_dial; /* ... in their places, once the agent is taken for
                            somebody: who is dialled before an agent is there */
    uint32_t free;       /* agents who meet it and are free */
    uint32_t able;       /* ... or are logged in; with a transferrer: at work */
    bool is_open;        /* there is somebody, and somebody free */
    struct tree_node in_stuck;
};

/* One of a demand that contacts have of their own, or of an agent who is not to
   have them. */
struct own_ring {
    struct slot slot;
    struct ring ring;
    struct label text; /* empty: as the queue demands */
    struct demand demand;
    struct tree_node in_own;
};

enum { QUEUE_DEADLINES = 3 };

/* A queue's row, and its lines. */
struct queue_slot {
    struct slot slot;
    struct tally_row tally;
    const struct event_queue_set *document;
    struct demand demand;
    struct ring rings[DEMAND_MAX_STEPS + 1];
    struct tree own_rings;
    uint32_t open_rings;
    struct tree line;    /* all waiting contacts, in order */
    struct tree by_wait; /* the same, the longest wait first */
    struct tree free;    /* assignments of free agents, in order */
    struct tree agents;  /* all assignments, by agent */
    struct tree delays;  /* those that see the queue later, by delay */
    struct deadline opening;
    uint32_t on_offer;
    uint32_t callbacks;  /* of the line: who is to be called back */
    struct tree to_dial; /* of these, who is dialled before an agent is there */
    struct tree_node in_ahead;
    uint32_t states[agent_state_count];
    uint32_t verdicts[verdict_count]; /* free ones count as VERDICT_CHOSEN */
    struct tree_node in_matches;
    struct tree_node in_untold;
    struct tree leavers; /* those who go when all have to; in order */
    struct deadline deadlines[QUEUE_DEADLINES];
};

#endif
