/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of this folder share, and nobody else sees. */

#ifndef CALLS_INSIDE_H
#define CALLS_INSIDE_H

#include "base/fifo.h"
#include "base/trace.h"
#include "calls/calls.h"
#include "calls/line_out.h"
#include "calls/party.h"
#include "calls/prompt_library.h"
#include "calls/prompts.h"

struct calls {
    struct loop *loop;
    struct signalling *signalling;
    struct media *media;
    struct recorder *recorder;             /* NULL: nothing is recorded */
    struct prompts *prompts;               /* that came with the server */
    struct prompt_library *prompt_library; /* go before those */
    struct trace *trace;                   /* NULL: nothing is traced */
    uint32_t max_waiting;
    void (*wanted)(void *arg);
    void *arg;

    struct party_table parties;
    uint64_t *party_of_stream;   /* by stream slot: a party's id */
    struct line_out line_out;    /* trunks that dial, best first */
    struct calls_traffic closed; /* of streams that are closed */

    struct fifo commands; /* for the core */
    struct fifo notes;    /* for the store */

    /* secrets of devices not yet known, and names of those without */
    struct known_device *devices;
    size_t device_count, device_room;
    struct trunk_book *trunk_book;
};

/* queues.c */
void queue_command(struct calls *calls, const struct command *command);
void queue_serial(struct calls *calls, enum command_type type, uint64_t serial);
void queue_failed(struct calls *calls, uint64_t serial,
                  enum offer_result result);

void queue_redirected(struct calls *calls, uint64_t serial, const char *number);

/** Copies both; without a text the key is to be deleted. */
void queue_note(struct calls *calls, enum calls_note_kind kind, const char *key,
                const char *text);

/* stream.c: a party's sound. */

/** What SIP and media call a setting of trunks and phones; media get ready for
 *  it. */
enum media_srtp srtp_of(enum sound_secrecy secrecy);

/** Opens the stream. @return 0 or what media_open() returns */
int stream_open(struct calls *calls, struct party *party,
                const struct party *near);
void stream_close(struct calls *calls, struct party *party);

/** What we offer or answer: both laws, digits, this address. */
void stream_describe(const struct party *party,
                     const struct sockaddr_storage *address,
                     struct media_description *ret_local);
void stream_connect(struct calls *calls, struct party *party,
                    const struct media_description *remote);
void stream_take_events(struct calls *calls);

/* secrecy.c: whose sound is encrypted, as the core is told. */

/** A party and we have agreed on its sound, perhaps once more. */
void secrecy_agreed(struct calls *calls, struct party *party,
                    const struct media_description *local,
                    const struct media_description *remote);

/** A caller and another party are about to hear each other. */
void secrecy_joined(struct calls *calls, struct party *caller,
                    struct party *other);

/** A party has got its contact's number. */
void secrecy_named(struct calls *calls, struct party *party);

/* callers.c, callees.c, joins.c: one function per effect. */
void do_reject(struct calls *calls, const struct effect *effect);
void do_answer(struct calls *calls, const struct effect *effect);
void do_hang_up(struct calls *calls, const struct effect *effect);
void do_ring(struct calls *calls, const struct effect *effect);
void do_talk(struct calls *calls, const struct effect *effect);
void do_dial(struct calls *calls, const struct effect *effect);
void do_take_call(struct calls *calls, const struct effect *effect);
void do_pick_up(struct calls *calls, const struct effect *effect);
void do_end_callee(struct calls *calls, const struct effect *effect);
void do_play(struct calls *calls, const struct effect *effect);
void do_say(struct calls *calls, const struct effect *effect);
void do_play_over(struct calls *calls, const struct effect *effect);
void do_beep(struct calls *calls, const struct effect *effect);
void do_play_message(struct calls *calls, const struct effect *effect);
void do_skip_play(struct calls *calls, const struct effect *effect);
void do_ring_back(struct calls *calls, const struct effect *effect);
void do_stop_play(struct calls *calls, const struct effect *effect);
void do_bridge(struct calls *calls, const struct effect *effect);
void do_hold(struct calls *calls, const struct effect *effect);
void do_resume(struct calls *calls, const struct effect *effect);
void do_join_legs(struct calls *calls, const struct effect *effect);
void do_park_leg(struct calls *calls, const struct effect *effect);
void do_mute(struct calls *calls, const struct effect *effect); /* and unmute */
void do_send_digits(struct calls *calls, const struct effect *effect);

/** Lets both hear each other, and nothing else. @return as media_bridge() */
int join_parties(struct calls *calls, struct party *one, struct party *other,
                 uint64_t tag);

/* early.c: an outside number rings, and may be heard already; and that is over
   without an answer. */
void callee_rings(struct calls *calls, struct party *party, int code,
                  const struct media_description *early);
void early_over(struct calls *calls, struct party *party);

/* The tag of a digit to be sent, and what comes of it. */
static const uint64_t TAG_OF_DIGIT = UINT64_MAX;
void digit_answered(struct calls *calls, const struct party *party, int result);

/* callees.c, for others: a party with a stream, or NULL; its INVITE; a phone
   that is called, or whose failure is told. */
struct party *callee_add(struct calls *calls, enum party_kind kind,
                         const struct effect *effect);
