/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a state is made of: for the files state_*, fold_* and claims alone. */

#ifndef CORE_STATE_INSIDE_H
#define CORE_STATE_INSIDE_H

#include "core/state.h"
#include "core/state_due.h"
#include "core/table.h"

/* A day of UTC, and of what is counted in days; the house's: state_day(). */
static const int64_t DAY_US = INT64_C(86400000000);

/* A burst of calls to the outside is counted over so much time before now. */
static const int64_t TOLL_WINDOW_US = INT64_C(600000000);

struct state {
    struct system_row system;
    struct table documents[document_kind_count];
    struct tree names[document_kind_count];
    struct tree patterns;
    struct tree rules;        /* of queues, by queue */
    struct table assignments; /* by agent and queue */
    struct table heirs;
    struct table rule_drafts; /* by rule */
    struct table rules_begun; /* of queues, by rule */
    struct table phones;
    struct table lost_trunks;
    struct table paused; /* by agent and reason */
    struct table desks;
    struct table contacts;
    struct table hearings; /* by contact */
    struct table talks;    /* by contact */
    struct table runs;     /* by contact */
    struct table callers;  /* by contact: those with a name */
    struct table demands;  /* by contact */
    struct table handovers;
    struct table tags;
    struct table variables; /* by contact and number */
    struct table returns;   /* by contact and depth */
    struct table passages;  /* by flow and way */
    struct table recordings;
    struct table messages;
    struct table callbacks;
    struct table attempts;    /* by callback and number */
    struct table kept_places; /* by contact */
    struct table deliveries;
    struct table mailboxes; /* by box */
    struct table visits;    /* by contact */
    struct table pin_locks;
    struct table outcalls;
    struct table spendings;   /* by agent and trunk */
    struct table risky_calls; /* the oldest first */
    struct table customs;
    struct table queues;      /* the rows are the tallies */
    struct table levels;      /* by agent and skill */
    struct table team_duties; /* by team and queue */
    struct table own_rings;
    uint64_t own_rings_made;
    uint32_t transferred; /* who wait, and somebody is not to have back */
    struct tree users;    /* desks, by user */
    struct tree devices;  /* desks, by device */
    struct tree deadlines;
    struct tree grants;
    struct pool grant_pool;
    size_t promised_events; /* for whose rows there is room already */
    struct tree todo;       /* contacts with a node to begin, by id */
    struct tree matches;    /* queues with ready contacts and free agents */
    struct tree let_go;     /* callbacks whose contact is gone, by id */
    struct tree cares;      /* messages that agents care for, by agent */
    struct tree stuck;      /* rings that nobody who is there could ever take */
    struct tree astray;     /* desks that do not serve as their teams do */
    struct tree untold;     /* queues that stand otherwise than was told */
    struct tree ahead;      /* queues in which somebody is to be dialled */
    struct tree in_flight;  /* contacts that are dialled ahead, by id */
    struct tree wanted;     /* free desks with a contact of their own */
    struct tree lines;      /* desks with something to do about the line */
    size_t day_queues;      /* those that choose agents by the day's figures */
    struct deadline new_day;

    /* how often what rules are made of has changed: see rule_book.h */
    uint64_t rule_changes;
    unsigned wait_rules; /* those that are enabled, and for who waits */

    /* whom the event folded last has touched, for the claims */
    uint64_t touched_agent_id;
    uint64_t touched_contact_id;
};

struct callback_slot;
struct contact_slot;
struct delivery_slot;
struct desk_slot;
struct document_slot;
struct hearing_slot;
struct mailbox_slot;
struct message_slot;
struct queue_slot;
struct recording_slot;
struct visit_slot;

/* state_find.c: slots by id; NULL when there is none. */
struct contact_slot *contact_slot(const struct state *state, uint64_t id);
struct desk_slot *desk_slot(const struct state *state, uint64_t agent_id);
struct queue_slot *queue_slot(const struct state *state, uint64_t queue_id);
struct recording_slot *recording_slot(const struct state *state, uint64_t id);
struct message_slot *message_slot(const struct state *state, uint64_t id);
struct hearing_slot *hearing_slot(const struct state *state,
                                  uint64_t contact_id);
struct callback_slot *callback_slot(const struct state *state, uint64_t id);
struct delivery_slot *delivery_slot(const struct state *state, uint64_t id);
struct mailbox_slot *mailbox_slot(const struct state *state, uint64_t box_id);

/* fold_visit.c: the same. */
struct visit_slot *visit_slot(const struct state *state, uint64_t contact_id);

/* state_document.c: the same, of a kind of documents. */
struct document_slot *document_slot(const struct state *state,
                                    enum document_kind kind, uint64_t id);

/* state_row.c: where the rows of a kind are, and how far into their slots; no
   table for the one row of the system. */
struct row_shelf {
    const struct table *table;
    size_t row_offset;
};
struct row_shelf row_shelf_of(const struct state *state, enum row_kind kind);

#endif
