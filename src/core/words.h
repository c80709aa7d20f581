/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that commands, events and the state share, and their spelling. */

#ifndef CORE_WORDS_H
#define CORE_WORDS_H

#include <stddef.h>

/*
 * A list here is the only place where its words are written down: the enum
 * and the array of spellings are both made from it. Spellings are for programs
 * and journals; what people read is translated elsewhere. A journal outlives
 * this file: words are only ever added, and at the end of their list.
 */

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

/* Where a contact is. Each stay is a segment. */
#define CONTACT_PLACES(WORD)                                                   \
    WORD(PLACE_IVR, "ivr")           /* in a flow */                           \
    WORD(PLACE_QUEUE, "queue")       /* waiting, perhaps on offer */           \
    WORD(PLACE_TALK, "talk")         /* with an agent, hold included */        \
    WORD(PLACE_TRANSFER, "transfer") /* on the way to an outside number */     \
    WORD(PLACE_OUTSIDE, "outside")   /* talking to an outside number */        \
    WORD(PLACE_ENDED, "ended")       /* the caller's leg is being let go */    \
    WORD(PLACE_DIALLING, "dialling") /* an agent calls; no talk yet */         \
    WORD(PLACE_VOICEMAIL, "voicemail") /* leaving a message in a box */

/* Why a contact, or a talk of it, ended. */
#define END_CAUSES(WORD)                                                       \
    WORD(END_CALLER_HUNG_UP, "caller_hung_up") /* after an answer, or in IVR */\
    WORD(END_ABANDONED, "abandoned")           /* while waiting */             \
    WORD(END_AGENT_HUNG_UP, "agent_hung_up")                                   \
    WORD(END_FLOW_ENDED, "flow_ended")         /* the flow hung up */          \
    WORD(END_FLOW_FAILED, "flow_failed")       /* too many steps, no exit */   \
    WORD(END_QUEUE_FULL, "queue_full")                                         \
    WORD(END_OVERFLOWED, "overflowed")         /* waited too long: hung up */  \
    WORD(END_NO_ENTRY, "no_entry")             /* nobody serves that number */ \
    WORD(END_BRIDGE_FAILED, "bridge_failed")   /* never heard each other */    \
    WORD(END_TRANSFERRED, "transferred")       /* the talk: moved elsewhere */ \
    WORD(END_TRANSFER_FAILED, "transfer_failed")                               \
    WORD(END_OUTSIDE_HUNG_UP, "outside_hung_up")                               \
    WORD(END_MEDIA_LOST, "media_lost")         /* no sound for too long */     \
    WORD(END_NOT_CONNECTED, "not_connected")   /* answered, never confirmed */ \
    WORD(END_BY_SUPERVISOR, "by_supervisor")                                   \
    WORD(END_QUEUE_REMOVED, "queue_removed")                                   \
    WORD(END_SERVER_RESTART, "server_restart")                                 \
    WORD(END_FAULT, "fault")                                                   \
    WORD(END_NOT_REACHED, "not_reached")       /* the number called */         \
    WORD(END_PHONE_FAILED, "phone_failed")     /* of the agent who calls */    \
    WORD(END_NOT_ALLOWED, "not_allowed")       /* a phone's call out */        \
    WORD(END_FEATURE, "feature")               /* a code dialled: was done */  \
    WORD(END_VOICEMAIL, "voicemail")           /* left a message, or could not */ \
    WORD(END_QUEUE_CLOSED, "queue_closed")                                     \
    WORD(END_TURNED_AWAY, "turned_away")       /* by a rule of the queue */

/* How a contact left a queue. */
#define QUEUE_EXITS(WORD)                                                      \
    WORD(EXIT_ANSWERED, "answered")                                            \
    WORD(EXIT_ABANDONED, "abandoned")                                          \
    WORD(EXIT_OVERFLOWED, "overflowed")                                        \
    WORD(EXIT_MOVED, "moved")   /* by a person, or the queue was removed */    \
    WORD(EXIT_ENDED, "ended")   /* by us: supervisor, restart, fault, media */

/* Which of several free agents is offered a contact. In all but one the lowest
   priority of the assignment goes first, and in all the inner ring of skills. */
