/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of the contact centre: what is so now, as a fold of the events. */

#ifndef CORE_STATE_H
#define CORE_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/command.h"
#include "core/event.h"

enum row_kind {
#define ROW(CODE, name, doc) ROW_##CODE,
#include "core/state.def"
};

enum {
    ROW_KIND_COUNT = 0
#define ROW(CODE, name, doc) +1
#include "core/state.def"
};

/* clang-format off */
/* One struct per kind of row: struct contact_row and so on. */
#define ROW(CODE, name, doc)            struct name##_row {
#define FIELD(kind, name, privacy)          KIND_##kind name;
#define END                             };
#include "core/state.def"
/* clang-format on */

/* What every document begins with. */
struct document_head {
    uint64_t id;
    int64_t version;
    struct name name;
};

/* Limits: reaching one is a refusal, not a crash. */
enum {
    STATE_MAX_DOCUMENTS = 10000, /* of each kind */
    STATE_MAX_ASSIGNMENTS = 200000,
    STATE_MAX_CONTACTS = 20000,
    STATE_MAX_PAUSED = 64,        /* reasons counted, of each agent and day */
    STATE_MAX_RECORDINGS = 50000, /* not done with */
    STATE_MAX_OFFERS = 16,        /* phones rung at once for one contact */
    STATE_MAX_LEVELS = 32,        /* skills of one agent */
    STATE_MAX_MESSAGES = 50000,   /* of all boxes */
    STATE_MAX_RISKY = 10000,      /* calls outside of the last ten minutes */
    STATE_MAX_KEPT_PLACES = 10000,
    STATE_MAX_CALLBACKS = 20000, /* with those that are over for a day */
    STATE_MAX_HEIRS = 1000,      /* queues whose place others took */
};

/*
 * Everyone who needs to know what is so holds a state and folds the same
 * events: the core that decides, the store's shadow, the web server's floor.
 * state_reserve() takes the memory that the next event may need; after it,
 * state_fold() cannot fail. What it shows is borrowed until the next fold. It
 * has no lock: a thread has its own.
 */
struct state;

int state_new(struct state **ret_state);       /* 0 or -ENOMEM */
struct state *state_free(struct state *state); /* NULL always */

/**
 * Makes room for so many events of any kind.
 *
 * @return 0, or -ENOMEM with nothing changed
 */
int state_reserve(struct state *state, size_t events);

/** ... and of so many more that make a row of the draft of the rules. */
int state_reserve_drafts(struct state *state, size_t rows);

/**
 * Takes note of what has happened: the only function that changes a state. It
 * reads the state and the event, nothing else. O(log n).
 *
 * The event must be the next one (seq) and of a type this release knows.
 */
void state_fold(struct state *state, const struct event *event);

/* The whole. */
const struct system_row *state_system(const struct state *state);

/** Wall time of a journal moment, in microseconds since 1970. */
int64_t state_wall_us(const struct state *state, int64_t at_us);

/** The day of the house that a journal moment is in, counted from 1970-01-01;
 *  "today" everywhere. See zone_day(): it ends at the midnight of the house's
 *  time zone, and so do figures of it. Days before and after it are told apart
 *  from it, and no more. */
int64_t state_day(const struct state *state, int64_t at_us);

/** How much of its day has passed at a moment: 25 hours at most. */
int64_t state_day_age_us(const struct state *state, int64_t at_us);

/* Documents: struct event_queue_set and so on. Numbered from 0 by id order. */
size_t state_document_count(const struct state *state, enum document_kind kind);
const void *state_document_at(const struct state *state,
                              enum document_kind kind, size_t index);
const void *state_document(const struct state *state, enum document_kind kind,
                           uint64_t id); /* or NULL. O(log n) */
const void *state_document_named(const struct state *state,
                                 enum document_kind kind,
                                 const char *name); /* or NULL. O(log n) */

