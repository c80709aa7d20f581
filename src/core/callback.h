/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callbacks: who is to be called back keeps the place in the line. */

#ifndef CORE_CALLBACK_H
#define CORE_CALLBACK_H

#include "core/write.h"

/*
 * A callback is a row that lives as long as it takes. In its time, and as long
 * as nothing stands against it, a contact without a line stands in the queue's
 * line for it, since the moment from which the caller has waited: the router
 * sees it as any other, so that it overtakes nobody and nobody overtakes it.
 * An agent is reserved for it and picks up before the number is dialled: there
 * are never more of them than free agents, and whoever answers is answered.
 * What ends without a talk leaves the row, which waits for the next try in the
 * same place; a server that starts again finds the rows.
 */

/** Why it may not be called now, if it may not. */
struct callback_bar {
    enum refusal refusal;        /* for good; or REFUSED_NOT */
    bool waits;                  /* else: until due_us (wall time) */
    enum callback_reason reason; /* ... because of this */
    int64_t due_us;
};

/** Whether a queue calls that number back at all: an emergency or premium
 *  number, one of the list of those never called, one that it is not allowed,
 *  and one to which there is no way is refused. */
enum refusal check_callback_number(struct turn *turn,
                                   const struct event_queue_set *queue,
                                   const struct phone_number *number);

/** Whether a queue, or none, calls anybody back. */
bool calls_back(const struct event_queue_set *queue);

/*
 * Given up: once its queue has been open for its expiry, within the hours of
 * the calendar in which it calls back and not closed by the night switch. The
 * time that is left is kept with the callback and counted anew only when its
 * deadline comes: what is left of it is left, and no closing counts twice.
 * While the switch has closed the queue it stands still, without a deadline
 * but the latest one; the opening lets it run. So it does while it waits for
 * the hours in which the number may be called (callback_window.h). A queue that
 * hardly ever opens gives up in RULE_HOURS_MOST_DAYS.
 */
struct callback_time {
    int64_t left_us;    /* so long it is to be open yet */
    int64_t expires_us; /* wall time, as far as is known now */
    int64_t latest_us;  /* ... and whatever comes */
};

/** That of one that may be called from a moment on (wall time). */
struct callback_time callback_time_from(const struct turn *turn,
                                        const struct event_queue_set *queue,
                                        int64_t from_us);

/** What is left of one that stands still from now until a moment. */
struct callback_time callback_time_rest(const struct turn *turn,
                                        const struct callback_row *callback,
                                        int64_t until_us);

/** Whether any is left when its deadline has come: so much. */
bool callback_has_time(const struct turn *turn,
                       const struct callback_row *callback,
                       struct callback_time *ret_time);

/** A queue is about to be opened by the night switch: what the closing took of
 *  the time in which it calls back. O(callbacks + days it was closed, of a
 *  month at most). */
void write_closing_counted(struct turn *turn, const struct tally_row *tally);

/** The name of the calendar in whose hours it calls back; "": it has none. */
const char *callback_hours(const struct turn *turn,
                           const struct event_queue_set *queue);

/** What stands against calling it now; and the way, where nothing does. */
struct way_out;
struct callback_bar callback_bar(struct turn *turn,
                                 const struct callback_row *callback,
                                 struct way_out *ret_way);

/** One that is not over, of that queue (0: of any) and number; or NULL.
 *  O(callbacks). */
const struct callback_row *callback_open(const struct state *state,
                                         uint64_t queue_id,
                                         const struct phone_number *number);

/** Whether somebody is still to be called back for a queue. O(callbacks). */
bool has_callbacks(const struct state *state, uint64_t queue_id);

/** Whether a queue calls back, or is closed, by the hours of that calendar, has
 *  that list of those never called, or asks by that flow. O(queues). */
bool is_of_callbacks(const struct state *state, enum document_kind kind,
                     uint64_t id);

bool callback_is_over(const struct callback_row *callback);

/* callback_due.c: its deadline: its time, its end, or the end of its memory. */
void write_callback_due(struct turn *turn, uint64_t callback_id);

/* What is asked for. */
struct callback_wish {
    const struct event_queue_set *queue;
    const struct phone_number *number;
    enum callback_origin origin;
    int64_t due_us; /* wall time; 0: in its turn, from now on */
};

/** Has somebody called back after a contact; 0: after none. In full, or refused
 *  with nothing written: see ASK_CALLBACK. */
enum refusal decide_callback_after(struct turn *turn,
                                   const struct command_ask_callback *asked,
                                   uint64_t contact_id);

/** Keeps the place that a caller has in a line: a number that is going to be
 *  called back later already is called in that place, at once. With a time it
 *  has a place from then on, as any that waits for its time.
 *  check_callback_number() has passed. @return false: it comes, but not at that
 *  time, for it is being dialled. */
bool write_callback_asked_by(struct turn *turn,
                             const struct contact_row *contact,
                             const struct callback_wish *wish, int64_t priority,
                             int64_t since_us);

/* callback_call.c: the agent's phone was picked up for the contact of a
   callback; and an agent is about to be reserved for it. @return false: nothing
   was written. */
void write_callback_taken(struct turn *turn, const struct desk_row *desk,
                          const struct contact_row *contact);
bool write_callback_barred(struct turn *turn,
                           const struct contact_row *contact);

/** They talk. */
void write_callback_reached(struct turn *turn,
                            const struct contact_row *contact);

/** It is off, and what stands in line for it goes. It does not run. */
void write_callback_cancelled(struct turn *turn,
                              const struct callback_row *callback);

void write_callback_ended(struct turn *turn,
                          const struct callback_row *callback,
                          enum callback_state state);

/** What stands in line for it goes, if anything does. */
void write_callback_out_of_line(struct turn *turn,
                                const struct callback_row *callback,
                                enum end_cause cause);

#endif
