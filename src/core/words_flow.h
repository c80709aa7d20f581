/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words (core/words.h): what flows consist of. */

#ifndef CORE_WORDS_FLOW_H
#define CORE_WORDS_FLOW_H

/* clang-format off */
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
    WORD(NODE_VOICEMAIL, "voicemail")                                          \
    WORD(NODE_LOOKUP, "lookup")                                                \
    WORD(NODE_CALLBACK, "callback")                                          \
    WORD(NODE_HOURS, "hours")                                                  \
    WORD(NODE_CALLER_LIST, "caller_list")                                      \
    WORD(NODE_TRANSFER, "transfer")                                            \
    WORD(NODE_SAY, "say")                                                      \
    WORD(NODE_RECORD, "record")                                                \
    WORD(NODE_MAILBOX, "mailbox")                                              \
    WORD(NODE_ASK_LANGUAGE, "ask_language")

/* What a flow is for. */
#define FLOW_TYPES(WORD)                                                       \
    WORD(FLOW_TYPE_INBOUND, "inbound")                                         \
    WORD(FLOW_TYPE_PART, "part")                                               \
    WORD(FLOW_TYPE_SURVEY, "survey")                                           \
    WORD(FLOW_TYPE_VOICEMAIL, "voicemail")                                     \
    WORD(FLOW_TYPE_OUTBOUND, "outbound")                                       \
    WORD(FLOW_TYPE_CALLBACK, "callback")

/* The same in lists of flows, which hold no texts. */
#define FLOW_SORTS(WORD)                                                       \
    WORD(FLOW_SORT_UNKNOWN, "unknown") /* last set by a release without it */  \
    WORD(FLOW_SORT_INBOUND, "inbound")                                         \
    WORD(FLOW_SORT_PART, "part")                                               \
    WORD(FLOW_SORT_SURVEY, "survey")                                           \
    WORD(FLOW_SORT_VOICEMAIL, "voicemail")                                     \
    WORD(FLOW_SORT_OUTBOUND, "outbound")                                       \
    WORD(FLOW_SORT_CALLBACK, "callback")

/* How a step of a flow ended. */
#define STEP_EXITS(WORD)                                                       \
    WORD(STEP_DONE, "done")                                                    \
    WORD(STEP_MATCHED, "matched") /* a digit of the menu */                    \
    WORD(STEP_TIMEOUT, "timeout") /* no digit */                               \
    WORD(STEP_INVALID, "invalid") /* a digit the menu does not have */         \
    WORD(STEP_ERROR, "error")     /* could not be done */                      \
    WORD(STEP_OTHER, "other")     /* the second way of two */                  \
    WORD(STEP_HOLIDAY, "holiday") /* closed, and a holiday */

/* What ends a way through flows that does not end by itself. */
#define FLOW_LIMITS(WORD)                                                      \
    WORD(LIMIT_STEPS, "steps")                                                 \
    WORD(LIMIT_TIME, "time")

/* How keys that were collected are checked. */
#define DIGIT_CHECKS(WORD)                                                     \
    WORD(DIGITS_ANY, "none")                                                   \
    WORD(DIGITS_LUHN, "luhn") /* ISO/IEC 7812-1, annex B: cards and the like */

/* Whether the talks of a contact are recorded. */
#define RECORDING_CHOICES(WORD)                                                \
    WORD(RECORDING_AS_QUEUE, "as_queue") /* as the queue has it */             \
    WORD(RECORDING_ALWAYS, "always")                                           \
    WORD(RECORDING_NEVER, "never")

/* How far a caller is whose words a node records. */
#define UTTERANCE_STAGES(WORD)                                                 \
    WORD(UTTERANCE_NONE, "none")                                               \
    WORD(UTTERANCE_TONE, "tone")                                               \
    WORD(UTTERANCE_SPEAKING, "speaking")                                       \
    WORD(UTTERANCE_SAVING, "saving") /* all is said, the file is not whole */

/* How another machine is asked (RFC 9110, 9.3). */
#define LOOKUP_METHODS(WORD)                                                   \
    WORD(LOOKUP_GET, "get")                                                    \
    WORD(LOOKUP_POST, "post")

/* What came of asking. */
#define LOOKUP_OUTCOMES(WORD)                                                  \
    WORD(LOOKUP_FOUND, "found")                                                \
    WORD(LOOKUP_NOT_FOUND, "not_found")   /* 404, or none of the values */     \
    WORD(LOOKUP_REFUSED, "refused")       /* any other status */               \
    WORD(LOOKUP_UNREADABLE, "unreadable") /* no JSON, or too much of it */     \
    WORD(LOOKUP_UNREACHABLE, "unreachable")                                    \
    WORD(LOOKUP_UNTRUSTED, "untrusted") /* its certificate */                  \
    WORD(LOOKUP_FORBIDDEN, "forbidden") /* its address is a private one */     \
    WORD(LOOKUP_TIMEOUT, "timeout")                                            \
    WORD(LOOKUP_SPARED, "spared") /* not asked: it failed too often */         \
    WORD(LOOKUP_BUSY, "busy")     /* not asked: too many are at once */        \
    WORD(LOOKUP_TOO_LONG, "too_long") /* not asked: what would be sent */
/* clang-format on */

#endif