/* Typed, for readers; all NULL when there is none. */
const struct event_user_set *state_user(const struct state *, uint64_t id);
const struct event_device_set *state_device(const struct state *, uint64_t id);
const struct event_agent_set *state_agent(const struct state *, uint64_t id);
const struct event_queue_set *state_queue(const struct state *, uint64_t id);
const struct event_flow_set *state_flow(const struct state *, uint64_t id);
const struct event_trunk_set *state_trunk(const struct state *, uint64_t id);
const struct event_entry_set *state_entry(const struct state *, uint64_t id);
const struct event_team_set *state_team(const struct state *, uint64_t id);
const struct event_prompt_set *state_prompt(const struct state *, uint64_t id);
const struct event_route_set *state_route(const struct state *, uint64_t id);
const struct event_cap_set *state_cap(const struct state *, uint64_t id);
const struct event_box_set *state_box(const struct state *, uint64_t id);
const struct event_lookup_set *state_lookup(const struct state *, uint64_t id);
const struct hearing_row *state_hearing(const struct state *,
                                        uint64_t contact_id);
const struct visit_row *state_visit(const struct state *, uint64_t contact_id);
const struct pin_lock_row *state_pin_lock(const struct state *,
                                          uint64_t lock_id);

/* The number of the row of a box, or of a device; and of a trunk. */
uint64_t pin_lock_of(uint64_t box_id, uint64_t device_id);
uint64_t trunk_lock_of(uint64_t trunk_id);
const struct message_row *state_message(const struct state *, uint64_t id);
const struct callback_row *state_callback(const struct state *, uint64_t id);
const struct delivery_row *state_delivery(const struct state *, uint64_t id);

/** The one whose effect is under way; NULL: none is. O(deliveries). */
const struct delivery_row *state_delivery_asked(const struct state *state,
                                                uint64_t serial);
const struct mailbox_row *state_mailbox(const struct state *, uint64_t box_id);
const struct event_rule_set *state_rule(const struct state *, uint64_t id);
/** What a rule is in the draft of the rules; NULL: as it is. See rule_walk.h. */
const struct rule_draft_row *state_rule_draft(const struct state *,
                                              uint64_t rule_id);
const struct event_caller_list_set *state_caller_list(const struct state *,
                                                      uint64_t id);
const struct event_calendar_set *state_calendar(const struct state *,
                                                uint64_t id);
const struct outcall_row *state_outcall(const struct state *, uint64_t serial);
const struct desk_row *state_desk(const struct state *, uint64_t agent_id);
const struct phone_row *state_phone(const struct state *, uint64_t device_id);

/* Whether no call can be made over a trunk for now, as far as is known. */
bool state_is_lost(const struct state *, uint64_t trunk_id);
const struct contact_row *state_contact(const struct state *, uint64_t id);

/** What lies beside a contact: never NULL, empty when there is nothing. O(1). */
const struct talk_row *state_talk(const struct state *, uint64_t contact_id);
const struct run_row *state_run(const struct state *, uint64_t contact_id);
const struct label *state_caller_name(const struct state *,
                                      uint64_t contact_id);
const struct label *state_demand(const struct state *, uint64_t contact_id);

/** What was written when a contact was handed over, and its tags: the same. */
const struct note *state_handover(const struct state *, uint64_t contact_id);
const struct label *state_tags(const struct state *, uint64_t contact_id);
const struct recording_row *state_recording(const struct state *, uint64_t id);

/** The rules of a queue, in the order in which they were made. O(log n). */
const struct event_queue_rule_set *state_first_rule(const struct state *state,
                                                    uint64_t queue_id);
const struct event_queue_rule_set *state_next_rule(
    const struct state *state, const struct event_queue_rule_set *rule);

const struct tally_row *state_tally(const struct state *, uint64_t queue_id);

/** How long an agent has paused for a reason on the day of now_us, the
 *  pause that runs included. */
int64_t state_paused_us(const struct state *state, uint64_t agent_id,
                        uint64_t reason_id, int64_t now_us);

