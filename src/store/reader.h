/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the store from any thread, beside the one that writes. */

#ifndef STORE_READER_H
#define STORE_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/event.h"
#include "store/problem.h"
#include "store/projection.h"
#include "store/store.h"
#include "wire/shape.h"

/*
 * A reader has its own connection, which only reads; one thread uses it at a
 * time. No query runs for longer than a second: it ends with -ETIME then, and
 * what was shown so far stands (lists go on from the last one shown).
 *
 * Results are shown one by one to a visitor, as flat records (projection.def;
 * for JSON see wire/record_json.h). A result other than 0 of the visitor ends
 * the walk and is returned.
 */
struct reader;

/** @return 0 or negative errno; -ENOENT: no database there */
int reader_open(const char *directory, struct reader **ret_reader,
                struct store_problem *ret_problem);

/**
 * Opens one beside a store that is started and outlives it. What it shows of
 * projections holds all that was committed before it was asked; it waits for
 * that as store_catch_up() does. Another reader may see them some time behind.
 */
int reader_open_beside(struct store *store, struct reader **ret_reader,
                       struct store_problem *ret_problem);

struct reader *reader_close(struct reader *reader); /* NULL always */

/* All 0: every event. */
struct event_filter {
    uint64_t after_seq;
    uint64_t contact_id;
    const char *type;  /* a name of event.def, or NULL */
    int64_t from_us;   /* journal time, included */
    int64_t before_us; /* excluded; 0: no end */
    uint32_t limit;    /* at most 10,000; 0: 100 */
    bool backwards;    /* newest first; after_seq is then "before", 0: all */
};

/** Shows events, private texts included as far as they are not erased. */
int reader_events(struct reader *reader, const struct event_filter *filter,
                  int (*visit)(void *arg, const struct event *event),
                  void *arg);

/* All 0: every contact, newest first, by the wall clock of their arrival; live
   ones and those of one caller by their numbers. */
struct contact_filter {
    uint64_t before_id; /* the cursor: behind it; 0: from the newest on */
    int64_t from_wall_us;
    int64_t before_wall_us; /* excluded; 0: no end */
    uint64_t queue_id;      /* the last queue it waited in */
    uint64_t agent_id;      /* any agent it talked with */
    const char *caller;     /* exactly, or NULL */
    const char *called;     /* exactly, or NULL */
    const char *cause;      /* a word of end_cause, or NULL */
    int is_ended;           /* 0: all, 1: ended ones, -1: live ones */
    bool by_entry;          /* those alone that came to an entry's number */
    uint32_t limit;         /* at most 1,000; 0: 100 */
};

int reader_contacts(struct reader *reader, const struct contact_filter *filter,
                    int (*visit)(void *arg,
                                 const struct contact_projection *contact),
                    void *arg);

/** @return 0, -ENOENT, or another negative errno */
int reader_contact(struct reader *reader, uint64_t contact_id,
                   struct contact_projection *ret_contact);

/* A callback, and the event that asked for it. */
struct callback_asked {
    uint64_t callback_id;
    uint64_t seq;
};

/**
 * The callbacks whose number, name or note the journal still has: those that a
 * contact stood in line for; or, for contact_id 0, those of a number. Costs a
 * look at each that was ever asked for, unless the contact stood for none.
 *
 * @param ret_rows  room for `room` of them; each once
 *
 * @return 0 or negative errno
 */
int reader_callbacks(struct reader *reader, uint64_t contact_id,
                     const char *number, struct callback_asked *ret_rows,
                     size_t room, size_t *ret_count);

/* Where a contact is, or was when it ended, and the flow it entered last. */
struct contact_whereabouts {
    enum contact_place place; /* PLACE_ENDED: nothing tells */
    uint64_t flow_id;         /* or 0 */
};

/**
 * Asks for many contacts at once; two look-ups by index for each.
 *
 * @param ids       of the contacts
 * @param ret_rows  room for count of them, filled in the same order
 *
 * @return 0 or negative errno
 */
