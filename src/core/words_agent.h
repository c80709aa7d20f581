/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words (core/words.h): what agents do, are offered and are rung for. */

#ifndef CORE_WORDS_AGENT_H
#define CORE_WORDS_AGENT_H

/* clang-format off */
#define AGENT_STATES(WORD)                                                     \
    WORD(AGENT_OFFLINE, "offline")         /* not logged in */                 \
    WORD(AGENT_AVAILABLE, "available")     /* may be offered a contact */      \
    WORD(AGENT_OFFERED, "offered")         /* the console or phone rings */    \
    WORD(AGENT_TALKING, "talking")         /* joined, or being joined */       \
    WORD(AGENT_HOLD, "hold")               /* the caller hears music */        \
    WORD(AGENT_ACW, "acw")                 /* after-call work */               \
    WORD(AGENT_PAUSED, "paused")           /* logged in, not to be disturbed */\
    WORD(AGENT_UNAVAILABLE, "unavailable") /* the phone cannot be reached */

/* Why an agent's state changed. */
#define STATE_CAUSES(WORD)                                                     \
    WORD(STATE_BY_AGENT, "agent")                                              \
    WORD(STATE_BY_SUPERVISOR, "supervisor")                                    \
    WORD(STATE_BY_PHONE_LOST, "phone_lost")                                    \
    WORD(STATE_BY_PHONE_BACK, "phone_back")                                    \
    WORD(STATE_BY_FAULT, "fault")                                              \
    WORD(STATE_BY_REMOVAL, "removal")                                          \
    WORD(STATE_BY_CONSOLE_LOST, "console_lost") /* gone, or stalled */         \
    WORD(STATE_BY_CONSOLE_BACK, "console_back")

/* Whether somebody is at an agent's console. */
#define CONSOLE_STATES(WORD)                                                   \
    WORD(CONSOLE_NONE, "none")         /* no console is attached */            \
    WORD(CONSOLE_ATTACHED, "attached") /* at least one is, and shows all */    \
    WORD(CONSOLE_STALLED, "stalled")   /* its terminal takes nothing in */

/* How an offer ended. */
#define OFFER_RESULTS(WORD)                                                    \
    WORD(OFFER_ANSWERED, "answered")                                           \
    WORD(OFFER_REJECTED, "rejected")   /* by the agent */                      \
    WORD(OFFER_NO_ANSWER, "no_answer") /* its time ran out */                  \
    WORD(OFFER_BUSY, "busy")           /* the phone was in use */              \
    WORD(OFFER_FAILED, "failed")       /* the phone could not be rung */       \
    WORD(OFFER_CANCELLED, "cancelled") /* the contact left first */

#define WRAP_UP_MODES(WORD)                                                    \
    WORD(WRAP_UP_NONE, "none")                                                 \
    WORD(WRAP_UP_MANDATORY_TIMED, "mandatory_timed")                           \
    WORD(WRAP_UP_MANDATORY_MANUAL, "mandatory_manual")                         \
    WORD(WRAP_UP_OPTIONAL, "optional") /* until the agent ends it */           \
    WORD(WRAP_UP_OPTIONAL_TIMED, "optional_timed")

/* What an agent does after the after-call work. */
#define AFTER_WORKS(WORD)                                                      \
    WORD(AFTER_AS_REQUESTED, "as_requested") /* before; else available */      \
    WORD(AFTER_AVAILABLE, "available")                                         \
    WORD(AFTER_PAUSED, "paused")                                               \
    WORD(AFTER_OFFLINE, "offline")

/* Who picks up the phone. */
#define PHONE_MODES(WORD)                                                      \
    WORD(PHONE_RINGS, "phone_rings") /* the agent lifts the handset */         \
    WORD(PHONE_ON_DEMAND, "on_demand") /* the agent accepts, it answers */     \
    WORD(PHONE_TOLD, "phone_told") /* as the first; or it is told to, by SIP */\
    WORD(PHONE_NAILED_UP, "nailed_up") /* nobody: its leg stands */

/* How the standing leg of an agent's phone is (phone mode nailed_up). */
#define LINE_STATES(WORD)                                                      \
    WORD(LINE_NONE, "none")     /* there is none; not called yet */            \
    WORD(LINE_CALLED, "called") /* the phone rings for it */                   \
    WORD(LINE_STANDS, "stands")                                                \
    WORD(LINE_DOWN, "down")     /* called again later, or when asked for */

/* Why a standing leg ended, or did not come to be. */
#define LINE_ENDS(WORD)                                                        \
    WORD(LINE_NOT_ENDED, "none")                                               \
    WORD(LINE_HUNG_UP, "hung_up")       /* by the phone */                     \
    WORD(LINE_NO_ANSWER, "no_answer")   /* nobody picked up */                 \
    WORD(LINE_REJECTED, "rejected")                                            \
    WORD(LINE_BUSY, "busy")                                                    \
    WORD(LINE_FAILED, "failed")         /* could not be called, or was lost */ \
    WORD(LINE_MEDIA_LOST, "media_lost") /* no sound in a talk */               \
    WORD(LINE_LET_GO, "let_go")         /* logged out, or another phone */     \
    WORD(LINE_SERVER_RESTART, "server_restart")

/* How far an agent is who asks somebody about the caller. */
#define CONSULT_STAGES(WORD)                                                   \
    WORD(CONSULT_NONE, "none")                                                 \
    WORD(CONSULT_RINGS, "ringing") /* not picked up yet */                     \
    WORD(CONSULT_TALKS, "talking")
/* clang-format on */

#endif
