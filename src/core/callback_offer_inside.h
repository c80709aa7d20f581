/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What asking has in common with what the caller answers; for nobody else. */

#ifndef CORE_CALLBACK_OFFER_INSIDE_H
#define CORE_CALLBACK_OFFER_INSIDE_H

#include "core/write.h"

/*
 * callback_offer.c puts the question, and writes what comes of it;
 * callback_dialogue.c and callback_choice.c are between the two: keys, tries,
 * and silence. All are
 * about a contact that is being asked, and its callback_queue_id is the queue.
 */

/** The name of the prompt that asks whether, or that has a number typed: a
 *  literal. The other stages have none. */
const char *callback_prompt(enum callback_stage stage, bool waits);

/** Whether whoever declines waits on, or anew: only then a caller hears so. */
bool callback_waits_else(const struct contact_row *contact);

/** The question is over with a no: the contact waits on, leaves the flow's node
 *  by the other way, or goes on as write_not_called_back() says. */
void write_callback_declined(struct turn *turn,
                             const struct contact_row *contact);

/** ... with a number to call, for which may_be_called_back() has just said yes:
 *  the place in the line is kept for it. The contact leaves the flow's node by
 *  the way for done, or leaves the line, if it is in one, and hears goodbye.
 *
 *  @param due_us  as of a callback_wish */
void write_callback_booked(struct turn *turn, const struct contact_row *contact,
                           const struct phone_number *number, int64_t due_us);

/* callback_choice.c: the number is known, and may be called: when it is wanted
   is asked where the queue does so, else it is booked; and a key, silence, and
   a prompt that nobody could hear in a stage that asks for that. */
bool callback_asks_when(const struct contact_row *contact);
void write_callback_agreed(struct turn *turn,
                           const struct contact_row *contact);
void write_callback_time_key(struct turn *turn,
                             const struct contact_row *contact, char key);
void write_callback_time_silence(struct turn *turn,
                                 const struct contact_row *contact);
void write_callback_in_its_turn(struct turn *turn,
                                const struct contact_row *contact);

#endif
