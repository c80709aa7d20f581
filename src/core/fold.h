/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folds: one function per event, none of which decides anything. */

#ifndef CORE_FOLD_H
#define CORE_FOLD_H

#include "core/state_inside.h"
#include "core/zone.h"

struct assignment_slot;

/*
 * Each assigns what the event says to the rows concerned and then lets the
 * indexes be put right. It reads the state and the event, no configuration, and
 * never asks a PRIVATE field. Made from the table, so an event without its fold
 * does not link. state->system already has the event's number and moment.
 */
#define EVENT(CODE, name, doc)                                                 \
    void fold_##name(struct state *state, const struct event_##name *e);
#include "core/event.def"

/* fold.c: what several of them do. */

/* A deadline starts, or with 0 stops; started ones are numbered. */
void fold_deadline(struct state *state, int64_t due_us, int64_t *due,
                   int64_t *serial);

/* By this very event something is asked for the contact (of its line, or a
   bridge) that is to be done by then; or nothing is waited for any more. */
void fold_ask(struct state *state, struct contact_row *contact, int64_t due_us);
void fold_ask_ends(struct state *state, struct contact_row *contact);

/* fold_day.c: the house's day of the event, since 1970. */
int64_t fold_day(const struct state *state);

/* ... it may be another one: whatever counts for it begins anew. */
void fold_new_day(struct state *state);

/* ... it is that one by other clocks: what counts for it goes on. Before
   fold_day_told(). */
void fold_day_goes_on(struct state *state, int64_t day);

/* ... and it is this one; until 0: that of UTC. */
void fold_day_told(struct state *state, const struct zone_day *day);

/* The slots of those whom the event is about; there must be such. */
struct contact_slot *fold_contact(struct state *state, uint64_t contact_id);
struct desk_slot *fold_desk(struct state *state, uint64_t agent_id);

/* The queue's figures, begun anew when the day has changed. */
struct tally_row *fold_tally(struct state *state, uint64_t queue_id);

/* The agent's figures, begun anew when the day has changed. */
struct desk_row *fold_desk_day(struct state *state, struct desk_row *desk);

/* The agent is done with the contact. */
void fold_desk_free(struct state *state, struct desk_row *desk,
                    enum agent_state next_state, uint64_t next_reason_id);

/* fold_routing.c: the steps of the wait in the queue are others; they apply at
   once to those who wait. */
void fold_steps_changed(struct state *state, uint64_t queue_id);

/* fold_queue_rule.c: the calendar of the queue is another one, or was changed:
   it is looked at anew, at once. */
struct queue_slot;
void fold_hours_changed(struct state *state, struct queue_slot *queue);

/* fold_line.c: why the standing leg is down does not matter any more. */
void fold_line_forgets(struct state *state, struct desk_row *desk);

/* fold_agent.c: the agent leaves the state, in which so long was spent. */
void fold_pause_ends(struct state *state, struct desk_row *desk,
                     int64_t for_us);

/* The agent's leg is told to let go by this very event; 0: is gone already. */
void fold_desk_leg_ends(struct state *state, struct desk_row *desk,
                        int64_t due_us);
void fold_outside_leg_ends(struct state *state, struct contact_row *contact,
                           int64_t due_us);

/* fold_consult.c: nobody is asked about the contact any more. */
void fold_consult_ends(struct state *state, uint64_t contact_id);

/* The call out that an event tells of, whichever event it is. */
#define OUTCALL_OF(e)                                                          \
    (const struct outcall_row)                                                 \
    {                                                                          \
        .contact_id = (e)->contact_id, .agent_id = (e)->agent_id,              \
        .route_id = (e)->route_id, .trunk_id = (e)->trunk_id,                  \
        .minute_cost = (e)->minute_cost                                        \
    }

/* fold_toll.c: by this very event a number is dialled, of which nothing is
   counted without a trunk; the number answered; the call out is over. */
void fold_call_out(struct state *state, const struct outcall_row *call,
                   bool risky);
void fold_call_out_taken(struct state *state, uint64_t serial,
                         uint64_t trunk_id);
void fold_call_out_ends(struct state *state, uint64_t serial);

/* fold_config.c: the document, and nothing else about it. */
void fold_document_set(struct state *state, enum document_kind kind,
                       const void *document);
void fold_document_removed(struct state *state, enum document_kind kind,
                           uint64_t id);

/* fold_assign.c: no longer serves it. */
void fold_assignment_dropped(struct state *state, struct assignment_slot *a);

