/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events that several decisions write, with the effects that go with them. */

#ifndef CORE_WRITE_H
#define CORE_WRITE_H

#include "core/decide.h"

struct way_out;

/* Writes an event of a type: WRITE(turn, HOLD_BEGAN, hold_began, { ... }). */
#define WRITE(turn, CODE, name, ...)                                           \
    outbox_add_event(                                                          \
        (turn)->outbox,                                                        \
        &(const struct event){ .type = EVENT_##CODE, .as.name = __VA_ARGS__ })

/* Writes an effect: ASK(turn, { .type = ..., ... }). */
#define ASK(turn, ...)                                                         \
    outbox_add_effect((turn)->outbox, &(const struct effect)__VA_ARGS__)

/* When the answer to an effect asked for now is given up. */
int64_t answer_due_us(const struct turn *turn, enum effect_type type);

/* What the agent does when the contact is done with. */
struct next {
    enum agent_state state;
    uint64_t reason_id;
};

/* write_agent.c: what was asked for, or else available if phone and console
   are there, or else what is given. */
struct next next_state(const struct turn *turn, const struct desk_row *desk,
                       struct next otherwise);

/* ... what is given, whatever was asked for before: unavailable instead of
   available when phone or console are not there. */
struct next next_given(const struct turn *turn, const struct desk_row *desk,
                       struct next given);
enum state_cause cause_of(const struct turn *turn, uint64_t agent_id);
void write_state(struct turn *turn, const struct desk_row *desk,
                 struct next next, enum state_cause cause);
void write_seen(struct turn *turn, const struct desk_row *desk);
void write_console(struct turn *turn, const struct desk_row *desk,
                   enum console_state console, bool needs_console);

/* write_day.c: the clock shows this; and the day is another one. */
void write_clock_set(struct turn *turn, int64_t wall_us);
void write_day_began(struct turn *turn);

/* write_talk.c: how an offer ended, and whether the phone is silent already. */
void write_offer_ended(struct turn *turn, const struct desk_row *desk,
                       enum offer_result result, bool is_silent);

/* ... all those of a contact: it goes, or another agent (taker; or 0) has it. */
void write_offers_ended(struct turn *turn, const struct contact_row *contact,
                        uint64_t taker_id, bool is_silent);

/* Ends hold and talk, begins the wrap-up, and ends it too where there is none.
   The contact goes on or ends by what the caller writes next. */
void write_talk_ended(struct turn *turn, const struct contact_row *contact,
                      enum end_cause cause, bool is_silent);

/* decide_wrap_up.c: the time of the after-call work is over. */
void write_wrap_up_due(struct turn *turn, const struct desk_row *desk);

/* An outside number is given up, or let go. */
void write_transfer_failed(struct turn *turn, const struct contact_row *contact,
                           enum offer_result result, bool is_silent);
void write_outside_ended(struct turn *turn, const struct contact_row *contact,
                         enum end_cause cause, bool is_silent);

/* write_record.c: whether the talk that begins is recorded, as the queue has
   it. object: "" when nothing can be recorded. draw: 0 to 99. */
void write_record(struct turn *turn, const struct contact_row *contact,
                  const struct name *object, int64_t draw);

/* The recording, which is paused, goes on. */
void write_record_resumed(struct turn *turn, const struct contact_row *contact,
                          bool automatic);

/* The talk is about to end: whatever is paused is so no longer. Then, behind
   the event that ends it: the recording ends, too. */
void write_record_ending(struct turn *turn, const struct contact_row *contact);
void ask_record_stopped(struct turn *turn, const struct contact_row *contact);

/* decide_record.c: whether there is such a recording, as a whole. */
enum refusal check_whole(const struct turn *turn, uint64_t recording_id);

/* decide_listen.c: whether the agent's own phone can be rung for a while. */
enum refusal check_listener(const struct turn *turn, uint64_t agent_id);

/* ... the agent's phone, which plays a recording, is let go. */
void write_listening_stopped(struct turn *turn, const struct desk_row *desk);

/* One that went with the server; whether there was one. */
bool write_lost_listening(struct turn *turn);

/* write_toll.c: what the call out that this DIAL made has cost, if it was
   answered. */
void write_charged(struct turn *turn, uint64_t serial);

/* Whether somebody should be told; and tells it. */
bool is_news(const struct turn *turn, const struct suspicion *suspicion);
void write_suspicion(struct turn *turn, const struct suspicion *suspicion);

/* write_ending.c: which of a contact's legs are gone already. */
struct silence {
    bool caller;
    bool agent;
    bool outside;
};

/* decide_dial.c: a phone calls an outside number: it is its agent's call.
   Refused, nothing is written. */
enum refusal decide_call_by_phone(struct turn *turn,
                                  const struct command_contact_arrives *c,
                                  const struct phone_number *number);

/* The queue that the agent serves first; among equals the oldest. 0: none. */
uint64_t first_queue(const struct turn *turn, uint64_t agent_id);

/* Whoever paused goes on pausing after the call that begins. */
void write_back_to_pause(struct turn *turn, const struct desk_row *desk);

/* decide_inside.c: whoever's phone called inside is free again; and the caller
   is connected, and led to the agent or queue that was called. */
void write_own_call_over(struct turn *turn, const struct contact_row *contact);
void write_inside_connected(struct turn *turn,
                            const struct contact_row *contact);

/* call_refused.c: whoever has come, and is not answered, is refused. */
void write_turned_away(struct turn *turn, const struct contact_row *contact,
                       enum refusal refusal);

/* decide_transfer.c: the number is dialled for the contact, for an agent who
   does not have it any more. */
void write_sent_outside(struct turn *turn, const struct desk_row *desk,
                        const struct contact_row *contact,
                        const struct phone_number *number,
                        const struct way_out *way);

/* write_sent.c: spent in the flow by now; 0: it is in none. */
int64_t ivr_so_far_us(const struct turn *turn,
                      const struct contact_row *contact);

/* ... it comes into a flow; and so does who heard something until now. */
void write_flow_entered(struct turn *turn, const struct contact_row *contact,
                        const struct event_flow_set *flow);
void write_sent_to_flow(struct turn *turn, const struct contact_row *contact,
                        const struct event_flow_set *flow);

/* ... a prompt is played to it: the one of the house with that id; with 0 the
   server's own of that name. In the contact's language, or in another one. */
void ask_prompt(struct turn *turn, const struct contact_row *contact,
                const char *name, uint64_t prompt_id);
void ask_prompt_in(struct turn *turn, const struct contact_row *contact,
                   enum speech language, const char *name, uint64_t prompt_id);

/* decide_consult.c: the phone of an agent who talks calls a number: somebody
   is asked about the caller. */
enum refusal decide_consult_by_phone(struct turn *turn,
                                     const struct desk_row *desk,
                                     const struct command_contact_arrives *c,
                                     const struct phone_number *number);

/* Joins caller and whom the agent called; which legs of the agent are gone. */
enum refusal decide_completed(struct turn *turn, const struct desk_row *desk,
                              bool is_silent);

/* Lets go whom the agent has called, if there is anybody: the result says how
   it ended, `silence` which legs are gone (agent: the phone's second one). */
void write_consult_ended(struct turn *turn, const struct contact_row *contact,
                         enum offer_result result, struct silence silence);

/* ... because the agent, or the caller, goes on otherwise. */
void write_consult_over(struct turn *turn, const struct contact_row *contact,
                        bool is_silent);

/* ... because the one who was called by another agent does not want to. */
void write_consult_dropped(struct turn *turn, const struct desk_row *desk);
void write_consult_began(struct turn *turn, const struct contact_row *contact,
                         uint64_t trunk_id);

/* decide_dial.c: what a phone that was not answered is told. */
int refused_code(enum offer_result result);

/* decide_talk.c: the caller hears music, and the agent again. */
void write_hold(struct turn *turn, const struct desk_row *desk);
void write_resume(struct turn *turn, const struct desk_row *desk);

/* Caller and consulted change places: who is heard is the other one now. */
void ask_consult_aside(struct turn *turn, const struct desk_row *desk);
void ask_consult_again(struct turn *turn, const struct desk_row *desk);

/* The phone that called an emergency number was answered. */
void write_emergency_dialled(struct turn *turn,
                             const struct contact_row *contact);

/* decide_flow.c: the caller's leg is to be answered. */
void write_answer_asked(struct turn *turn, uint64_t contact_id, uint64_t call);

/* decide_dial.c: an agent's call is given up before there is a talk. */
void write_dialling_ended(struct turn *turn, const struct contact_row *contact,
                          enum offer_result result, struct silence silence);

/* ... and with it the contact: the phone, or the number, was not reached. */
void write_dialling_failed(struct turn *turn, const struct contact_row *contact,
                           enum offer_result result, bool is_silent);

/* The agent's phone was picked up; and then the number. */
void write_dialling_began(struct turn *turn, const struct desk_row *desk);
void write_dialling_answered(struct turn *turn,
                             const struct contact_row *contact, uint64_t call,
                             uint64_t trunk_id);

/* Ends a contact wherever it is, with all that is going on about it. */
void write_contact_ended(struct turn *turn, const struct contact_row *contact,
                         enum end_cause cause, struct silence silence);

/* ... the contact alone: what was going on has been ended by this decision. */
void write_over(struct turn *turn, const struct contact_row *contact,
                enum end_cause cause, bool caller_is_gone);

/* decide_demand.c: whether that is a demand, or none; the next step begins. */
enum refusal check_demand(const struct turn *turn, const char *text);
void write_demand_changed(struct turn *turn, const struct contact_row *contact,
                          bool skipped);

/* decide_waiting.c: whether it waits in a queue, on offer included; NULL:
   there is none. */
enum refusal check_waits(const struct contact_row *contact);

/* ... and what who waits demands instead of what its queue does. */
void write_demand_set(struct turn *turn, const struct contact_row *contact,
                      const struct label *demand);

/* decide_passing.c: marks it with a word. @return whether it has it then */
bool write_tagged(struct turn *turn, const struct contact_row *contact,
                  const struct name *tag);

/* write_sticky.c: the place is for the agent who knows the caller, first. */
struct joining;
void make_sticky(const struct turn *turn, const struct contact_row *contact,
                 struct joining *joining);

/* write_queue.c */
void write_queue_left(struct turn *turn, const struct contact_row *contact,
                      enum queue_exit exit);

struct leaving {
    enum queue_exit exit;
    uint64_t rule_id; /* of the queue, that sends it elsewhere; 0: none does */
    int64_t step_us;  /* of its wait, after which it leaves; or 0 */
};

void write_queue_left_by(struct turn *turn, const struct contact_row *contact,
                         const struct leaving *leaving);

/* A place in a line. */
struct joining {
    const struct event_queue_set *queue;
    int64_t priority;
    int64_t since_us;
    uint64_t wanted_agent_id; /* 0: anybody */
    int64_t wanted_for_us;    /* then anybody */
    enum sender sender;       /* ... unless this one sends it elsewhere then */
    enum end_cause cause;     /* ... and of its end, where that leads nowhere */
    uint64_t sent_queue_id;   /* ... with SENDER_QUEUE of which queue */
    uint64_t sent_rule_id;    /* ... by which of its ways out */
    bool is_sticky;           /* because that agent knows the caller */
    bool box_else;            /* not taken, it goes to that agent's box */
    uint64_t resumed_id;      /* contact that had the place; or 0 */
    int hops;                 /* queues that did not take it before */
    bool told_full;           /* ... nor a box: no full one is told of again */
    int64_t step_us;          /* of its wait there, that is behind it; or 0 */
    const char *demand;       /* NULL: the contact's own, if it has one */
    uint64_t transferrer_id;  /* who is not to have it back, or 0 */
};

bool is_full(const struct turn *turn, const struct event_queue_set *queue);
bool is_closed(const struct turn *turn, uint64_t queue_id);

/* Lets the contact wait, however many do. */
void write_queued(struct turn *turn, const struct contact_row *contact,
                  const struct joining *joining);

/* Lets it wait unless the queue is full, closed or a rule stands against it;
   else sends it where that leads, from queue to queue three times at most. */
void write_joined(struct turn *turn, const struct contact_row *contact,
                  const struct joining *joining);

/* Whether it would be full, or closed, for a contact that joins. */
bool is_queue_shut(const struct turn *turn, const struct contact_row *contact,
                   const struct joining *joining, enum rule_cause *ret_cause);

/* ... and its flow goes on by itself: for the queue's figures. */
void write_shut(struct turn *turn, const struct contact_row *contact,
                uint64_t queue_id, enum rule_cause cause);

/* Sends a contact, which has left the queue, where the overflow leads. */
void write_overflow(struct turn *turn, const struct contact_row *contact,
                    const struct event_queue_set *queue, enum end_cause cause);

/* decide_leave.c: it has waited for as long as one may. */
void write_waited_too_long(struct turn *turn,
                           const struct contact_row *contact);

/* ... and the caller presses a key while waiting. */
enum refusal decide_exit_key(struct turn *turn,
                             const struct contact_row *contact,
                             const struct digits *digit);

/* decide_hours.c: the queue was closed until now, or the hours of its calendar
   may have changed. */
void write_night_due(struct turn *turn, uint64_t queue_id);

/* A person closed it, and when that ends its calendar keeps it closed: asked
   now, for what was last looked at may be of before the clock was set. */
bool is_back_to_hours(const struct turn *turn, const struct tally_row *tally);
void write_back_to_hours(struct turn *turn, const struct tally_row *tally);

/* decide_assign.c: an agent served a queue until now. */
void write_duty_over(struct turn *turn, uint64_t agent_id);

/* When a step of the wait goes for who has that one behind, and waits for the
   next one from now on: 0 for never. */
int64_t overflow_due_us(const struct turn *turn,
                        const struct event_queue_set *queue, int64_t done_us);

#endif
