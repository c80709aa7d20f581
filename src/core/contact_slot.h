/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A contact in a state: its row, and where it stands. */

#ifndef CORE_CONTACT_SLOT_H
#define CORE_CONTACT_SLOT_H

#include "core/state.h"
#include "core/state_due.h"
#include "core/table.h"

/* What orders a line. */
struct line_place {
    struct queue_slot *queue; /* NULL: in none */
    int64_t priority;
    int64_t queued_us;
    int64_t virtual_us; /* the same, earlier by what was added to the wait */
    int64_t serial;     /* no two have the same */
};

/* A callback leaves its line by no way out, and one that is dialled stands in
   none: so a contact is in one of these trees at most, and has one node for all
   of them. */
enum aside {
    ASIDE_NOT,
    ASIDE_LEAVES,    /* its queue's leavers */
    ASIDE_TO_DIAL,   /* its queue's to_dial */
    ASIDE_IN_FLIGHT, /* the state's in_flight */
};

struct contact_slot {
    struct slot slot;
    struct contact_row row;
    struct line_place place;
    struct tree_node in_line;
    struct tree_node in_wait;
    struct tree_node in_aside; /* index_ahead.c */
    struct tree_node in_ready; /* in one of the ring's, or desk_slot.wanted */
    union {
        struct ring *ring;        /* it is in; or NULL */
        struct desk_slot *wanted; /* in whose tree it is */
    };
    struct tree ringing;  /* desks to which it is on offer, by agent */
    enum aside aside : 8; /* the tree that in_aside is in */
    bool is_on_offer;
    bool is_wanted;      /* it is in a desk's tree, and in no ring */
    bool is_to_dial;     /* ... in its ring's to_dial */
    bool is_callback;    /* counted as one in its line */
    bool is_transferred; /* ... as one that somebody is not to have back */
    struct tree_node in_todo;
    struct deadline deadline; /* the first of those it has */
    struct grant *grants;     /* a list */
};

/* Where it stands to be offered: in one of them, or in neither; then NULL. */
static inline struct ring *contact_ring(const struct contact_slot *contact)
{
    return contact->is_wanted ? NULL : contact->ring;
}

static inline struct desk_slot *contact_wanted(
    const struct contact_slot *contact)
{
    return contact->is_wanted ? contact->wanted : NULL;
}

#endif
