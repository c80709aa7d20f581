/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words (core/words.h): where contacts are, where they go, and why. */

#ifndef CORE_WORDS_ROUTING_H
#define CORE_WORDS_ROUTING_H

/* clang-format off */
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
    WORD(END_FLOW_FAILED, "flow_failed")       /* too long, error, no exit */  \
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
    WORD(END_TURNED_AWAY, "turned_away")       /* by a rule of the queue */    \
    WORD(END_CALLBACK, "callback")             /* is to be called back */      \
    WORD(END_EXPIRED, "expired")               /* a callback, in the line */   \
    WORD(END_FLOW_TRIED, "flow_tried")         /* by phone, in whichever way */

/* Who sends a contact to an outside number, and has a say when it is not
   reached. */
#define SENDERS(WORD)                                                          \
    WORD(SENDER_NONE, "none")   /* an agent, or nobody who would have one */   \
    WORD(SENDER_FLOW, "flow")   /* a node of the flow that it was in */        \
    WORD(SENDER_RULE, "rule")   /* the routing rule that led it */             \
    WORD(SENDER_QUEUE, "queue") /* a way out of a queue, or who moves it */

/* How a contact left a queue. */
#define QUEUE_EXITS(WORD)                                                      \
    WORD(EXIT_ANSWERED, "answered")                                            \
    WORD(EXIT_ABANDONED, "abandoned")                                          \
    WORD(EXIT_OVERFLOWED, "overflowed")                                        \
    WORD(EXIT_MOVED, "moved")   /* by a person, or the queue was removed */    \
    WORD(EXIT_ENDED, "ended")   /* by us: supervisor, restart, fault, media */ \
    WORD(EXIT_CALLBACK, "callback") /* the caller: keeps the place */          \
    WORD(EXIT_CALLED, "called")     /* who is called back, in that place */

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
    WORD(VERDICT_NOT_DRAWN, "not_drawn")     /* by lot it is another */        \
    WORD(VERDICT_TRANSFERRED, "transferred") /* that contact, to the queue */

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

/* When a rule is tried. */
#define RULE_TIMES(WORD)                                                       \
    WORD(RULE_ON_ARRIVAL, "arrival") /* when a call comes */                   \
    WORD(RULE_IN_QUEUE, "waiting")   /* again and again, while it waits */

/* Which of a rule's destinations a contact is led to. */
#define RULE_SHARINGS(WORD)                                                    \
    WORD(RULE_FIRST, "first")   /* that can take it */                         \
    WORD(RULE_SHARES, "shares") /* drawn by lot of those that can */

/* What becomes of a rule when the draft is published, or by going back. */
#define RULE_CHANGES(WORD)                                                     \
    WORD(RULE_SAME, "same")                                                    \
    WORD(RULE_ADDED, "added")                                                  \
    WORD(RULE_CHANGED, "changed")                                              \
    WORD(RULE_GONE, "removed")

/* Why a rule leads a contact, or does not. */
#define RULE_RESULTS(WORD)                                                     \
    WORD(RULE_MATCHES, "matches")                                              \
    WORD(RULE_DISABLED, "disabled")                                            \
    WORD(RULE_OTHER_ENTRY, "other_entry") /* it is for another entry */        \
    WORD(RULE_OTHER_TIME, "other_time") /* it is for who waits, or comes */    \
    WORD(RULE_NOT_YET, "not_yet")         /* valid later */                    \
    WORD(RULE_NO_MORE, "no_more")         /* was valid before */               \
    WORD(RULE_FALSE, "condition_false")                                        \
    WORD(RULE_NOWHERE, "nowhere") /* no destination can take it now */         \
    WORD(RULE_NOT_ASKED, "not_asked") /* one before it matches */

/* When a queue's rule sends a contact elsewhere. */
#define RULE_CAUSES(WORD)                                                      \
    WORD(RULE_FULL, "full")         /* as many wait as may */                  \
    WORD(RULE_WAITED, "waited")     /* for as long as one may */               \
    WORD(RULE_ESTIMATE, "estimate") /* it would wait for longer than that */   \
    WORD(RULE_NOBODY_LOGGED_IN, "nobody_logged_in")                            \
    WORD(RULE_NOBODY_READY, "nobody_ready") /* all of them pause */            \
    WORD(RULE_NOBODY_WORKS, "nobody_works") /* ... or wrap up */               \
    WORD(RULE_CLOSED, "closed")     /* by the night switch */                  \
    WORD(RULE_KEY, "key")           /* the caller pressed it */                \
    WORD(RULE_FEW_LOGGED_IN, "few_logged_in") /* fewer than so many */         \
    WORD(RULE_FEW_READY, "few_ready") /* ... who do not pause */

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
/* clang-format on */

#endif
