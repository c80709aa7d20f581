/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a state is made of: for the files state_*, fold_* and claims alone. */

#ifndef CORE_STATE_INSIDE_H
#define CORE_STATE_INSIDE_H

#include "core/demand.h"
#include "core/state.h"
#include "core/table.h"

/*
 * The rows are the truth, and a fold is assignments to rows. Everything else
 * here is an index that can be made from them: after changing a row the fold
 * calls index_contact(), index_desk() or index_assignment(), which compare the
 * row with what the index was made from and put right what differs. Loading a
 * snapshot calls the same functions, so live and loaded indexes are the same.
 */

/* Days are wall-time days, UTC. */
static const int64_t DAY_US = INT64_C(86400000000);

/* A burst of calls to the outside is counted over so much time before now. */
static const int64_t TOLL_WINDOW_US = INT64_C(600000000);

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
    DEADLINE_DUTY,     /* desk: serves a queue until then */
    DEADLINE_HEARING,  /* contact: it is told something while it waits */
};

enum { QUEUE_DEADLINES = 2 };

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
    GRANT_LOOKUP,        /* contact.lookup */
    GRANT_OUTSIDE,       /* contact.leg, once it is no longer asked for */
    GRANT_OUTSIDE_END,   /* contact.ending_asked */
    GRANT_CONSULT_ASKED, /* contact.consult_leg, while it rings */
    GRANT_CONSULT,       /* the same, once it is picked up */
    GRANT_CONSULT_OWN,   /* contact.consult_own_leg */
    GRANT_LINE,          /* desk.line_leg */
};

enum { DESK_GRANTS = 3, CONTACT_GRANTS = 9 };

/* No event changes those of more than a contact and two desks. */
enum { EVENT_GRANTS = CONTACT_GRANTS + 2 * DESK_GRANTS };

struct grant {
    struct tree_node node;
    uint64_t serial;
    uint64_t owner_id;
    enum grant_kind kind;
};

/* Those of a queue who demand the same now: see ring.h. */
struct ring {
    struct queue_slot *queue;
    const struct demand *demand; /* the queue's, or its own */
    struct own_ring *own;        /* it is in this one; NULL: in the queue */
    size_t begun;                /* so many steps of it */
    struct tree ready; /* those who could be offered, to whoever meets it */
    uint32_t free;     /* agents who meet it and are free */
    uint32_t able;     /* ... or logged in */
    bool is_open;      /* there is somebody, and somebody free */
    struct tree_node in_stuck;
};

/* One of a demand that contacts have of their own. */
struct own_ring {
    struct slot slot;
    struct ring ring;
    struct label text;
    struct demand demand;
    struct tree_node in_own;
};

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
    uint32_t states[agent_state_count];
    uint32_t verdicts[verdict_count]; /* free ones count as VERDICT_CHOSEN */
    struct tree_node in_matches;
    struct tree_node in_untold;
    struct tree leavers; /* those who go when all have to; in order */
    struct deadline deadlines[QUEUE_DEADLINES];
};

/* What orders a line. */
struct line_place {
    struct queue_slot *queue; /* NULL: in none */
    int64_t priority;
    int64_t queued_us;
    int64_t virtual_us; /* the same, earlier by what was added to the wait */
    int64_t serial;
    uint64_t contact_id;
};

struct contact_slot {
    struct slot slot;
    struct contact_row row;
    struct line_place place;
    struct tree_node in_line;
    struct tree_node in_wait;
    struct tree_node in_leavers;
    struct tree_node in_ready; /* of the ring, or in desk_slot.wanted */
    struct ring *ring;         /* it is in; or NULL */
    struct desk_slot *wanted;  /* in whose tree it is; or NULL */
    struct tree ringing;       /* desks to which it is on offer, by agent */
    bool is_on_offer;
    struct tree_node in_todo;
    struct deadline deadline;             /* the first of those it has */
    struct grant *grants[CONTACT_GRANTS]; /* NULL: there is none */
};

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
    struct grant *grants[DESK_GRANTS]; /* NULL: there is none */
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
    bool is_free;
    bool is_able; /* logged in */
    enum agent_state state;
    enum verdict verdict;
};