#define STRATEGIES(WORD)                                                       \
    WORD(STRATEGY_LONGEST_IDLE, "longest_idle")                                \
    WORD(STRATEGY_FEWEST_CONTACTS, "fewest_contacts") /* handled today */      \
    WORD(STRATEGY_LEAST_TALK, "least_talk") /* today, hold included */         \
    WORD(STRATEGY_BEST_SKILL, "best_skill") /* in what the queue demands */    \
    WORD(STRATEGY_ROUND_ROBIN, "round_robin") /* offered longest ago */        \
    WORD(STRATEGY_ORDERED, "ordered") /* by priority, then number */           \
    WORD(STRATEGY_WEIGHTED_RANDOM, "weighted_random") /* by lot */             \
    WORD(STRATEGY_RING_ALL, "ring_all") /* who answers first has it */         \
    WORD(STRATEGY_RING_PROGRESSIVELY, "ring_progressively") /* more and more */

#define WRAP_UP_MODES(WORD)                                                    \
    WORD(WRAP_UP_NONE, "none")                                                 \
    WORD(WRAP_UP_MANDATORY_TIMED, "mandatory_timed")                           \
    WORD(WRAP_UP_MANDATORY_MANUAL, "mandatory_manual")

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

/* Where a contact may be sent; core/sending.h is the gate. */
#define DESTINATIONS(WORD)                                                     \
    WORD(TO_HANG_UP, "hang_up")                                                \
    WORD(TO_QUEUE, "queue")                                                    \
    WORD(TO_FLOW, "flow")                                                      \
    WORD(TO_AGENT, "agent")                                                    \
    WORD(TO_NUMBER, "number")                                                  \
    WORD(TO_VOICEMAIL, "voicemail")                                            \
    WORD(TO_BUSY, "busy") /* refused before it is answered */                  \
    WORD(TO_CALLBACK, "callback")                                              \
    WORD(TO_ANNOUNCEMENT, "announcement") /* heard to its end, then hung up */

/* What a rule changes of a contact; the first leaves it as it is. */
#define RULE_LANGUAGES(WORD)                                                   \
    WORD(RULE_LANGUAGE_KEEP, "keep")                                           \
    WORD(RULE_LANGUAGE_EN, "en")                                               \
    WORD(RULE_LANGUAGE_ES, "es")                                               \
    WORD(RULE_LANGUAGE_CS, "cs")

/* Which of a rule's destinations a contact is led to. */
#define RULE_SHARINGS(WORD)                                                    \
    WORD(RULE_FIRST, "first")   /* that can take it */                         \
    WORD(RULE_SHARES, "shares") /* drawn by lot of those that can */

/* Why a rule leads a contact, or does not. */
#define RULE_RESULTS(WORD)                                                     \
    WORD(RULE_MATCHES, "matches")                                              \
    WORD(RULE_DISABLED, "disabled")                                            \
    WORD(RULE_OTHER_ENTRY, "other_entry") /* it is for another entry */        \
    WORD(RULE_NOT_YET, "not_yet")         /* valid later */                    \
    WORD(RULE_NO_MORE, "no_more")         /* was valid before */               \
    WORD(RULE_FALSE, "condition_false")                                        \
    WORD(RULE_NOWHERE, "nowhere") /* no destination can take it now */         \
    WORD(RULE_NOT_ASKED, "not_asked") /* one before it matches */

#define LANGUAGES(WORD)                                                        \
    WORD(SPEAKS_EN, "en")                                                      \
    WORD(SPEAKS_ES, "es")                                                      \
    WORD(SPEAKS_CS, "cs")

#define ROLES(WORD)                                                            \
    WORD(ROLE_ADMIN, "admin")                                                  \
    WORD(ROLE_SUPERVISOR, "supervisor")                                        \
    WORD(ROLE_AGENT, "agent")                                                  \
    WORD(ROLE_ANALYST, "analyst")

#define TRANSPORTS(WORD)                                                       \
    WORD(TRANSPORT_UDP, "udp")                                                 \
    WORD(TRANSPORT_TCP, "tcp")                                                 \
    WORD(TRANSPORT_TLS, "tls")

