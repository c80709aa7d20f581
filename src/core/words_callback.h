/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words (core/words.h): those who are to be called back. */

#ifndef CORE_WORDS_CALLBACK_H
#define CORE_WORDS_CALLBACK_H

/* clang-format off */
/* How far it is; from the fourth word on it is over. */
#define CALLBACK_STATES(WORD)                                                  \
    WORD(CALLBACK_WAITS, "waiting")  /* for its time, hours, the next try */   \
    WORD(CALLBACK_IN_LINE, "in_line") /* in its place */                       \
    WORD(CALLBACK_CALLING, "calling") /* an agent is there; it is dialled */   \
    WORD(CALLBACK_REACHED, "reached")                                          \
    WORD(CALLBACK_UNREACHED, "unreached") /* in all tries */                   \
    WORD(CALLBACK_EXPIRED, "expired")                                          \
    WORD(CALLBACK_CANCELLED, "cancelled") /* by a person */                    \
    WORD(CALLBACK_BARRED, "barred")       /* the number may not be called */

/* Who asked for it. */
#define CALLBACK_ORIGINS(WORD)                                                 \
    WORD(CALLBACK_BY_CALLER, "caller") /* in a queue, or led there */          \
    WORD(CALLBACK_BY_FLOW, "flow")     /* in a flow */                         \
    WORD(CALLBACK_BY_PERSON, "person") /* who signed in: see the event's by */

/* Why it waits. */
#define CALLBACK_REASONS(WORD)                                                 \
    WORD(CALLBACK_TIME, "time")           /* it was asked for at a time */     \
    WORD(CALLBACK_CLOSED, "closed")       /* its queue is, by the switch */    \
    WORD(CALLBACK_HOURS, "hours")         /* of its queue's calendar */        \
    WORD(CALLBACK_NO_WAY, "no_way")       /* capped, or the route is closed */ \
    WORD(CALLBACK_NOT_REACHED, "not_reached") /* until the next try */         \
    WORD(CALLBACK_AGAIN, "again") /* the server or a phone failed, not they */ \
    WORD(CALLBACK_WINDOW, "window") /* of its queue, by the clock there */

/* How far a caller is who is asked. */
#define CALLBACK_STAGES(WORD)                                                  \
    WORD(CALLBACK_STAGE_NONE, "none")                                          \
    WORD(CALLBACK_STAGE_ASKS, "asks")   /* at this number, or another? */      \
    WORD(CALLBACK_STAGE_TYPES, "types") /* another number */                   \
    WORD(CALLBACK_STAGE_CONFIRMS, "confirms") /* it is read back: is it that? */ \
    WORD(CALLBACK_STAGE_WHEN, "when") /* in its turn, or at a time? */         \
    WORD(CALLBACK_STAGE_TIME, "time") /* the time is typed */                  \
    WORD(CALLBACK_STAGE_AGREES, "agrees") /* ... and said: is it that? */
/* clang-format on */

#endif
