/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the voicemail have in common, and nobody else uses. */

#ifndef CORE_VOICEMAIL_INSIDE_H
#define CORE_VOICEMAIL_INSIDE_H

#include "core/voicemail.h"

const struct event_box_set *voicemail_box(const struct turn *turn,
                                          const struct contact_row *contact);

/** The caller is there from now on; what plays has been asked for next. */
void write_voicemail_stage(struct turn *turn, const struct contact_row *contact,
                           enum box_stage stage, bool plays, int64_t due_us);

/** ... with a prompt of the server's. */
void begin_voicemail_prompt(struct turn *turn,
                            const struct contact_row *contact,
                            enum box_stage stage, const char *name);

/** The caller goes where the box's key 0 leads to, if it leads anywhere;
 *  told_full: by itself, for nothing can be left in the box.
 *  @return whether it does; else nothing is written (decide_voicemail_key.c) */
bool write_to_operator(struct turn *turn, const struct contact_row *contact,
                       const struct event_box_set *box, bool told_full);

void begin_voicemail_tone(struct turn *turn, const struct contact_row *contact);
void end_voicemail_speech(struct turn *turn, const struct contact_row *contact);

/** Nothing is kept of it, and it is no message. */
void write_message_lost(struct turn *turn, const struct message_row *message,
                        enum message_loss why);

/** It is so marked, and when it is deleted follows from that. */
void write_message_marked(struct turn *turn, const struct message_row *message,
                          enum message_state state);

/** Whether it can go there, NULL: to no box; and it goes, with a note. */
enum refusal check_message_forward(const struct turn *turn,
                                   const struct message_row *message,
                                   const struct event_box_set *box);
void write_message_forwarded(struct turn *turn,
                             const struct message_row *message,
                             const struct event_box_set *box,
                             const struct note *note);

/** When a message that comes now is deleted by itself. */
int64_t message_due_us(const struct turn *turn,
                       const struct event_box_set *box);

/** Whose turn it is to care for the next one; 0: everyone's. */
uint64_t next_box_agent(const struct turn *turn,
                        const struct event_box_set *box);

#endif