#define NODE_TYPES(WORD)                                                       \
    WORD(NODE_ANSWER, "answer")                                                \
    WORD(NODE_PLAY, "play")                                                    \
    WORD(NODE_MENU, "menu")                                                    \
    WORD(NODE_SET_LANGUAGE, "set_language")                                    \
    WORD(NODE_QUEUE, "queue")                                                  \
    WORD(NODE_HANG_UP, "hang_up")                                              \
    WORD(NODE_START, "start")                                                  \
    WORD(NODE_WAIT, "wait")                                                    \
    WORD(NODE_SPLIT, "split")                                                  \
    WORD(NODE_COLLECT, "collect")                                              \
    WORD(NODE_SET, "set")                                                      \
    WORD(NODE_SWITCH, "switch")                                                \
    WORD(NODE_LOOP, "loop")                                                    \
    WORD(NODE_LANGUAGE, "language")                                            \
    WORD(NODE_PRIORITY, "priority")                                            \
    WORD(NODE_TAG, "tag")                                                      \
    WORD(NODE_RECORDING, "recording")                                          \
    WORD(NODE_SURVEY, "survey")                                                \
    WORD(NODE_SEND_DIGITS, "send_digits")                                      \
    WORD(NODE_SUB_FLOW, "sub_flow")                                            \
    WORD(NODE_RETURN, "return")                                                \
    WORD(NODE_IF, "if")                                                        \
    WORD(NODE_VOICEMAIL, "voicemail")

/* How a step of a flow ended. */
#define STEP_EXITS(WORD)                                                       \
    WORD(STEP_DONE, "done")                                                    \
    WORD(STEP_MATCHED, "matched") /* a digit of the menu */                    \
    WORD(STEP_TIMEOUT, "timeout") /* no digit */                               \
    WORD(STEP_INVALID, "invalid") /* a digit the menu does not have */         \
    WORD(STEP_ERROR, "error")     /* could not be done */                      \
    WORD(STEP_OTHER, "other")     /* the second way of two */

/* How keys that were collected are checked. */
#define DIGIT_CHECKS(WORD)                                                     \
    WORD(DIGITS_ANY, "none")                                                   \
    WORD(DIGITS_LUHN, "luhn") /* ISO/IEC 7812-1, annex B: cards and the like */

/* Whether the talks of a contact are recorded. */
#define RECORDING_CHOICES(WORD)                                                \
    WORD(RECORDING_AS_QUEUE, "as_queue") /* as the queue has it */             \
    WORD(RECORDING_ALWAYS, "always")                                           \
    WORD(RECORDING_NEVER, "never")

/* What stood between an agent and an offer. */
#define VERDICTS(WORD)                                                         \
    WORD(VERDICT_CHOSEN, "chosen")                                             \
    WORD(VERDICT_LESS_IDLE, "less_idle")     /* another was idle for longer */ \
    WORD(VERDICT_LATER_RING, "later_ring")   /* another has the queue first */ \
    WORD(VERDICT_OFFLINE, "offline")                                           \
    WORD(VERDICT_PAUSED, "paused")                                             \
    WORD(VERDICT_BUSY, "busy")               /* offered, talking, hold */      \
    WORD(VERDICT_ACW, "acw")                                                   \
    WORD(VERDICT_COOL_DOWN, "cool_down")     /* after an offer not answered */ \
    WORD(VERDICT_UNREACHABLE, "unreachable") /* no phone */                    \
    WORD(VERDICT_NOT_SEEN, "not_seen")       /* no sign of life since start */ \
    WORD(VERDICT_NOT_WANTED, "not_wanted")   /* free, but it is another's */   \
    WORD(VERDICT_UNATTENDED, "unattended")   /* nobody is at the console */    \
    WORD(VERDICT_NO_LINE, "no_line")         /* its leg does not stand */ \
    WORD(VERDICT_DELAYED, "delayed")         /* serves the queue only later */ \
    WORD(VERDICT_UNSKILLED, "unskilled")     /* lacks what is demanded now */  \
    WORD(VERDICT_OUTER_RING, "outer_ring")   /* another fits an earlier step */\
    WORD(VERDICT_MORE_CONTACTS, "more_contacts") /* had more of them today */  \
    WORD(VERDICT_MORE_TALK, "more_talk")     /* talked for longer today */     \
    WORD(VERDICT_LESS_SKILLED, "less_skilled") /* another has more skill */    \
    WORD(VERDICT_LATER_TURN, "later_turn")   /* another's turn is before */    \
    WORD(VERDICT_NOT_DRAWN, "not_drawn")     /* by lot it is another */