int reader_whereabouts(struct reader *reader, const uint64_t *ids, size_t count,
                       struct contact_whereabouts *ret_rows);

/** What the contact lived through, in order. */
int reader_segments(struct reader *reader, uint64_t contact_id,
                    int (*visit)(void *arg,
                                 const struct segment_projection *segment),
                    void *arg);

/** To whom it was offered, in order. */
int reader_offers(struct reader *reader, uint64_t contact_id,
                  int (*visit)(void *arg, const struct offer_projection *offer),
                  void *arg);

/* What recordings can be sorted by: there is an index. Equal ones follow each
   other by their numbers, the same way round. */
enum recording_order {
    RECORDINGS_BY_ID, /* which is when they began */
    RECORDINGS_BY_CONTACT,
    RECORDINGS_BY_AGENT,
};

/* All 0: every recording, newest first. */
struct recording_filter {
    enum recording_order order;
    bool is_ascending;  /* from the lowest on; else from the highest */
    uint64_t cursor_id; /* the one after which to go on; 0: from the first */
    uint64_t contact_id;
    uint64_t agent_id; /* who is recorded */
    bool talks_only;   /* no messages */
    uint32_t limit;    /* at most 1,000; 0: 100 */
};

int reader_recordings(
    struct reader *reader, const struct recording_filter *filter,
    int (*visit)(void *arg, const struct recording_projection *row), void *arg);

/** @return 0, -ENOENT, or another negative errno */
int reader_recording(struct reader *reader, uint64_t recording_id,
                     struct recording_projection *ret_recording);

/* Messages, newest first. */
struct message_filter {
    uint64_t cursor_id; /* only those before it; 0: from the newest */
    uint32_t limit;     /* at most 1,000; 0: 100 */
};

int reader_messages(struct reader *reader, const struct message_filter *filter,
                    int (*visit)(void *arg,
                                 const struct message_projection *row),
                    void *arg);

/** @return 0, -ENOENT, or another negative errno */
int reader_message(struct reader *reader, uint64_t message_id,
                   struct message_projection *ret_message);

/**
 * The versions of a document, newest first, as the events that made them;
 * a removal is one, too.
 */
int reader_history(struct reader *reader, enum document_kind kind, uint64_t id,
                   int (*visit)(void *arg, const struct event *event),
                   void *arg);

/** The same of all documents of a kind, the oldest first; with rules go the
 *  events of their draft. */
int reader_documents(struct reader *reader, enum document_kind kind,
                     int (*visit)(void *arg, const struct event *event),
                     void *arg);

/**
 * A queue's figures, summed up from the intervals that begin in a time.
 *
 * @param queue_id  0: of all queues, by queue
 */
int reader_queue_sums(struct reader *reader, uint64_t queue_id,
                      int64_t from_wall_us, int64_t before_wall_us,
                      int (*visit)(void *arg,
                                   const struct interval_queue_projection *sum),
                      void *arg);

/** What became of the contacts that came in a time, by rule, destination and
 *  version of the rule, in this order: name, to, to_id, number and the rates are
 *  not filled. Those that came to match a rule for who waits are counted for
 *  that one, too, with place 0. */
int reader_rule_sums(
    struct reader *reader, int64_t from_wall_us, int64_t before_wall_us,
    int (*visit)(void *arg, const struct shape_rule_figures *sum), void *arg);

/** An agent's time by state and reason; 0: of all agents. */
int reader_agent_sums(struct reader *reader, uint64_t agent_id,
                      int64_t from_wall_us, int64_t before_wall_us,
                      int (*visit)(void *arg,
                                   const struct agent_interval_projection *sum),
                      void *arg);

/**
 * Reads one side.
 *
 * @param ret_value  on success, to be freed with free()
 *
 * @return 0, -ENOENT, -ENOMEM or another negative errno
 */
int reader_side(struct reader *reader, enum side_kind kind, const char *key,
                void **ret_value, size_t *ret_length);

#endif
