/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The question whether to be called back, put to a caller. */

#ifndef CORE_CALLBACK_OFFER_H
#define CORE_CALLBACK_OFFER_H

#include "core/callback_flow.h"
#include "core/sending.h"

/*
 * It is put to who waits in a line, who keeps the place and may be offered to
 * an agent meanwhile; to who does not join one, or has to leave it; and by a
 * node of a flow. Where the queue has a flow that asks (callback_flow.h), that
 * one does, but for nodes. 1 is for the number that calls, 2 for another one,
 * which is typed, ended with #, and read back: 1 confirms it, 2 is for typing
 * again. * is no. Whoever says nothing goes on as before.
 *
 * Where the queue lets callers choose a time (callback_times), they are asked
 * then: 1 is for their turn, 2 for a time, which is typed as 1430 and means the
 * next moment at which the clock there shows it; it is said with its day, and
 * confirmed as a number is. One at which nobody would call is refused. Whoever
 * says no more, or nothing that makes sense, is called in turn.
 */

/* Nobody overflows who is just saying where to be called back. A fold reads it
   (fold_routing.c): another value gives older journals another meaning. */
static const int64_t CALLBACK_OFFER_US = 60000000;

/** Puts it to who waits, with that step of the wait behind. @return false: the
 *  queue calls nobody back, or it is being put; nothing was written. */
bool offer_callback_in_line(struct turn *turn,
                            const struct contact_row *contact, int64_t step_us);

/** ... to who is in no line: the target's id is the queue. */
bool offer_callback(struct turn *turn, const struct contact_row *contact,
                    const struct sending *sending);

/** ... to who has come to a node that asks, as its step. */
void write_callback_asked(struct turn *turn, const struct contact_row *contact,
                          const struct callback_asking *place);

/** Whether a queue (NULL: none) may call that number back, and there is room. */
bool may_be_called_back(struct turn *turn, const struct event_queue_set *queue,
                        const struct phone_number *number);

/* callback_dialogue.c, while it is put: a key; the prompt has ended; the time
   for a key has. */
void write_callback_key(struct turn *turn, const struct contact_row *contact,
                        char key);
void write_callback_prompt_ended(struct turn *turn,
                                 const struct contact_row *contact,
                                 bool failed);
void write_callback_silence(struct turn *turn,
                            const struct contact_row *contact);

#endif