/* Which talks of a queue are recorded. */
#define RECORDING_POLICIES(WORD)                                               \
    WORD(RECORD_NONE, "none")                                                  \
    WORD(RECORD_ALL, "all")                                                    \
    WORD(RECORD_PERCENTAGE, "percentage") /* drawn for each talk */

/* How far a recording is. */
#define RECORDING_STATES(WORD)                                                 \
    WORD(RECORDING_RUNS, "running")                                            \
    WORD(RECORDING_ENDS, "ending") /* the talk is over, the file not yet */    \
    WORD(RECORDING_KEPT, "kept")                                               \
    WORD(RECORDING_LOST, "lost") /* nothing of it could be kept */             \
    WORD(RECORDING_DELETED, "deleted")

/* How somebody had access to a recording. */
#define LISTENING_WAYS(WORD)                                                   \
    WORD(LISTENING_BY_DOWNLOAD, "download")                                    \
    WORD(LISTENING_BY_PHONE, "phone")

/* How much the server logs: the levels of base/log.h, in their order. */
#define LOG_DEPTHS(WORD)                                                       \
    WORD(LOG_DEPTH_ERROR, "error")                                             \
    WORD(LOG_DEPTH_WARNING, "warning")                                         \
    WORD(LOG_DEPTH_NOTE, "note")                                               \
    WORD(LOG_DEPTH_DETAIL, "detail")

/* What a contact's trace consists of. */
#define TRACED_KINDS(WORD)                                                     \
    WORD(TRACED_MESSAGE, "message")   /* of SIP */                             \
    WORD(TRACED_DECISION, "decision") /* an event of the journal */            \
    WORD(TRACED_EFFECT, "effect")     /* what the core asked for */            \
    WORD(TRACED_GAP, "gap")           /* older ones are no longer there */

/* What a listener does with the sound. */
#define LISTENING_ACTIONS(WORD)                                                \
    WORD(LISTENING_STATUS, "status") /* nothing: only look */                  \
    WORD(LISTENING_PLAY, "play")                                               \
    WORD(LISTENING_PAUSE, "pause")                                             \
    WORD(LISTENING_SEEK, "seek")   /* to a place */                            \
    WORD(LISTENING_SKIP, "skip")   /* by so much, forth or back */             \
    WORD(LISTENING_SPEED, "speed") /* in percent */                            \
    WORD(LISTENING_STOP, "stop")   /* and hang up */

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

/* Why a caller comes to a box, and so which greeting is heard. */
#define GREETINGS(WORD)                                                        \
    WORD(GREETING_STANDARD, "standard")                                        \
    WORD(GREETING_BUSY, "busy")       /* nobody was free */                    \
    WORD(GREETING_CLOSED, "closed")   /* nobody works now */                   \
    WORD(GREETING_HOLIDAY, "holiday") /* in the box's own time of absence */

/* How far a caller is who leaves a message. */
#define BOX_STAGES(WORD)                                                       \
    WORD(BOX_STAGE_NONE, "none")                                               \
    WORD(BOX_STAGE_GREETING, "greeting")                                       \
    WORD(BOX_STAGE_TONE, "tone")                                               \
    WORD(BOX_STAGE_SPEAKING, "speaking")                                       \
    WORD(BOX_STAGE_MENU, "menu")       /* what to do with what was said */     \
    WORD(BOX_STAGE_HEARING, "hearing") /* what was said */                     \
    WORD(BOX_STAGE_GOODBYE, "goodbye")

/* What became of a message. */
#define MESSAGE_STATES(WORD)                                                   \
    WORD(MESSAGE_BEING_LEFT, "being_left")                                     \
    WORD(MESSAGE_NEW, "new")                                                   \
    WORD(MESSAGE_HEARD, "heard")                                               \
    WORD(MESSAGE_SAVED, "saved")     /* kept until somebody deletes it */      \
    WORD(MESSAGE_DONE, "done")       /* nothing is left to do about it */      \
    WORD(MESSAGE_DELETED, "deleted") /* for good when its time is over */

