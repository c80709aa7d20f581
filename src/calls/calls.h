/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the core's wishes meet phones and sound: effects in, commands out. */

#ifndef CALLS_CALLS_H
#define CALLS_CALLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "calls/note.h"
#include "core/command.h"
#include "core/effect.h"
#include "core/event.h"
#include "media/media.h"
#include "media/recorder.h"
#include "sip/loop.h"
#include "sip/signalling.h"

/*
 * Every leg is a *party*: a caller, an agent's phone or an outside number, with
 * a SIP dialog and an RTP stream of its own. Effects say what to do with
 * parties; what they do by themselves, and how an effect came out, is queued as
 * a command for the core. Nothing here calls the core: libre's and media's
 * callbacks only queue, and the owner drains the queue at its loop's top.
 *
 * Single threaded: only the loop's thread may call.
 */
struct calls;
struct prompt_shelf; /* core/prompt_shelf.h */
struct trace;

enum {
    CALLS_MAX_PARTIES = 8192,
    CALLS_HA1_SIZE = REGISTRAR_HA1_SIZE,
};

struct calls_settings {
    struct trace *trace; /* borrowed; NULL: nothing is traced */
    struct signalling_settings signalling;
    struct media_settings media;
    const char *prompt_dir;    /* <language>/<name>.wav; NULL: none. Borrowed */
    const char *recording_dir; /* made if missing; NULL: nothing is recorded */
    const char *country;       /* of ring-back tones, ISO 3166; NULL: Europe */
    uint32_t max_waiting; /* commands queued: above, INVITEs get 503 [2000] */
    void (*wanted)(void *arg); /* a command or note is queued: come and fetch
                                  it, but not from within this call */
    void *arg;
};

/**
 * Opens the SIP transports and starts the media threads.
 *
 * @param loop  outlives it
 *
 * @return 0, or what signalling_new() or media_new() return, or -errno of
 *         reading the prompts
 */
int calls_new(struct loop *loop, const struct calls_settings *settings,
              struct calls **ret_calls);

/** Releases it; every leg should be gone. NULL is fine. @return NULL always */
struct calls *calls_free(struct calls *calls);

/**
 * Fetches the next command for the core, oldest first.
 *
 * @return whether there was one
 */
bool calls_next_command(struct calls *calls, struct command *ret_command);

/**
 * Tells what the core said to a command fetched before: a phone that asked for
 * something is told.
 *
 * @param rc  as of core_apply()
 */
void calls_command_done(struct calls *calls, const struct command *command,
                        int rc);

/** Fetches the next note to be stored. @return it, for free(); NULL: none */
struct calls_note *calls_next_note(struct calls *calls);

/**
 * Brings back a note stored by an earlier process: a binding is qualified by
 * OPTIONS; a dialog gets its BYE, and a note that it is gone follows.
 *
 * @return 0, or -EBADMSG: not a note of this release; forget it
 */
int calls_load_note(struct calls *calls, enum calls_note_kind kind,
                    const char *key, const char *text);

/**
 * Takes note of an event, before the effects that follow from it: devices and
 * trunks are configuration, contacts get their number.
 */
void calls_take_event(struct calls *calls, const struct event *event);

/** Does what an effect asks for. The answer is a queued command. */
void calls_do(struct calls *calls, const struct effect *effect);

/**
 * Sets what a device's password is checked against; registrar_ha1() of its
 * name. A device without one cannot register.
 */
void calls_set_secret(struct calls *calls, uint64_t device_id,
                      const uint8_t ha1[CALLS_HA1_SIZE]);

/**
 * Sets the password of our account at a trunk. The trunk may come later.
 */
void calls_set_trunk_secret(struct calls *calls, uint64_t trunk_id,
                            const char *password, size_t length);

/**
 * Gives a prompt of the library its sound; after the event that made it.
 *
 * @param sound  the reference is taken over; NULL: it has none
 *
 * @return as prompt_library_give()
 */
int calls_give_prompt(struct calls *calls, uint64_t prompt_id,
                      struct sound *sound);

/** The names of the prompts that came with the server. Borrowed, never changed,
 *  and good as long as the calls. */
const struct prompt_shelf *calls_prompt_shelf(const struct calls *calls);

/**
 * Gives the caller for whom a SAY was done the speech that it waits for; in
 * another turn of the loop or in the same. Whoever does not wait any more, as
 * something else is played or the leg is gone, hears nothing of it.
 *
 * @param serial  of the SAY
 * @param speech  the reference is taken over; NULL: there is none, which is
 *                told to the core if anybody waits
 */
void calls_give_speech(struct calls *calls, uint64_t serial,
                       struct sound *speech);

/**
 * Gives whoever is to hear a prompt as it was once its sound; at any time behind
 * the LISTEN. Whoever has hung up meanwhile hears nothing of it.
 *
 * @param serial  of the LISTEN
 * @param sound   the reference is taken over; NULL: there is none, and the call
 *                ends
 */
void calls_give_heard(struct calls *calls, uint64_t serial,
                      struct sound *sound);

/** Refuses new calls with 503; those there are go on. */
void calls_drain(struct calls *calls);

/** Says whether trunks' calls get 503 for now: the journal is behind. */
void calls_set_behind(struct calls *calls, bool is_behind);

/** Hangs up on everybody. Let the loop run until calls_is_quiet(). */
void calls_stop(struct calls *calls);
bool calls_is_quiet(const struct calls *calls);

/** How many parties have a leg or a stream. */
size_t calls_party_count(const struct calls *calls);

/* What became of packets, over all streams there have been. */
struct calls_traffic {
    uint64_t received;
    uint64_t sent;
    uint64_t dropped;
    uint64_t forged;   /* of those: SRTP not made with the peer's key */
    uint64_t replayed; /* ... or that came before */
    uint64_t lost;
};

/** Sums up closed and open streams. O(parties). */
void calls_traffic(const struct calls *calls,
                   struct calls_traffic *ret_traffic);

/* A recording that is being played to somebody's phone. */
struct calls_listening {
    bool is_ringing;
    bool is_paused;
    uint32_t at_ms;
    uint32_t length_ms; /* 0: not known yet */
    unsigned speed_pct;
};

/**
 * Does what a listener wants, other than to stop, and tells how things are.
 *
 * @param serial  of the LISTEN
 * @param value   ms of seek and skip, percent of speed
 *
 * @return 0, -ENOENT: no such listener, -ENOTCONN: the phone has not been
 *         picked up, -EINVAL: not such a speed, or -EAGAIN
 */
int calls_control_listening(struct calls *calls, uint64_t serial,
                            enum listening_action action, int64_t value,
                            struct calls_listening *ret_listening);

/** Tells how recordings fare; all 0 where there are none. */
void calls_recorder_status(const struct calls *calls,
                           struct recorder_status *ret_status);

/* For figures and states on screens. */
struct signalling *calls_signalling(struct calls *calls);
struct media *calls_media(struct calls *calls);

#endif
