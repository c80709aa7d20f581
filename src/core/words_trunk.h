/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words (core/words.h): trunks, and calls to the outside. */

#ifndef CORE_WORDS_TRUNK_H
#define CORE_WORDS_TRUNK_H

/* clang-format off */
#define TRANSPORTS(WORD)                                                       \
    WORD(TRANSPORT_UDP, "udp")                                                 \
    WORD(TRANSPORT_TCP, "tcp")                                                 \
    WORD(TRANSPORT_TLS, "tls")

/* Whether the sound of a trunk's or phone's calls is encrypted (SRTP). */
#define SOUND_SECRECIES(WORD)                                                  \
    WORD(SOUND_PLAIN, "no")                                                    \
    WORD(SOUND_MAY_BE_SECRET, "optional") /* when the other side does it */    \
    WORD(SOUND_MUST_BE_SECRET, "required")

/* Whether a trunk can be used. */
#define TRUNK_STATES(WORD)                                                     \
    WORD(TRUNK_UNUSED, "unused")       /* not in use: its address is taken */  \
    WORD(TRUNK_UNCHECKED, "unchecked") /* nobody asks: it counts as up */      \
    WORD(TRUNK_UP, "up")               /* it answers OPTIONS */                \
    WORD(TRUNK_DOWN, "down")           /* it does not, or fails every call */

/* What is wrong with a trunk: why it is down, or no calls come. */
#define TRUNK_REASONS(WORD)                                                    \
    WORD(TRUNK_WELL, "none")                                                   \
    WORD(TRUNK_SILENT, "no_answer")         /* to OPTIONS */                   \
    WORD(TRUNK_FAILING, "failure")          /* OPTIONS: 5xx, 408 */            \
    WORD(TRUNK_CALLS_FAIL, "calls_failed")  /* several out, one by one */      \
    WORD(TRUNK_NAMELESS, "name_not_found")  /* DNS says so */                  \
    WORD(TRUNK_UNNAMED, "name_unanswered")  /* no name server says a word */   \
    WORD(TRUNK_DISBELIEVED, "certificate_refused")                             \
    WORD(TRUNK_DENIED, "registration_refused")                                 \
    WORD(TRUNK_UNHEARD, "registration_unanswered")

/* Whether the trunk's registrar knows where we are. */
#define REGISTRATIONS(WORD)                                                    \
    WORD(REGISTRATION_NONE, "none") /* it need not */                          \
    WORD(REGISTRATION_FAILED, "failed") /* or under way for the first time */  \
    WORD(REGISTRATION_DONE, "registered")

/* Which calls to the outside a cap counts together. */
#define CAP_SCOPES(WORD)                                                       \
    WORD(CAP_OF_ALL, "all")                                                    \
    WORD(CAP_OF_AGENT, "agent") /* those that one agent has made */            \
    WORD(CAP_OF_TRUNK, "trunk") /* those that go over one trunk */

/* Why a call to the outside looks like fraud, and was refused. */
#define TOLL_CAUSES(WORD)                                                      \
    WORD(TOLL_CALLS, "calls")   /* a cap on calls at once */                   \
    WORD(TOLL_COST, "cost")     /* a cap on the cost of a day */               \
    WORD(TOLL_BURST, "burst")   /* too many to premium or new destinations */  \
    WORD(TOLL_CLOSED, "closed") /* out of the route's hours */                 \
    WORD(TOLL_BARRED, "barred") /* premium, and no route names it */
/* clang-format on */

#endif