/* Why nothing is kept of what a caller said, or did not say. */
#define MESSAGE_LOSSES(WORD)                                                   \
    WORD(MESSAGE_TOO_SHORT, "too_short")                                       \
    WORD(MESSAGE_SILENT, "silent")         /* nothing was said */              \
    WORD(MESSAGE_TAKEN_BACK, "taken_back") /* recorded anew, by the caller */  \
    WORD(MESSAGE_NOT_KEPT, "not_kept")     /* the disk has nothing of it */

/* Who of a team gets a message. */
#define BOX_RULES(WORD)                                                        \
    WORD(BOX_RULE_EVERYONE, "everyone")                                        \
    WORD(BOX_RULE_ROUND_ROBIN, "round_robin") /* each in turn */

/* When a queue's rule sends a contact elsewhere. */
#define RULE_CAUSES(WORD)                                                      \
    WORD(RULE_FULL, "full")         /* as many wait as may */                  \
    WORD(RULE_WAITED, "waited")     /* for as long as one may */               \
    WORD(RULE_ESTIMATE, "estimate") /* it would wait for longer than that */   \
    WORD(RULE_NOBODY_LOGGED_IN, "nobody_logged_in")                            \
    WORD(RULE_NOBODY_READY, "nobody_ready") /* all of them pause */            \
    WORD(RULE_NOBODY_WORKS, "nobody_works") /* ... or wrap up */               \
    WORD(RULE_CLOSED, "closed")     /* by the night switch */                  \
    WORD(RULE_KEY, "key")           /* the caller pressed it */

/* When it is looked at. */
#define RULE_MOMENTS(WORD)                                                     \
    WORD(RULE_ON_JOINING, "join")                                              \
    WORD(RULE_WHILE_WAITING, "wait")                                           \
    WORD(RULE_ALWAYS, "both")

/* Who of a queue's agents is there, where a rule asks for it: each word goes
   for more people than the one before. */
#define STAFFINGS(WORD)                                                        \
    WORD(STAFFING_UNWATCHED, "unwatched") /* no rule asks */                   \
    WORD(STAFFING_WORKS, "works")         /* somebody is free, or talks */     \
    WORD(STAFFING_WRAPS_UP, "wraps_up")   /* nobody does, somebody wraps up */ \
    WORD(STAFFING_PAUSES, "pauses")       /* whoever is logged in pauses */    \
    WORD(STAFFING_NOBODY, "nobody")       /* nobody is logged in */

/* What a document, or a secret's owner, is. */
#define DOCUMENT_KINDS(WORD)                                                   \
    WORD(DOCUMENT_USER, "user")                                                \
    WORD(DOCUMENT_DEVICE, "device")                                            \
    WORD(DOCUMENT_AGENT, "agent")                                              \
    WORD(DOCUMENT_QUEUE, "queue")                                              \
    WORD(DOCUMENT_FLOW, "flow")                                                \
    WORD(DOCUMENT_TRUNK, "trunk")                                              \
    WORD(DOCUMENT_ENTRY, "entry")                                              \
    WORD(DOCUMENT_PAUSE_REASON, "pause_reason")                                \
    WORD(DOCUMENT_DISPOSITION, "disposition")                                  \
    WORD(DOCUMENT_TEAM, "team")                                                \
    WORD(DOCUMENT_PROMPT, "prompt")                                            \
    WORD(DOCUMENT_ROUTE, "route")                                              \
    WORD(DOCUMENT_CAP, "cap")                                                  \
    WORD(DOCUMENT_SKILL, "skill")                                              \
    WORD(DOCUMENT_BOX, "box")                                                  \
    WORD(DOCUMENT_CALENDAR, "calendar")                                        \
    WORD(DOCUMENT_CALLER_LIST, "caller_list")                                  \
    WORD(DOCUMENT_RULE, "rule")                                                \
    WORD(DOCUMENT_QUEUE_RULE, "queue_rule")