struct level_slot {
    struct slot slot;
    struct level_row row;
};

struct team_duty_slot {
    struct slot slot;
    struct team_duty_row row;
};

struct paused_slot {
    struct slot slot;
    struct paused_row row;
};

struct heir_slot {
    struct slot slot;
    struct heir_row row;
};

struct phone_slot {
    struct slot slot;
    struct phone_row row;
};

struct lost_trunk_slot {
    struct slot slot;
    struct lost_trunk_row row;
};

struct outcall_slot {
    struct slot slot;
    struct outcall_row row;
};

struct spending_slot {
    struct slot slot;
    struct spending_row row;
};

struct risky_call_slot {
    struct slot slot;
    struct risky_call_row row;
};

struct custom_slot {
    struct slot slot;
    struct custom_row row;
};

struct hearing_slot {
    struct slot slot;
    struct hearing_row row;
    struct deadline deadline;
};

struct handover_slot {
    struct slot slot;
    struct handover_row row;
};

struct tags_slot {
    struct slot slot;
    struct tags_row row;
};

struct variable_slot {
    struct slot slot;
    struct variable_row row;
};

struct return_slot {
    struct slot slot;
    struct return_row row;
};

struct passage_slot {
    struct slot slot;
    struct passage_row row;
};

struct recording_slot {
    struct slot slot;
    struct recording_row row;
};

struct message_slot {
    struct slot slot;
    struct message_row row;
    struct deadline deadline;
};

struct kept_place_slot {
    struct slot slot;
    struct kept_place_row row;
    struct deadline deadline;
};

struct callback_slot {
    struct slot slot;
    struct callback_row row;
    struct deadline deadline;
    struct tree_node in_let_go;
};

struct delivery_slot {
    struct slot slot;
    struct delivery_row row;
    struct deadline deadline;
};

struct mailbox_slot {
    struct slot slot;
    struct mailbox_row row;
};

struct document_slot {
    struct slot slot;
    struct tree_node by_name;
    struct tree_node by_pattern; /* of an entry */
    struct tree_node by_rule;    /* of a queue's rule */
    struct document_head head;   /* the whole document */
};

struct state {
    struct system_row system;
    struct table documents[document_kind_count];
    struct tree names[document_kind_count];
    struct tree patterns;
    struct tree rules;        /* of queues, by queue */
    struct table assignments; /* by agent and queue */
    struct table heirs;
    struct table phones;
    struct table lost_trunks;
    struct table paused; /* by agent and reason */
    struct table desks;
    struct table contacts;
    struct table hearings; /* by contact */
    struct table handovers;
    struct table tags;
    struct table variables; /* by contact and number */
    struct table returns;   /* by contact and depth */
    struct table passages;  /* by flow and way */
    struct table recordings;
    struct table messages;
    struct table callbacks;
    struct table kept_places; /* by contact */
    struct table deliveries;
    struct table mailboxes; /* by box */
    struct table outcalls;
    struct table spendings;   /* by agent and trunk */
    struct table risky_calls; /* the oldest first */
    struct table customs;
    struct table queues;      /* the rows are the tallies */
    struct table levels;      /* by agent and skill */
    struct table team_duties; /* by team and queue */
    struct table own_rings;
    uint64_t own_rings_made;
    struct tree users;   /* desks, by user */
    struct tree devices; /* desks, by device */
    struct tree deadlines;
    struct tree grants;
    struct pool grant_pool;
    struct tree todo;    /* contacts with a node to begin, by id */
    struct tree matches; /* queues with ready contacts and free agents */
    struct tree let_go;  /* callbacks whose contact is gone, by id */
    struct tree stuck;   /* rings that nobody who is there could ever take */
    struct tree astray;  /* desks that do not serve as their teams do */
    struct tree untold;  /* queues that stand otherwise than was told */
    struct tree wanted;  /* free desks with a contact of their own */
    struct tree lines;   /* desks with something to do about the line */
    size_t day_queues;   /* those that choose agents by the day's figures */
    struct deadline new_day;

    /* how often what rules are made of has changed: see rule_book.h */
    uint64_t rule_changes;
    unsigned wait_rules; /* those that are enabled, and for who waits */

