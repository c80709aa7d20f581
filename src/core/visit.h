/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes by phone: who hears their messages, and records their greetings. */

#ifndef CORE_VISIT_H
#define CORE_VISIT_H

#include "core/number_plan.h"
#include "core/write.h"

/*
 * A visit is a call in which somebody hears the messages of a box, by the keys
 * of a phone, and records what its callers hear. It begins with a code: *97 is
 * the box of whoever's phone calls, *98 any other one; or with a node of a flow,
 * for those who call from outside. Who does not hear that box anyway, by a phone
 * of one's own, says who it is by the box's PIN; from outside everybody does.
 *
 * The keys of a PIN are in the vault, and nowhere else: no event tells them, nor
 * does what they are checked with get here. Wrong ones are counted in a row: of
 * the box, and of the phone, or of all that come through the same trunk. Too
 * many lock it for a while, or until somebody unlocks it. Of a phone or trunk
 * that is told; a box that is locked, one that there is not, and one that has no
 * PIN are asked for it, refuse it and take as long for that as any other: nobody
 * learns which of them there are.
 *
 * The server calls the phone itself, if an agent wants to record one greeting
 * or prompt; such a visit has nothing but that. It does so, too, for who calls
 * a colleague back by the console, or tries a flow: that visit is over when it
 * is picked up.
 *
 * Whoever is in hears how many messages there are, then the urgent ones first,
 * each behind who left it: a colleague's name, or the number, digit by digit;
 * of who may not see numbers neither is told. A message is new until it plays.
 * It may be forwarded to the box of an extension, or of the agent who has that.
 *
 * What is recorded is a take: a recording that no list shows, made a prompt of
 * the library when it is to be kept, and removed in any case.
 *
 * The row of the visit (state.def) tells how far it is; what plays, and every
 * deadline, is the contact's. A visit takes VISIT_MAX_STEPS and half an hour at
 * most.
 */
enum {
    VISIT_MAX = 1000, /* at once */
    VISIT_MAX_STEPS = 500,
    VISIT_MAX_TRIES = 3,     /* wrong PINs in one call */
    VISIT_DEVICE_TRIES = 10, /* in a row by one phone, at whichever boxes */
    VISIT_TRUNK_TRIES = 50,  /* ... by all who call through one trunk */
    PIN_MIN_LENGTH = 4,
    PIN_MAX_LENGTH = 10,
};

/* decide_visit.c: the way in. */

static const int64_t VISIT_LONGEST_US = 1800000000;

/** Whether a phone may begin one by this code now. */
enum refusal check_visit(const struct turn *turn, uint64_t device_id,
                         const struct planned *planned);

/** The phone that dialled a code is connected. @return false: it was another
 *  code, and nothing is written */
bool write_visit_begun(struct turn *turn, const struct contact_row *contact);

/** Whether there is room for one more. */
bool is_room_for_visit(const struct turn *turn);

/** A caller in a flow, who is connected, begins one; the flow is left, which is
 *  written before. */
void write_visit_from_flow(struct turn *turn,
                           const struct contact_row *contact);

void write_visit_prompt_ended(struct turn *turn,
                              const struct contact_row *contact, bool failed);
void write_visit_due(struct turn *turn, const struct contact_row *contact);

/** The contact leaves; where it goes is written next. */
void write_visit_ended(struct turn *turn, const struct contact_row *contact);

/* ... for the files of the visit. */

/** Goes on as the row says; steps are counted by the event. */
void write_visit(struct turn *turn, const struct visit_row *next, bool plays,
                 int64_t due_us);

/** ... with a prompt of the server's, and to a stage. */
void begin_visit_prompt(struct turn *turn, const struct contact_row *contact,
                        const struct visit_row *visit, enum visit_stage stage,
                        const char *name);

/** ... with nothing that plays, and until the caller has pressed no key for a
 *  while. */