/* Every list: LIST(name of the enum, list). */
#define WORD_LISTS(LIST)                                                       \
    LIST(agent_state, AGENT_STATES)                                            \
    LIST(state_cause, STATE_CAUSES)                                            \
    LIST(console_state, CONSOLE_STATES)                                        \
    LIST(offer_result, OFFER_RESULTS)                                          \
    LIST(contact_place, CONTACT_PLACES)                                        \
    LIST(end_cause, END_CAUSES)                                                \
    LIST(queue_exit, QUEUE_EXITS)                                              \
    LIST(strategy, STRATEGIES)                                                 \
    LIST(wrap_up_mode, WRAP_UP_MODES)                                          \
    LIST(after_work, AFTER_WORKS)                                              \
    LIST(phone_mode, PHONE_MODES)                                              \
    LIST(line_state, LINE_STATES)                                              \
    LIST(line_end, LINE_ENDS)                                                  \
    LIST(consult_stage, CONSULT_STAGES)                                        \
    LIST(destination, DESTINATIONS)                                            \
    LIST(rule_language, RULE_LANGUAGES)                                        \
    LIST(rule_sharing, RULE_SHARINGS)                                          \
    LIST(rule_result, RULE_RESULTS)                                            \
    LIST(speech, LANGUAGES)                                                    \
    LIST(role, ROLES)                                                          \
    LIST(transport, TRANSPORTS)                                                \
    LIST(node_type, NODE_TYPES)                                                \
    LIST(step_exit, STEP_EXITS)                                                \
    LIST(verdict, VERDICTS)                                                    \
    LIST(recording_policy, RECORDING_POLICIES)                                 \
    LIST(recording_state, RECORDING_STATES)                                    \
    LIST(listening_way, LISTENING_WAYS)                                        \
    LIST(listening_action, LISTENING_ACTIONS)                                  \
    LIST(trunk_state, TRUNK_STATES)                                            \
    LIST(log_depth, LOG_DEPTHS)                                                \
    LIST(traced_kind, TRACED_KINDS)                                            \
    LIST(registration, REGISTRATIONS)                                          \
    LIST(trunk_reason, TRUNK_REASONS)                                          \
    LIST(document_kind, DOCUMENT_KINDS)                                        \
    LIST(cap_scope, CAP_SCOPES)                                                \
    LIST(toll_cause, TOLL_CAUSES)                                              \
    LIST(box_greeting, GREETINGS)                                              \
    LIST(box_stage, BOX_STAGES)                                                \
    LIST(message_state, MESSAGE_STATES)                                        \
    LIST(message_loss, MESSAGE_LOSSES)                                         \
    LIST(box_rule, BOX_RULES)                                                  \
    LIST(digit_check, DIGIT_CHECKS)                                            \
    LIST(recording_choice, RECORDING_CHOICES)                                  \
    LIST(rule_cause, RULE_CAUSES)                                              \
    LIST(rule_moment, RULE_MOMENTS)                                            \
    LIST(staffing, STAFFINGS)

/* Pause reasons of the product's own; those of people's making follow. */
enum {
    PAUSE_NONE = 0,
    PAUSE_LOGGED_IN = 1, /* logged in is not yet available */
    PAUSE_MISSED = 2,    /* too many offers in a row were not answered */
    PAUSE_FAULT = 3,     /* a claim about the agent did not hold */
    PAUSE_OWN_CALL = 4,  /* the agent's phone has called inside the house */
    PAUSE_FIRST_DEFINED = 16,
};

#define WORD_CODE(code, spelling) code,
#define WORD_ENUM(name, list) enum name { list(WORD_CODE) };
WORD_LISTS(WORD_ENUM)
#undef WORD_ENUM
#undef WORD_CODE

#define WORD_ONE(code, spelling) +1
enum {
#define WORD_COUNT(name, list) name##_count = 0 list(WORD_ONE),
    WORD_LISTS(WORD_COUNT)
#undef WORD_COUNT
};
#undef WORD_ONE
/* clang-format on */

/* A list at run time. */
struct word_list {
    const char *name;
    const char *const *words;
    size_t count;
};

/* One per list: word_list_agent_state and so on. */
#define WORD_LIST_DECLARE(name, list)                                          \
    extern const struct word_list word_list_##name;
WORD_LISTS(WORD_LIST_DECLARE)
#undef WORD_LIST_DECLARE

/**
 * Finds a word.
 *
 * @return its number in the list, or -ENOENT
 */
int word_find(const struct word_list *words, const char *spelling);

/**
 * Spells a word. NULL when the number is none of the list's.
 */
const char *word_spell(const struct word_list *words, int number);

#endif