    /* whom the event folded last has touched, for the claims */
    uint64_t touched_agent_id;
    uint64_t touched_contact_id;
};

/* state_index.c, index_desk.c: put an index right after its row has changed. */
void index_contact(struct state *state, struct contact_slot *contact);
void index_desk(struct state *state, struct desk_slot *desk);
void index_assignment(struct state *state, struct assignment_slot *assignment);
void index_message(struct state *state, struct message_slot *message);
void index_hearing(struct state *state, struct hearing_slot *hearing);
void index_callback(struct state *state, struct callback_slot *callback);
void index_delivery(struct state *state, struct delivery_slot *delivery);
void index_document(struct state *state, enum document_kind kind,
                    struct document_slot *document);

/* fold_kept_place.c */
void index_kept_place(struct state *state, struct kept_place_slot *kept);

/* index_callback.c: all of them: the clock, or whether we serve, has changed.
 */
void index_callbacks(struct state *state);

/* index_levels.c: ... what the agent's desk knows of the rows of levels; with
   nobody counted meanwhile. */
void index_levels(struct state *state, struct desk_slot *desk);
void index_new_day(struct state *state);

/* staffing.c: after a queue's rules, agents, ready line or row have changed. */
void index_staffing(struct state *state, struct queue_slot *queue);
void index_leaving(struct state *state, struct queue_slot *queue);
void index_night(struct state *state, struct queue_slot *queue);
void unindex_queue(struct state *state, struct queue_slot *queue);

/* What is noted with a queue's row when its staffing is told. */
void staffing_fold(struct tally_row *tally, enum staffing staffing,
                   int64_t at_us);

/* ... and before the row goes. */
void unindex_contact(struct state *state, struct contact_slot *contact);
void unindex_desk(struct state *state, struct desk_slot *desk);
void unindex_assignment(struct state *state,
                        struct assignment_slot *assignment);
void unindex_message(struct state *state, struct message_slot *message);
void unindex_callback(struct state *state, struct callback_slot *callback);
void unindex_delivery(struct state *state, struct delivery_slot *delivery);
void unindex_document(struct state *state, enum document_kind kind,
                      struct document_slot *document);

/* state_compare.c: the orders of the indexes. */
void state_init_trees(struct state *state);
void queue_init_trees(struct queue_slot *queue);
void desk_init_trees(struct desk_slot *desk);
void contact_init_trees(struct contact_slot *contact);
int compare_places(const struct line_place *a, const struct line_place *b);
int compare_ready(const struct tree_node *a, const struct tree_node *b);
int compare_rings(const struct ring *a, const struct ring *b);
int compare_serial(const struct tree_node *node, const void *serial);
int compare_user(const struct tree_node *node, const void *user_id);
int compare_device(const struct tree_node *node, const void *device_id);
int compare_name(const struct tree_node *node, const void *name);

/* A pattern as a key: the number, then the trunk. */
struct pattern_key {
    const char *number;
    uint64_t trunk_id;
};
int compare_pattern(const struct tree_node *node, const void *key);
int compare_rule(const struct tree_node *node, const void *queue_id);

/* state.c: slots by id; NULL when there is none. */
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
struct document_slot *document_slot(const struct state *state,
                                    enum document_kind kind, uint64_t id);

/* state_row.c: where the rows of a kind are, and how far into their slots; no
   table for the one row of the system. */
struct row_shelf {
    const struct table *table;
    size_t row_offset;
};
struct row_shelf row_shelf_of(const struct state *state, enum row_kind kind);

/* state_wanted.c: the contact that a desk is to be offered, of those for this
   agent only, or NULL. */
const struct contact_slot *desk_wanted(const struct desk_slot *desk);

/* line.c: what is to be done about a leg that stands. */
enum line_wish line_wish(const struct desk_row *desk,
                         const struct line_facts *facts);
/* fold_message.c: a box counts a message, by 1, or no longer, by -1. */
void mailbox_count(struct mailbox_row *mailbox,
                   const struct message_row *message, int by);

/* state_verdict.c: what stands between an agent and an offer. */
enum verdict desk_verdict(const struct desk_row *desk, bool can_ring,
                          bool has_line);

#endif
