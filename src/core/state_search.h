/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What decisions ask the state's indexes. Each in O(log n), unless it says. */

#ifndef CORE_STATE_SEARCH_H
#define CORE_STATE_SEARCH_H

#include "core/state.h"
#include "core/state_inside.h"

/* A deadline that runs. */
struct due {
    int64_t due_us;
    enum deadline_kind kind;
    uint64_t owner_id;
};

/** The deadline to be settled next, by (due, serial). @return whether any */
bool state_next_due(const struct state *state, struct due *ret_due);

/* Who waits for an answer to an effect, or uses what it granted. */
struct grant_owner {
    enum grant_kind kind; /* GRANT_NONE: nobody */
    uint64_t owner_id; /* agent for ..._RING and ..._DESK_END, else contact */
};

struct grant_owner state_grant_owner(const struct state *state,
                                     uint64_t serial);

/** The visit that waits for the answer to this effect, or whose phone it has
 *  called, or NULL. O(visits). */
const struct visit_row *state_visit_asking(const struct state *state,
                                           uint64_t serial);

/** A contact whose flow has a node to begin; 0: none. */
uint64_t state_next_todo(const struct state *state);

/** A callback whose contact is gone before there was a talk; 0: none. */
uint64_t state_next_let_go(const struct state *state);

/* A contact and an agent that belong together now. */
struct match {
    uint64_t contact_id;
    uint64_t agent_id;
};

/** Whether an agent may be offered a colleague's call now: a pause does not
 *  stand against that. */
bool state_hears_colleagues(const struct state *state, uint64_t agent_id);

/** The next offer to be made. @return whether any */
bool state_next_match(const struct state *state, struct match *ret_match);

/** The lot of the next event: from 0, of 63 bits; the same for the same state,
 *  and as good as random. */
int64_t state_draw(const struct state *state);

/** A contact that demands what nobody logged in can do, though less will do
 *  later; 0: none. */
uint64_t state_next_stuck(const struct state *state);

/** An agent who does not serve the queues that the team does; 0: none. What is
 *  to be changed about it; priority 0: no longer serves the queue. */
uint64_t state_next_astray(const struct state *state,
                           struct assignment_row *ret_should);

/** The queue of that id, or the one that took its place. O(log n).
 *  @return its id; that of a queue that is gone is what it was */
uint64_t state_heir(const struct state *state, uint64_t queue_id);

/** What went with it there; NULL: nothing took its place. O(1). */
const struct heir_row *state_inheritance(const struct state *state,
                                         uint64_t queue_id);

/* Messages that an agent cares for, of whatever box, with which something is
   left to do; of more than CARES_MAX the rest is not looked at. */
enum { CARES_MAX = 999 };
struct cares {
    int64_t count;
    int64_t new_elsewhere; /* new ones, in boxes that the agent does not hear */
};

/** O(log n + those messages). */
struct cares state_cares(const struct state *state, uint64_t agent_id);

/** Of an agent's assignments for a time, the one that ends first; NULL: none
 *  is. O(assignments of the agent). */
const struct assignment_row *state_first_duty_over(const struct state *state,
                                                   uint64_t agent_id);

/** The entry that serves a called number best, or NULL. O(length log n). */
const struct event_entry_set *state_entry_for(const struct state *state,
                                              uint64_t trunk_id,
                                              const char *called);

/** Whether an entry has that pattern on that trunk: its id, or 0. */
uint64_t state_entry_with(const struct state *state, const char *pattern,
                          uint64_t trunk_id);

/** How many callers wait in a queue, those on offer included: it is what a
 *  limit is compared with. Who is to be called back has a place in the line,
 *  and hangs on no line of the house. */
size_t state_waiting(const struct state *state, uint64_t queue_id);

/** Whether the queue refuses who joins, because it is full or was and has not
 *  become empty enough since. Who is in its line takes no more room there, and
 *  is not new to it. */
bool state_is_full(const struct state *state,
                   const struct event_queue_set *queue, bool is_in_line);

/** How many of them go before somebody with that priority and wait (since,
 *  earlier by what is added to it). */
size_t state_ahead(const struct state *state, uint64_t queue_id,
                   int64_t priority, int64_t virtual_us);

/** The place of a waiting contact in its queue's line, from 1; 0: in none. */
size_t state_place(const struct state *state, uint64_t contact_id);

/** The priority of an agent in a queue; 0: does not serve it. */
int64_t state_assigned(const struct state *state, uint64_t agent_id,
                       uint64_t queue_id);
size_t state_assignment_count(const struct state *state);

/** Whether the agent's phone can be reached; no without a phone. */
bool state_can_ring(const struct state *state, uint64_t agent_id);

/** A queue of which something new is to be told, by queue_staffed; or 0. */
uint64_t state_next_untold(const struct state *state);

/* What is to be told of a queue. */
struct staffing_told {
    enum staffing staffing;
    int64_t due_us;          /* those who wait leave then; 0: never */
    int64_t estimate_due_us; /* ... are asked about; 0: never */
};

/** ... as of that moment. O(log n + rules of the queue). */
void staffing_now(const struct state *state, uint64_t queue_id, int64_t at_us,
                  struct staffing_told *ret_told);

/** The first in line who is neither for one agent nor, unless several are rung,
 *  on offer: who leaves when all have to. 0: none. */
uint64_t state_first_leaver(const struct state *state, uint64_t queue_id);

/** ... and the last one: who leaves when the line is too long. */
uint64_t state_last_leaver(const struct state *state, uint64_t queue_id);

/** Tells whether a number is an emergency number of any trunk. O(trunks). */
bool state_is_emergency(const struct state *state, const char *number);

/* Who gets a contact of that queue? */
struct question {
    uint64_t queue_id;
    uint64_t agent_id;  /* 0: the one who is next */
    bool is_wanted;     /* the contact waits for that agent only */
    const char *demand; /* of the contact's own; "": as the queue has it */
    size_t begun;       /* so many steps of the demand */
    int64_t waited_us;  /* and for so long */
    int64_t now_us;
    uint64_t transferrer_id; /* who is not to have it back, or 0 */
};

/** Tells why it is that agent. */
void state_explain(const struct state *state, const struct question *question,
                   struct candidates *ret_candidates);

#endif
