/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a state waits for: deadlines, and answers to effects. */

#ifndef CORE_STATE_DUE_H
#define CORE_STATE_DUE_H

#include "base/tree.h"

/* Something with a deadline, in the tree of all deadlines. */
enum deadline_kind {
    DEADLINE_OFFER,       /* desk: nobody picks up */
    DEADLINE_COOL_DOWN,   /* desk */
    DEADLINE_WRAP_UP,     /* desk */
    DEADLINE_RELEASE,     /* desk: the phone does not let go */
    DEADLINE_ASKED,       /* contact: ANSWER, DIAL, BRIDGE, HANG_UP */
    DEADLINE_STEP,        /* contact: the prompt, or the time to choose */
    DEADLINE_OVERFLOW,    /* contact: waited too long */
    DEADLINE_OUTSIDE_END, /* contact: the outside leg does not let go */
    DEADLINE_RECORD,  /* contact: the recording was paused for long enough */
    DEADLINE_LISTEN,  /* desk: a recording was listened to for too long */
    DEADLINE_CONSULT, /* contact: whom the agent called does not pick up */
    DEADLINE_LINE, /* desk: nobody picks up for a standing leg, or the next try */
    DEADLINE_DELIVERY, /* delivery: it takes too long, or is tried again */
    DEADLINE_MESSAGE, /* message: it was kept, or can be brought back, so long */
    DEADLINE_PLACE,   /* contact that is over: its place is forgotten */
    DEADLINE_CALLBACK, /* callback: its time, its end, or it is forgotten */
    DEADLINE_DEMAND,   /* contact: the next step of its demand */
    DEADLINE_MORE,     /* contact: one more agent may be rung */
    DEADLINE_OPEN,     /* queue: more agents see it */
    DEADLINE_DAY,      /* nobody's: the next day begins */
    DEADLINE_LEAVE,    /* queue: a rule sends those who wait elsewhere */
    DEADLINE_NIGHT,    /* queue: closed until then */
    DEADLINE_ESTIMATE, /* queue: whether those who wait will for too long */
    DEADLINE_DUTY,     /* desk: serves a queue until then */
    DEADLINE_HEARING,  /* contact: it is told something while it waits */
};

struct deadline {
    struct tree_node node;
    int64_t due_us;
    int64_t serial;
    uint64_t owner_id; /* agent, contact, message ..., as the kind tells */
    enum deadline_kind kind;
};

/* An effect that is waited for, or a leg or bridge that it granted. */
enum grant_kind {
    GRANT_NONE,
    GRANT_RING,          /* desk.leg */
    GRANT_DESK_END,      /* desk.ending_asked */
    GRANT_ASKED,         /* contact.asked, but for a phone that rings */
    GRANT_BRIDGE,        /* contact.bridge */
    GRANT_PLAY,          /* contact.play */
    GRANT_LOOKUP,        /* run.lookup */
    GRANT_OUTSIDE,       /* contact.leg, once it is no longer asked for */
    GRANT_OUTSIDE_END,   /* talk.ending_asked */
    GRANT_CONSULT_ASKED, /* talk.consult_leg, while it rings */
    GRANT_CONSULT,       /* the same, once it is picked up */
    GRANT_CONSULT_OWN,   /* talk.consult_own_leg */
    GRANT_LINE,          /* desk.line_leg */
};

enum { DESK_GRANTS = 3, CONTACT_GRANTS = 9 };

/* No event changes those of more than a contact and two desks. */
enum { EVENT_GRANTS = CONTACT_GRANTS + 2 * DESK_GRANTS };

struct grant {
    struct tree_node node;
    struct grant *next; /* of the same owner: one of each kind */
    uint64_t serial;
    uint64_t owner_id;
    enum grant_kind kind;
};

#endif