void await_visit_key(struct turn *turn, const struct contact_row *contact,
                     const struct visit_row *visit);

/** The main menu; of who only records one thing, the end. */
void begin_visit_menu(struct turn *turn, const struct contact_row *contact,
                      const struct visit_row *visit);

/** ... with words spoken in the visitor's language, and to a stage. */
void begin_visit_speech(struct turn *turn, const struct contact_row *contact,
                        const struct visit_row *visit, enum visit_stage stage,
                        const struct note *text);

/** Who needs no PIN is in; who does is asked for it, unless it is locked. */
void begin_visit_entering(struct turn *turn, const struct contact_row *contact,
                          const struct visit_row *visit);

void begin_visit_goodbye(struct turn *turn, const struct contact_row *contact,
                         const struct visit_row *visit);

/** Whoever has taken too many steps, or too long, hears that it is over. */
bool is_visit_spent(const struct turn *turn, const struct visit_row *visit);

/* decide_visit_key.c: keys of the way in, and of the main menu. */

enum refusal decide_visit_key(struct turn *turn,
                              const struct contact_row *contact, char key);

/** The number or PIN that was pressed until now is whole; and one more key. */
void take_visit_keys(struct turn *turn, const struct contact_row *contact,
                     const struct visit_row *visit);
enum refusal press_visit_key(struct turn *turn,
                             const struct contact_row *contact,
                             const struct visit_row *visit, char key);

/** What was pressed, of which nothing is kept. */
struct digits take_visit_digits(struct turn *turn,
                                const struct contact_row *contact);

/* decide_visit_spoken.c: what is said of a box, its messages, its callers. */

/** Whose rights count: in whose name it is done; behind the PIN of a box that
 *  several share, whose phone it is. NULL: from outside, nobody's. */
const struct event_user_set *visit_user(const struct turn *turn,
                                        const struct visit_row *visit);

/** Whether messages may be kept, deleted, passed on and called back in this
 *  visit, and greetings recorded: not by whoever may only look, to whom a box's
 *  PIN gives no more. */
bool may_visit_change(const struct turn *turn, const struct visit_row *visit);

/** What follows in this turn is done in that one's name. */
void stamp_visit(struct turn *turn, const struct visit_row *visit);

/** Tells how many messages there are; the menu follows. */
void begin_visit_counts(struct turn *turn, const struct contact_row *contact,
                        const struct visit_row *visit);

/** Tells who left the message; it follows. */
void begin_visit_envelope(struct turn *turn, const struct contact_row *contact,
                          const struct visit_row *visit,
                          const struct message_row *message);

/** Asks whether that is whom it goes to: by the box, and how it was dialled. */
void begin_visit_sure(struct turn *turn, const struct contact_row *contact,
                      const struct visit_row *visit,
                      const struct event_box_set *box);

/* decide_visit_call.c: a phone that the server calls. */

/** What for. */
struct visitor {
    uint64_t box_id; /* whose greeting is recorded, or whose message it is */
    enum box_greeting greeting;
    enum speech language;              /* ... and in which language */
    uint64_t prompt_id;                /* that is recorded; or 0 */
    uint64_t colleague_id;             /* who is called back; or 0 */
    struct phone_number called;        /* ... by that extension */
    const struct event_flow_set *flow; /* that is tried; or NULL */
    const struct digest *digest; /* ... by this text, from that language */
    int64_t flow_version; /* ... which is that version's, or its draft's */
};

/** Whether that agent's phone can be called for such a visit now. */
enum refusal check_visitor(const struct turn *turn, uint64_t agent_id);

/** It is called: made_id is the contact. */
void write_visitor_called(struct turn *turn,
                          const struct event_agent_set *agent,
                          const struct visitor *visitor);

/** It is picked up; or it could not be reached. */
enum refusal decide_visitor_answered(struct turn *turn,
                                     const struct command_leg_answered *c);
