/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes: how callers leave messages, and what becomes of those. */

#ifndef CORE_VOICEMAIL_H
#define CORE_VOICEMAIL_H

#include "core/decide.h"

/*
 * A caller in a box is greeted, hears a tone and speaks. The key #, a silence
 * or the longest time ends that; then what was said can be heard (1), recorded
 * anew (2), called urgent (3) or sent (#). Whoever hangs up sends it, too. The
 * key 0 leads to the box's operator, if it has one. Where the box is full the
 * caller is told so, and then led to the operator, or hung up on.
 *
 * What was said is a recording, whose number is the message's: it is written as
 * those of talks are, survives what those survive, and is a message as soon as
 * it is whole and its caller is done with it.
 */

/* decide_voicemail.c: the way of a caller, whose call has been answered. */

/** Lets a contact, which has left the place before, leave a message. */
void write_voicemail(struct turn *turn, const struct contact_row *contact,
                     const struct event_box_set *box, enum box_greeting why);

/** The contact leaves the box; where it goes is written next. */
void write_voicemail_left(struct turn *turn, const struct contact_row *contact);

void write_voicemail_prompt_ended(struct turn *turn,
                                  const struct contact_row *contact);
void write_voicemail_due(struct turn *turn, const struct contact_row *contact);
enum refusal decide_voicemail_key(struct turn *turn,
                                  const struct contact_row *contact, char key);

/** Whether callers who leave a queue for this hear a box's closed greeting:
 *  nobody works there; else all are busy. */
bool is_cause_of_closed(enum rule_cause cause);

/* message.c: what becomes of what was said. */

/** Its recording is whole: what was said is a message, unless the caller is
 *  not done with it or nothing of it is to be kept. */
void write_message_recorded(struct turn *turn,
                            const struct recording_row *recording,
                            const struct command_recorded *c);

/** The caller is done with it: the same, as soon as it is whole. */
void write_message_settled(struct turn *turn, uint64_t message_id);

/** Whether nothing was said in it: peaks as in RECORDING_ENDED. */
bool is_silent_message(const struct note *peaks);

/** Somebody has listened to it, if it is a message: it is new no longer. */
void write_message_heard(struct turn *turn, uint64_t recording_id);

/** The agent calls whoever left it, by the contact `call_id`: it is new no
 *  longer, and if nobody cared for it, that agent does. */
void write_message_called_back(struct turn *turn, uint64_t message_id,
                               uint64_t agent_id, uint64_t call_id);

/** Its recording is deleted, if it is a message's: so is that. */
void write_message_gone(struct turn *turn, uint64_t recording_id);

/** Its time is over. */
void write_message_due(struct turn *turn, uint64_t message_id);

/** Whether a box can hold no more. */
bool is_full_box(const struct turn *turn, const struct event_box_set *box);
bool is_full_mailbox(const struct state *state,
                     const struct event_box_set *box);

/** Whether its callers can go on from it, to its operator
 *  (decide_voicemail_key.c). */
bool box_has_operator(const struct state *state,
                      const struct event_box_set *box);

/** The agent whose phone left a message, then; whose it is now tells nothing.
 *  0: nobody's, or who is gone. */
uint64_t message_left_by(const struct state *state,
                         const struct message_row *message);

#endif