/** How much more time for the wrap-up an agent would get for the asking now:
 *  what the queue gives at once, up to its limit. 0: none, or no limit runs. */
bool wrap_up_is_timed(enum wrap_up_mode mode);
int64_t state_wrap_up_more_us(const struct state *state, uint64_t agent_id);

/** Whether nothing but a disposition ends the agent's wrap-up. Where nobody has
 *  defined one, none can be asked for. */
bool state_needs_disposition(const struct state *state, uint64_t agent_id);

/** Whether the contact is a call of one agent to another: it counts in no
 *  queue's figures, though it comes to the agent through one. */
bool is_internal(const struct contact_row *contact);

/** Whether it counts in its queue's figures of waiting: not what is internal,
 *  and who is called back was counted as a caller. */
bool counts_as_waiting(const struct contact_row *contact);

/** The n-th time that somebody was called back, counted from 1; or NULL. O(1). */
const struct attempt_row *state_attempt(const struct state *,
                                        uint64_t callback_id, int64_t number);

/** Whether a contact's caller has asked for that callback, or it is the last
 *  that stood in line for it. */
bool callback_is_of(const struct callback_row *callback, uint64_t contact_id);

/** Whether somebody is at the agent's console, or none is needed: see
 *  CONSOLE_CHANGED. Else there are no offers. */
bool desk_is_attended(const struct desk_row *desk);

/** What stands between the agent and an offer now; VERDICT_CHOSEN: nothing.
 *  VERDICT_OFFLINE when there is no such agent. */
enum verdict state_verdict(const struct state *state, uint64_t agent_id);

/** The agent who is this user, or who has this device; 0 for none. */
uint64_t state_agent_of_user(const struct state *state, uint64_t user_id);
uint64_t state_agent_of_device(const struct state *state, uint64_t device_id);

/** The agent's own box; NULL: there is none. O(boxes). */
const struct event_box_set *state_box_of_agent(const struct state *state,
                                               uint64_t agent_id);

/** Whether a box's messages are the agent's to hear: as its own box, or as one
 *  of its queue or team. */
bool state_hears_box(const struct state *state, const struct event_box_set *box,
                     uint64_t agent_id);

/* What a queue looks like now. */
struct queue_now {
    size_t waiting;                     /* callers, those on offer included */
    size_t callbacks;                   /* ... who are to be called back */
    size_t on_offer;                    /* of both */
    int64_t longest_wait_us;            /* 0 when nobody waits */
    uint32_t agents[agent_state_count]; /* assigned ones, by state */
};

/** O(callbacks that wait longer than any caller). */
void state_queue_now(const struct state *state, uint64_t queue_id,
                     int64_t now_us, struct queue_now *ret_now);

/*
 * Rows, for snapshots, listings and comparison: in the order of their keys.
 * To load a snapshot: state_new(), state_load_row() for documents and rows in
 * any order, state_load_end().
 */
const struct record *row_record(enum row_kind kind);
size_t state_row_count(const struct state *state, enum row_kind kind);
const void *state_row_at(const struct state *state, enum row_kind kind,
                         size_t index);

/** @return 0, -ENOMEM, or -EBADMSG: a value or key cannot stand */
int state_load_document(struct state *state, enum document_kind kind,
                        const void *document);
int state_load_row(struct state *state, enum row_kind kind, const void *row);

/** Makes the indexes from the rows. @return 0, -ENOMEM, or -EBADMSG: a claim
 *  does not hold (see state_broken_claim()) */
int state_load_end(struct state *state);

/**
 * Checks what must be true after every single event.
 *
 * @param ret_agent_id, ret_contact_id  whom it concerns, or 0
 *
 * @return NULL, or the first claim that does not hold
 */
const char *state_broken_claim(const struct state *state,
                               uint64_t *ret_agent_id,
                               uint64_t *ret_contact_id);

/**
 * Tells whether two states have equal documents and rows.
 *
 * @return NULL, or the name of the first field that differs
 */
const char *state_difference(const struct state *a, const struct state *b);

#endif
