/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The messages that callers left: heard, answered, kept, given on, erased. */

#ifndef CONSOLE_INBOX_H
#define CONSOLE_INBOX_H

#include "console/program.h"

struct json_t;

/** Puts it in place of all screens. @return 0 or -ENOMEM */
int inbox_open(struct program *program);

/** The reason function of its rows in key.def (struct action). */
bool inbox_may(const void *program, int action, struct safe_text *ret_reason);

/** How many messages nobody has heard, of all boxes that one hears and of those
 *  that one is to care for; urgent ones of the boxes apart; and how many one is
 *  to care for, heard or not. 0 while the rows are not there. */
struct inbox_figures {
    int64_t fresh, urgent, mine;
};
void inbox_figures(const struct program *program,
                   struct inbox_figures *ret_figures);

/** A number that is another one as soon as a message came, went or was marked
 *  in one of these boxes, or given to oneself; 0: the rows are not there. */
uint64_t inbox_rev(const struct program *program);

/** Says in the message line that one has come, or was given to oneself, whatever
 *  is on the screen; those that lay there when somebody came are no news. After
 *  all news. */
void inbox_look(struct program *program);

/** What one does to messages oneself may give them to oneself, or back: that is
 *  no news while it is on its way, nor just after the answer. */
void inbox_own_sent(struct program *program);
void inbox_own_answered(struct program *program);

/** What one forwards into a box is no news there; what comes behind it is.
 *  @param value  of the answer; NULL: it was refused */
void inbox_own_forward_sent(struct program *program, uint64_t box_id);
void inbox_own_forward_answered(struct program *program, uint64_t box_id,
                                const struct json_t *value);

#endif
