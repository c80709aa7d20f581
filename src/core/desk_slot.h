/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An agent in a state: the desk, and the queues that it serves. */

#ifndef CORE_DESK_SLOT_H
#define CORE_DESK_SLOT_H

#include "core/demand.h"
#include "core/state.h"
#include "core/state_due.h"
#include "core/table.h"

/* What follows from how a desk is, of a phone whose leg stands (line.h). */
enum line_wish {
    LINE_WANTS_NOTHING,
    LINE_WANTS_LET_GO,  /* the leg, or the memory of one, is of no use */
    LINE_WANTS_CALL,    /* the phone */
    LINE_WANTS_GIVE_UP, /* the offer: there is nothing to put it through to */
    LINE_WANTS_AWAY,    /* the agent is no longer available */
    LINE_WANTS_BACK,    /* ... and is again */
};

/* What is so of the agent's phone now. */
struct line_facts {
    uint64_t device_id; /* 0: none */
    bool is_reachable;
    bool is_nailed_up;
};

struct desk_slot {
    struct slot slot;
    struct desk_row row;
    uint32_t level_count;
    struct want levels[STATE_MAX_LEVELS]; /* the rows, close together */
    struct contact_slot *rings_for;       /* in whose tree it is; or NULL */
    struct tree_node in_ringing;
    struct tree_node in_astray; /* not as the team serves */
    uint64_t user_id;
    uint64_t device_id;
    struct tree_node by_user;
    struct tree_node by_device;
    struct tree wanted; /* contacts for this agent only, not on offer */
    struct tree_node in_wanted;
    enum line_wish line_wish;
    struct tree_node in_lines;
    enum verdict verdict;     /* VERDICT_CHOSEN: free */
    bool can_ring;            /* the phone, by this */
    bool has_line;            /* ... and is connected, if it is to stay so */
    struct deadline deadline; /* the first of those it has */
    struct deadline duty;     /* that ends first */
    struct grant *grants;     /* a list */
};

/* How near an agent of a queue is to being offered a contact; in this order. */
enum presence {
    PRESENCE_NONE,
    PRESENCE_LOGGED_IN, /* but pauses, or cannot be rung */
    PRESENCE_AT_WORK,   /* comes free by and by */
    PRESENCE_FREE,
};

struct assignment_slot {
    struct slot slot;
    struct assignment_row row;
    struct desk_slot *desk;
    struct queue_slot *queue;
    struct tree_node in_agents;
    struct tree_node in_delays;

    /* what the queue's counts, lines and rings were made from; close together
       what a search for the next agent looks at */
    struct tree_node in_free;
    int64_t priority;
    int64_t key; /* as the queue's strategy has it */
    int64_t idle_since_us;
    int64_t idle_serial;
    uint16_t meets; /* a bit for each of the queue's rings; while counted */
    bool is_counted;
    enum presence presence; /* as the rings count it */
    enum agent_state state;
    enum verdict verdict;
};

/* state_wanted.c: the contact that a desk is to be offered, of those for this
   agent only, or NULL. */
const struct contact_slot *desk_wanted(const struct desk_slot *desk);

/* line.c: what is to be done about a leg that stands. */
enum line_wish line_wish(const struct desk_row *desk,
                         const struct line_facts *facts);

/* state_verdict.c: what stands between an agent and an offer. */
enum verdict desk_verdict(const struct desk_row *desk, bool can_ring,
                          bool has_line);

#endif