int callee_dial(struct calls *calls, struct party *party,
                const struct leg_target *target, const struct leg_call *how);
void callee_ring(struct calls *calls, struct party *party, uint64_t device_id,
                 const struct leg_call *how);

/* lines.c: legs of phones that stand between calls, and are lent for them. */

/*
 * A line is an agent's party like others, answered once. For a call it gets the
 * serial of the effect that takes it, and every other effect names it by that;
 * given back it has its first serial again, hears nothing, and is heard by
 * nobody. No silence ends it meanwhile: the session's refreshing watches it.
 */
void do_call_line(struct calls *calls, const struct effect *effect);
void do_lend_line(struct calls *calls, const struct effect *effect);

/** A line that stands becomes a party of a kind, named by this effect. NULL:
 *  there is no such line, or it is lent already; the core is told if it has
 *  gone. */
struct party *line_lend(struct calls *calls, const struct effect *effect,
                        enum party_kind kind);
void line_give_back(struct calls *calls, struct party *party);

/** A callee by its serial, also a line that is lent by its first one; or NULL.
 *  O(1), for a line that is lent O(parties). */
struct party *line_party(struct calls *calls, uint64_t serial);

/** Whether it is a line that nobody uses now. */
bool line_stands(const struct party *party);

/** Whether it is a line, and lent by that effect. */
bool line_is_lent_as(const struct party *party, uint64_t serial);

/** The leg is gone: the core is told of the line. What was lent of it is told
 *  by whoever calls this, after it. */
void line_ended(struct calls *calls, const struct party *party,
                const struct leg_end *end);

/** Whoever uses the line heard nothing for too long: it is of no use, if it is
 *  a line at all. */
void line_lost(struct calls *calls, const struct party *party);

/* messages.c: who leaves a message. */

/** The tone is over; the sound that a PLAY_MESSAGE waits for is there, or there
 *  is none (NULL): whether somebody does, and has taken it. */
void message_beeped(struct calls *calls, struct party *party, bool failed);
bool message_loaded(struct calls *calls, uint64_t serial, struct sound *sound);
void message_quiet(struct calls *calls, const struct party *party);
int message_record(struct calls *calls, struct party *caller,
                   const struct effect *effect);

/* joins.c: plays it once. @return as media_play() */
int play_once(struct calls *calls, struct party *party, struct sound *sound,
              uint64_t play_id);

/* listeners.c */
void do_listen(struct calls *calls, const struct effect *effect);
void do_stop_listening(struct calls *calls, const struct effect *effect);
void listener_answered(struct calls *calls, struct party *party);
void listener_loaded(struct calls *calls, const struct recorder_event *event);
void listener_heard_all(struct calls *calls, struct party *party);
void listener_ended(struct calls *calls, struct party *party);

/* visitors.c */
void do_call_visitor(struct calls *calls, const struct effect *effect);
void visitor_answered(struct calls *calls, const struct party *party);
void visitor_ended(struct calls *calls, struct party *party,
                   enum offer_result result);

/* recordings.c */
void do_record(struct calls *calls, const struct effect *effect);
void do_pause_recording(struct calls *calls, const struct effect *effect);
void do_resume_recording(struct calls *calls, const struct effect *effect);
void do_stop_recording(struct calls *calls, const struct effect *effect);
void do_repair_recording(struct calls *calls, const struct effect *effect);
void do_remove_recording(struct calls *calls, const struct effect *effect);
void recordings_take_events(struct calls *calls);

/** Queues the answer to a BRIDGE, with what a recording would need. */
void queue_bridged(struct calls *calls, uint64_t serial);

/* callers.c */
void caller_arrives(struct calls *calls, struct leg *leg,
                    const struct leg_invite *invite);
void caller_confirmed(struct calls *calls, struct party *party,
                      const struct media_description *remote);
void caller_ended(struct calls *calls, struct party *party,
                  const struct leg_end *end);

/* callees.c */
void callee_answered(struct calls *calls, struct party *party,
                     const struct media_description *remote);
void callee_ended(struct calls *calls, struct party *party,
                  const struct leg_end *end);
void callee_referred(struct calls *calls, struct party *party,
                     const struct leg_refer *refer);

/* sip_side.c: the handlers given to the stack. */
void sip_handlers(struct calls *calls, struct signalling_handlers *ret);

/* configuration.c: documents become tables of the stack. */
void configuration_take_event(struct calls *calls, const struct event *event);
void configuration_done(struct calls *calls);

/** Whether a device calls an emergency number, with its prefix or without. */
bool configuration_is_emergency(struct calls *calls, uint64_t device_id,
                                const struct leg_text *called);

/* tracing.c: for whoever asks later what went wrong. */
void tracing_message(struct calls *calls, const struct signal_message *message);

/** The party's dialog is its contact's from now on, if both are known. */
void tracing_party(struct calls *calls, const struct party *party);
void tracing_effect(struct calls *calls, const struct effect *effect);
void tracing_ended(struct calls *calls,
                   const struct event_contact_ended *ended);

/* farewell.c */

/** The party is gone: its stream closes, whoever waits for it is told. */
void party_gone(struct calls *calls, struct party *party);

#endif
