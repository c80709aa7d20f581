/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rule leads a call, where, and why none of the others does. */

#ifndef CORE_RULE_H
#define CORE_RULE_H

#include "core/rule_book.h"

/*
 * Rules are asked in the order of their positions (then of their ids). The
 * first that is enabled, valid now, for the call's entry, whose condition
 * holds, and of whose destinations one can take the call now, leads it.
 *
 * Lots: one number from 0 to 9999 is drawn for each call. Its last two digits
 * are what percent() looks at, and its first two choose among shares, so that
 * one does not decide the other.
 */
enum {
    RULES_MAX = 2000, /* that all are read anew in some milliseconds */
    RULE_DESTINATIONS = 3,
    RULE_DRAWS = 10000,
};

/* What is known of a caller's calls before this one. */
struct rule_past {
    int64_t calls; /* so many, as far as was looked */
    int64_t called_ago_us;
    uint64_t queue_id; /* where the last that waited did, or 0 */
    uint64_t agent_id; /* who talked to the caller last, or 0 */
};

struct rule_call {
    int64_t wall_us; /* now, in microseconds since 1970 */
    const char *caller;
    const char *called;
    uint64_t trunk_id;
    const struct event_entry_set *entry; /* or NULL */
    int64_t draw;                        /* 0 to RULE_DRAWS - 1 */
    const struct rule_past *past;        /* or NULL: not known */
    int64_t waited_us;                   /* by now; 0 when it comes */
    uint64_t queue_id;                   /* where it waits; 0 when it comes */
    enum speech language;                /* ... and in which language */
    uint64_t leaves_id; /* the queue whose line it is about to leave; or 0 */
    bool asks_disabled; /* as if they were enabled: drafts are tried so */
    /* Where wall_us is not the present: by its calendars queues are closed or
       not then (queue_shut.h). NULL: they are as they stand. */
    const struct rule_book *hours;
    /* A field of the contact's data, VALUE_UNKNOWN without; or NULL: none. */
    struct value (*field)(const void *context, const char *name);
    const void *context;
    /* What a condition is told of a queue in place of what is so, as if it were
       another moment; VALUE_UNKNOWN: what is so. NULL: always that. */
    struct value (*pretend)(const void *pretence, enum fact fact,
                            const char *queue);
    const void *pretence;
};

/* A destination of a rule, 0 to 2. */
struct rule_to {
    enum destination to;
    uint64_t id;
    int64_t share;
    const struct phone_number *number; /* of TO_NUMBER; the rule's */
};

struct rule_to rule_to_at(const struct event_rule_set *rule, int index);

/** Finds which destination of a rule takes a call now: the first that can, or
 *  the one in whose share the lot falls; -1: none can. */
int rule_destination(const struct state *state, const struct rule_call *call,
                     const struct event_rule_set *rule);

enum { RULE_PASSED = 4 };

struct rule_choice {
    const struct event_rule_set *rule; /* NULL: none leads it */
    int index;                         /* which destination */
    struct rule_to to; /* an agent by name: never just the last one */
    /* The first queues that would have taken it, were they not full now: those
       with reopen_waiting that are not shut for it yet. */
    uint64_t passed_ids[RULE_PASSED];
    int passed_count;
};

/** Notes those of its queues that a rule which matched passed over, since they
 *  were full: where calls are shared, only who this one was for; and whoever it
 *  was for then. */
void rule_note_passed(const struct state *state, const struct rule_call *call,
                      const struct event_rule_set *rule,
                      struct rule_choice *choice);

/* A destination whose number was not reached, or whose agent did not take it. */
struct rule_failed {
    int index;
    unsigned tried; /* of those before, the bits 1 << index */
};

/**
 * Finds which one takes it when another has failed, and notes the queues that
 * are passed over on the way, as rule_note_passed() does.
 *
 * @return its index; -1: there is none
 */
int rule_next_destination(const struct state *state,
                          const struct rule_call *call,
                          const struct event_rule_set *rule,
                          const struct rule_failed *failed,
                          struct rule_choice *choice);

/**
 * Finds who leads a call. Allocates nothing. O(rules).
 *
 * @param book  refreshed with the same state; its memory of the last question
 *              is used
 */
void rule_choose(struct rule_book *book, const struct state *state,
                 const struct rule_call *call, struct rule_choice *ret_choice);

/**
 * Finds the rule of those for who waits that matches first; NULL: none does.
 * Allocates nothing. O(rules).
 */
const struct event_rule_set *rule_choose_waiting(struct rule_book *book,
                                                 const struct state *state,
                                                 const struct rule_call *call);

/**
 * Tells which greeting of a box says why a rule leads there: of what its
 * condition asks about, a calendar that has a holiday now (holiday) or is closed
 * (closed), a queue where nobody works (closed) or nobody is free (busy); and of
 * its destinations before the box, where the first that can takes it, why they
 * could not. What says most wins; standard: nothing of this is so.
 *
 * Allocates nothing. O(rules + nodes of the condition).
 *
 * @param index  the destination that is the box
 */
enum box_greeting rule_greeting(struct rule_book *book,
                                const struct state *state,
                                const struct rule_call *call, uint64_t rule_id,
                                int index);

enum { RULE_WHY_SIZE = 512 };

/* What came of one rule. */
struct rule_finding {
    const struct event_rule_set *rule;
    enum rule_result result;
    int index;               /* of RULE_MATCHES */
    char why[RULE_WHY_SIZE]; /* the part of the condition that settled it */
    char value[64];          /* what is compared there, as it is: "16" */
};

size_t rule_book_count(const struct rule_book *book);

/**
 * Tells what comes of one rule for a call, whatever the others do.
 *
 * @param place  in the order of asking, below rule_book_count()
 */
void rule_explain(struct rule_book *book, const struct state *state,
                  const struct rule_call *call, size_t place,
                  struct rule_finding *ret_finding);

#endif