/* fold_replace.c: nothing takes that queue's place, nor what it took. */
void fold_heirs_dropped(struct state *state, uint64_t queue_id);

/* fold_record.c: the contact's recording, if there is one, is no longer its. */
void fold_record_ends(struct state *state, struct contact_row *contact);

/* fold_message.c: by this very event a message is being left, and what is
   recorded is whole; of a talk's recording there is no message. */
void fold_message_begins(struct state *state, uint64_t message_id,
                         const struct contact_row *contact, uint64_t box_id,
                         const struct name *object);
void fold_message_whole(struct state *state, uint64_t message_id,
                        int64_t length_us, bool silent);

/* fold_delivery.c: what is to be sent on of it is not. O(all that is to be sent
   on). */
void fold_deliveries_dropped(struct state *state, uint64_t message_id);

/* fold_visit.c: what is recorded by phone begins, is whole, and goes, if it is
   that; and nothing is known of wrong PINs there any more. */
void fold_take_begins(struct state *state,
                      const struct event_recording_started *e);
void fold_take_whole(struct state *state, uint64_t contact_id, uint64_t take_id,
                     int64_t length_us);
void fold_take_dropped(struct state *state, uint64_t contact_id,
                       uint64_t take_id);
void fold_pin_forgotten(struct state *state, uint64_t lock_id);

/* fold_callback.c: the contact of a callback is gone, or talks; who is dialled
   for it is reached, or not; and it is in another queue, or has another place
   in it. */
void fold_callback_let_go(struct state *state, struct contact_row *contact,
                          enum end_cause cause);
void fold_attempt_over(struct state *state, uint64_t callback_id,
                       enum offer_result result, int64_t ring_us);
void fold_callback_moved(struct state *state,
                         const struct contact_row *contact);

/* fold_callback_time.c: the time for which it is waited for runs from now on,
   unless its queue is closed; a queue (0: every one) is open again: O(callbacks);
   and it is another queue's. */
void fold_callback_counts(const struct state *state, struct callback_row *row);
void fold_callback_stands(struct callback_row *row,
                          const struct event_callback_postponed *e);
void fold_callbacks_opened(struct state *state, uint64_t queue_id);
struct callback_slot;
void fold_callback_requeued(struct state *state, struct callback_slot *callback,
                            uint64_t queue_id);

/* fold_kept_place.c: the place of who hung up is kept; and somebody has it, or
   nobody came. */
void fold_place_kept(struct state *state, const struct contact_row *contact,
                     int64_t until_us);
void fold_place_given(struct state *state, uint64_t contact_id);

/* fold_callback_offer.c: it is no longer asked whether to be called back. */
void fold_question_ends(struct state *state, struct contact_row *row);

/* fold_flow.c: the contact is at no node any more, wherever it was; and of the
   keys pressed so far nothing is kept. */
void fold_flow_left(struct state *state, struct contact_row *row);
void fold_digits_end(struct state *state, uint64_t contact_id);

/* fold_passage.c: the contact leaves its node of a flow, if it is at one: this
   way, or with NULL by the end of the call. */
void fold_passage(struct state *state, const struct contact_row *contact,
                  const struct event_step_ended *e);

/* fold_memory.c: what few contacts have lies beside them. The row of the talk,
   and that of the flow, to write to; this flow leads it, or none any more; the caller
   gives a name, which may be erased; it demands this, or with "" what its queue
   does. */
struct talk_row *fold_talk_of(struct state *state, uint64_t contact_id);
struct run_row *fold_run_of(struct state *state, uint64_t contact_id);
void fold_run_begins(struct state *state, uint64_t contact_id, int64_t version,
                     const struct digest *digest);
void fold_run_ends(struct state *state, uint64_t contact_id);
void fold_caller_named(struct state *state, struct contact_row *contact,
                       const struct label *name);
void fold_demand(struct state *state, struct contact_row *contact,
                 const struct label *demand);

/* ... what whoever hands it over wrote, and a tag more; it comes back to no
   flow any more; and it is gone, with all that was kept. */
void fold_handover(struct state *state, uint64_t contact_id,
                   const struct note *note);
void fold_tag(struct state *state, uint64_t contact_id, const char *tag);
void fold_returns_end(struct state *state, uint64_t contact_id);
void fold_memory_ends(struct state *state, uint64_t contact_id);

/* fold_hearing.c: the contact is told nothing any more, and hears nothing. */
void fold_hearing_ends(struct state *state, struct contact_row *row);

/* Puts the indexes right, or drops a contact that has ended and let go. */
void fold_contact_done(struct state *state, struct contact_slot *contact);

#endif
