/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words (core/words.h): recordings, messages, and who listens to them. */

#ifndef CORE_WORDS_SOUND_H
#define CORE_WORDS_SOUND_H

/* clang-format off */
/* Which talks of a queue are recorded. */
#define RECORDING_POLICIES(WORD)                                               \
    WORD(RECORD_NONE, "none")                                                  \
    WORD(RECORD_ALL, "all")                                                    \
    WORD(RECORD_PERCENTAGE, "percentage") /* drawn for each talk */

/* What a contact that waits hears between the music. */
#define HEARINGS(WORD)                                                         \
    WORD(HEARING_NOTICE, "notice")   /* that the talk is recorded */           \
    WORD(HEARING_COMFORT, "comfort") /* a prompt of the queue's */             \
    WORD(HEARING_PLACE, "place")     /* its place in line */                   \
    WORD(HEARING_WAIT, "wait")       /* the expected wait */                   \
    WORD(HEARING_PLACE_AND_WAIT, "place_and_wait")

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

/* What a listener does with the sound. */
#define LISTENING_ACTIONS(WORD)                                                \
    WORD(LISTENING_STATUS, "status") /* nothing: only look */                  \
    WORD(LISTENING_PLAY, "play")                                               \
    WORD(LISTENING_PAUSE, "pause")                                             \
    WORD(LISTENING_SEEK, "seek")   /* to a place */                            \
    WORD(LISTENING_SKIP, "skip")   /* by so much, forth or back */             \
    WORD(LISTENING_SPEED, "speed") /* in percent */                            \
    WORD(LISTENING_STOP, "stop")   /* and hang up */

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
    WORD(BOX_STAGE_GOODBYE, "goodbye")                                         \
    WORD(BOX_STAGE_VISIT, "visit") /* none: hears its messages, see visit.h */

/* How far somebody is who hears a box's messages by phone, or records what its
   callers hear. */
#define VISIT_STAGES(WORD)                                                     \
    WORD(VISIT_RINGING, "ringing")   /* the phone is called by the server */   \
    WORD(VISIT_NUMBER, "number")     /* is asked which box */                  \
    WORD(VISIT_PIN, "pin")           /* is asked for the PIN */                \
    WORD(VISIT_CHECKING, "checking") /* the PIN is being checked */            \
    WORD(VISIT_WRONG, "wrong")       /* ... and hears that it is not right */  \
    WORD(VISIT_COUNTS, "counts")     /* hears how many messages there are */   \
    WORD(VISIT_MENU, "menu")                                                   \
    WORD(VISIT_ENVELOPE, "envelope") /* hears whose message follows */         \
    WORD(VISIT_MESSAGE, "message")   /* hears one */                           \
    WORD(VISIT_CHOICE, "choice")     /* what to do with it */                  \
    WORD(VISIT_DONE, "done")         /* that was done; the next one follows */ \
    WORD(VISIT_REFUSED, "refused")   /* why that cannot be done */             \
    WORD(VISIT_BOX, "box")           /* is asked to which box it goes */       \
    WORD(VISIT_SURE, "sure")         /* ... and whether that is the one */     \
    WORD(VISIT_EMPTY, "empty")       /* there are no more of them */           \
    WORD(VISIT_GREETINGS, "greetings") /* which one is to be recorded */       \
    WORD(VISIT_LANGUAGE, "language") /* ... and in which language */           \
    WORD(VISIT_READY, "ready")       /* hears how to record */                 \
    WORD(VISIT_TONE, "tone")                                                   \
    WORD(VISIT_SPEAKING, "speaking")                                           \
    WORD(VISIT_WRITING, "writing")   /* what was said is not whole yet */      \
    WORD(VISIT_REVIEW, "review")     /* what to do with what was said */       \
    WORD(VISIT_HEARING, "hearing")   /* hears what was said */                 \
    WORD(VISIT_KEEPING, "keeping")   /* it is made a prompt */                 \
    WORD(VISIT_KEPT, "kept")                                                   \
    WORD(VISIT_NOT_KEPT, "not_kept") /* it cannot be used: once more */        \
    WORD(VISIT_GOODBYE, "goodbye")

/* Of whom the PIN of a box is asked. */
#define PIN_RULES(WORD)                                                        \
    WORD(PIN_OF_FOREIGN, "foreign") /* unless one's own phone calls */         \
    WORD(PIN_ALWAYS, "always")

/* What became of a message. */
#define MESSAGE_STATES(WORD)                                                   \
    WORD(MESSAGE_BEING_LEFT, "being_left")                                     \
    WORD(MESSAGE_NEW, "new")                                                   \
    WORD(MESSAGE_HEARD, "heard")                                               \
    WORD(MESSAGE_SAVED, "saved")     /* kept until somebody deletes it */      \
    WORD(MESSAGE_DONE, "done")       /* nothing is left to do about it */      \
    WORD(MESSAGE_DELETED, "deleted") /* for good when its time is over */

/* What has been done with one. */
#define MESSAGE_DEEDS(WORD)                                                    \
    WORD(DEED_LEFT, "left")                                                    \
    WORD(DEED_LISTENED, "listened") /* by phone */                             \
    WORD(DEED_DOWNLOADED, "downloaded")                                        \
    WORD(DEED_CALLED_BACK, "called_back")                                      \
    WORD(DEED_HEARD, "heard")                                                  \
    WORD(DEED_SAVED, "saved")                                                  \
    WORD(DEED_DONE, "done")                                                    \
    WORD(DEED_RENEWED, "renewed") /* new again, or brought back */             \
    WORD(DEED_DELETED, "deleted")                                              \
    WORD(DEED_GIVEN, "given")         /* to an agent, to care for it */        \
    WORD(DEED_GIVEN_BACK, "given_back") /* to nobody in particular */          \
    WORD(DEED_FORWARDED, "forwarded")                                          \
    WORD(DEED_WRITTEN, "written") /* what was said */                          \
    WORD(DEED_SENT, "sent")       /* by mail, or to a webhook */               \
    WORD(DEED_NOT_SENT, "not_sent")

/* How a message is sent on to those who do not look into the box. */
#define DELIVERY_WAYS(WORD)                                                    \
    WORD(DELIVERY_BY_MAIL, "mail")                                             \
    WORD(DELIVERY_BY_WEBHOOK, "webhook")

/* What came of that. */
#define DELIVERY_RESULTS(WORD)                                                 \
    WORD(DELIVERY_SENT, "sent")                                                \
    WORD(DELIVERY_NOT_NOW, "not_now") /* may do later */                       \
    WORD(DELIVERY_REFUSED, "refused") /* for good */                           \
    WORD(DELIVERY_FORBIDDEN, "forbidden") /* the address is a private one */   \
    WORD(DELIVERY_GIVEN_UP, "given_up") /* after the last attempt */           \
    WORD(DELIVERY_VOID, "void") /* the message is gone, or the wish */         \
    WORD(DELIVERY_TOO_MANY, "too_many") /* wait already: never begun */

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
/* clang-format on */

#endif