enum refusal decide_visitor_failed(struct turn *turn,
                                   const struct command_leg_failed *c);

/* message_call.c: the caller of a message that was left inside. */

/** Whose extension it is; without one, whose phone. @return EXTENSION_GONE: no
 *  agent's */
enum refusal plan_message_caller(const struct turn *turn, uint64_t device_id,
                                 const struct message_row *message,
                                 struct planned *ret_planned);

/** Calls that one: the agent's own phone first. */
enum refusal decide_call_colleague_back(struct turn *turn, uint64_t agent_id,
                                        const struct message_row *message);

/** The agent's phone has been picked up: it goes on as one that calls. */
void write_colleague_called_back(struct turn *turn,
                                 const struct contact_row *contact,
                                 const struct visit_row *visit);

/* decide_trial.c: a flow is tried by phone: it has been picked up. */
void write_flow_on_trial(struct turn *turn, const struct contact_row *contact,
                         const struct visit_row *visit);

/* decide_pin.c: who is asked, and what is said of wrong ones. */

/** Whether no PIN is taken by the phone that calls, or from the trunk. */
bool is_caller_locked(const struct turn *turn,
                      const struct contact_row *contact);

/** All keys are there. */
void write_pin_asked(struct turn *turn, const struct contact_row *contact,
                     const struct visit_row *visit);

/* decide_visit_message.c: messages, one after the other. */

/** Announces the next one that is as the row says; or says that there are no
 *  more. */
void begin_visit_message(struct turn *turn, const struct contact_row *contact,
                         const struct visit_row *visit);
/** Plays the one that the row names; if it is gone, the next. */
void play_visit_message(struct turn *turn, const struct contact_row *contact,
                        const struct visit_row *visit);

/** Says what can be done with it. */
void begin_visit_choice(struct turn *turn, const struct contact_row *contact,
                        const struct visit_row *visit);

/** The one that the row names, unless it was thrown away; NULL: it was. */
const struct message_row *visit_message(const struct turn *turn,
                                        const struct visit_row *visit);
void write_visit_message_key(struct turn *turn,
                             const struct contact_row *contact,
                             const struct visit_row *visit, char key);

/* decide_visit_forward.c: the message goes to another box. */

/** Asks for the box's number. */
void begin_visit_forward(struct turn *turn, const struct contact_row *contact,
                         const struct visit_row *visit);

/** A key of it; all keys are there; and what is answered. */
enum refusal decide_visit_box_key(struct turn *turn,
                                  const struct contact_row *contact,
                                  const struct visit_row *visit, char key);
void take_visit_box(struct turn *turn, const struct contact_row *contact,
                    const struct visit_row *visit);
void write_visit_sure_key(struct turn *turn, const struct contact_row *contact,
                          const struct visit_row *visit, char key);

/* decide_visit_take.c: what is recorded. */

/** Says how to record what the row names. */
void begin_visit_take(struct turn *turn, const struct contact_row *contact,
                      const struct visit_row *visit);
enum refusal decide_visit_take_key(struct turn *turn,
                                   const struct contact_row *contact,
                                   const struct visit_row *visit, char key);
void write_visit_take_ended(struct turn *turn,
                            const struct contact_row *contact,
                            const struct visit_row *visit);
void write_visit_take_due(struct turn *turn, const struct contact_row *contact,
                          const struct visit_row *visit);

/** The tone is over. */
enum refusal decide_visit_beeped(struct turn *turn,
                                 const struct contact_row *contact,
                                 const struct name *object);

/** Whoever records one has been silent for long. */
enum refusal decide_take_silent(struct turn *turn, uint64_t take_id);

/** It is whole, of so much sound; whoever said it may be gone. */
void write_take_recorded(struct turn *turn,
                         const struct recording_row *recording,
                         const struct command_recorded *c);

/** Nothing of it is wanted any more. */
void write_take_dropped(struct turn *turn, const struct visit_row *visit);

#endif
