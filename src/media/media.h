/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The media path: RTP streams, what is played into them, who hears whom. */

#ifndef MEDIA_MEDIA_H
#define MEDIA_MEDIA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "media/description.h"
#include "media/event.h"
#include "media/stats.h"

struct tape;

/*
 * One `struct media` owns a range of UDP ports and 1 or more threads of its
 * own. A *stream* is one RTP session with one phone or trunk: a pair of ports,
 * one outgoing source (one SSRC, one sequence, one clock), one incoming one.
 *
 *     open -> ports for the SDP        (at once)
 *     connect -> where to, which way   (again for every new offer or answer)
 *     play, bridge, mute, digits       (any order, any time)
 *     close -> MEDIA_DETACHED          (only then may the ports be reused)
 *
 * All functions here belong to one thread, the one that called media_new().
 * They never block on a socket. A *command* is carried out by a media thread a
 * little later, in the order given for each stream, and has exactly one answer:
 * an event with the caller's own `tag` and a result. With tag 0 nobody waits
 * for a success: that answer alone does not make media_event_fd() readable. Nor
 * does such a command wake a thread: it is carried out before the next packet
 * or frame that it could change, at most 20 ms later, so that nobody hears of
 * the wait. MEDIA_DETACHED with tag 0, and the end of a sound that was stopped
 * or replaced, may be told up to 20 ms late.
 *
 * A command that returns an error has not been accepted and has no answer:
 *
 *     -ESTALE  the stream is closed, closing or never was
 *     -EINVAL  an argument is out of its range
 *     -EAGAIN  too many commands wait for their answer: fetch events first
 *
 * What is heard in a stream's outgoing direction is the first of these that
 * applies: a digit being sent, the sound being played, the bridge, nothing.
 * So music covers a bridge while it plays, and the bridge is heard again when
 * it ends. Nothing is sent while the direction does not include MEDIA_SENDS.
 *
 * RFC 3550 (RTP, RTCP), 3551 (payload types 0 and 8), 4733 (digits). One frame
 * is 20 ms, whatever ptime the peer would like: RFC 3551 makes every receiver
 * take it.
 */
struct media;

/**
 * Fills in what most installations want: all IPv4 addresses, ports 16384 to
 * 32767, 1 thread, 2,000 streams, timeout 60 s, keep-alive 5 s, relatch 5 s, quarantine 10 s.
 */
void media_settings_default(struct media_settings *ret_settings);

/**
 * Starts the media threads, with all signals blocked in them.
 *
 * @param ret_media  on success; release with media_free()
 *
 * @return 0, or
 *         -EINVAL  a setting is out of its range
 *         -ENOMEM  out of memory
 *         -EMFILE, -EAGAIN and others of epoll, eventfd, pthread_create
 */
int media_new(const struct media_settings *settings, struct media **ret_media);

/**
 * Gets encryption ready: some 30 ms, once. To be called when it is known that
 * there will be calls that need it; else all others wait for the first one.
 */
void media_prepare_srtp(void);

/**
 * Stops the threads, closes all streams without a word, and gives all sounds
 * back. Waits for the threads: some milliseconds.
 *
 * @return NULL always
 */
struct media *media_free(struct media *media);

/**
 * The descriptor that is readable while events wait. Owned by media.
 */
int media_event_fd(const struct media *media);

/**
 * Takes the next event. To be called until it returns false whenever
 * media_event_fd() is readable. Never blocks. O(1).
 *
 * @return whether there was one
 */
bool media_next_event(struct media *media, struct media_event *ret_event);

/**
 * Opens a stream: binds a random even port for RTP and the odd one after it
 * for RTCP, at once, so that the SDP can be written. Nothing is taken in or
 * sent before media_connect().
 *
 * @param near      a stream that this one will probably be bridged with: both
 *                  get the same thread; { 0 } for none
 * @param ret_id    on success, the stream
 * @param ret_port  on success, its RTP port
 *
 * @return 0, or
 *         -ENOSPC     max_streams are open
 *         -EADDRINUSE all pairs of ports are taken, or rest
 *         -EAGAIN     as for commands
 *         others of socket() and bind(), such as -EMFILE
 */
int media_open(struct media *media, struct media_stream_id near,
               struct media_stream_id *ret_id, uint16_t *ret_port);

/**
 * Says where to send and what to take. The first call lets media flow, later
 * ones (re-INVITE, UPDATE) move it at once. What we send is the first remote
 * format that is among the local ones, with the remote payload type; the
 * direction is what both descriptions allow.
 *
 * Packets are taken from the remote address; if that stays silent, from the
 * first source that keeps sending (see latch.h).
 *
 * What is sent is encrypted with the local key, and what comes must be with the
 * remote one, when both descriptions have one; else it is plain, which is for
 * the caller to refuse where it must not be. What was not made with the key, or
 * comes twice, is dropped and counted, and moves nothing (CVE-2021-41105).
 *
 * Answer: 0, -ENOMEM, -ENOTSUP (no format in common), -EAFNOSUPPORT (the address is of
 * a family this media is not bound to), -EINVAL (multicast, broadcast; or a
 * description out of its ranges).
 *
 * @param remote  what the peer's SDP says
 * @param local   what our SDP says; its address is not used
 */
int media_connect(struct media *media, struct media_stream_id id, uint64_t tag,
                  const struct media_description *remote,
                  const struct media_description *local);

/**
 * Plays a sound, replacing the one being played. Every accepted play has, after
 * its answer, exactly one MEDIA_PLAY_ENDED, also when the answer is a refusal
 * or the stream is closed. Time passes on while the direction does not include
 * sending: prompts do not wait.
 *
 * Answer: 0, or -ENOTCONN (not connected yet).
 */
int media_play(struct media *media, struct media_stream_id id, uint64_t tag,
               const struct media_play *play);

/**
 * Does something with what is being played. Places beyond an end are that end.
 * Answer: 0, -ENOENT (nothing is being played), -EINVAL (such a speed).
 *
 * @param value  as the action says
 */
int media_control_play(struct media *media, struct media_stream_id id,
                       uint64_t tag, enum media_play_action action,
                       int64_t value);

/**
 * Tells how far the sound has been played, at most 20 ms ago; that of one which
 * has ended stays.
 *
 * @return 0 or -ESTALE
 */
int media_play_at(const struct media *media, struct media_stream_id id,
                  uint32_t *ret_at_ms);

/**
 * Ends what is being played. Answer: 0, also when nothing was.
 */
int media_stop_play(struct media *media, struct media_stream_id id,
                    uint64_t tag);

/**
 * Lets two streams hear each other; former partners of either hear nothing
 * more. The answer comes for stream `a`: 0, or -ENOTCONN (one is not connected
 * yet). RFC 4733 events are passed on too when the other side takes them;
 * MEDIA_DIGIT comes in any case.
 */
int media_bridge(struct media *media, struct media_stream_id a,
                 struct media_stream_id b, uint64_t tag);

/**
 * Parts a stream from its partner. Answer: 0, also when it had none.
 */
int media_unbridge(struct media *media, struct media_stream_id id,
                   uint64_t tag);

/**
 * Mutes what comes from this stream: its partner gets silence instead, at the
 * same pace. Digits are not muted. Answer: 0.
 */
int media_mute(struct media *media, struct media_stream_id id, uint64_t tag,
               bool mute);

/**
 * Records what two bridged streams say, one of them on the right channel, the
 * other on the left, each as it is heard here: what comes from a stranger,
 * digits and comfort noise are not; of a muted stream nothing is, of the left
 * one only while the two are bridged. Music and prompts are not recorded. It
 * goes on through holds, until media_stop_record() or media_close() of the
 * right one. Answer, for the right one: 0.
 *
 * @param tape  of recorder_begin(); taken over, also when it is refused, and
 *              then ended at once
 */
int media_record(struct media *media, struct media_stream_id right,
                 struct media_stream_id left, uint64_t tag, struct tape *tape);

/**
 * Records what one stream says alone, on the left channel, whether it is
 * bridged or not; the other one is silent. As media_record() else.
 *
 * @param quiet_ms  MEDIA_QUIET comes as soon as nothing was said for so long;
 *                  0: never
 */
int media_record_alone(struct media *media, struct media_stream_id id,
                       uint64_t tag, struct tape *tape, uint32_t quiet_ms);

/**
 * Leaves out what is said until it is asked to go on; time passes in silence.
 * Answer: 0, or -ENOENT (the stream is on no right channel).
 */
int media_pause_record(struct media *media, struct media_stream_id right,
                       uint64_t tag, bool pause);

/** Ends the recording of the right one, or of one alone. Answer: 0, also when
 *  there was none. */
int media_stop_record(struct media *media, struct media_stream_id right,
                      uint64_t tag);

/**
 * Sends a digit as RFC 4733 event, after those not yet sent. Answer (at once,
 * not when it has been sent): 0, -ENOTCONN, -ENOTSUP (the peer takes no
 * events), -ENOBUFS (MEDIA_MAX_DIGITS_WAITING are waiting). A media_connect()
 * to a peer that takes no events forgets those not yet sent.
 *
 * @param digit        one of 0-9 * # A-D
 * @param duration_ms  MEDIA_MIN_DIGIT_MS to MEDIA_MAX_DIGIT_MS
 */
int media_send_digit(struct media *media, struct media_stream_id id,
                     uint64_t tag, char digit, uint32_t duration_ms);

/**
 * Closes a stream: parts it from its partner, stops its sound, says RTCP BYE,
 * closes its ports. From now on every other command to it is refused. Answer:
 * MEDIA_DETACHED, after which no packet of the peer can reach anybody.
 * Never refused for want of room: -ESTALE only.
 */
int media_close(struct media *media, struct media_stream_id id, uint64_t tag);

/**
 * Copies a stream's counters, at most 100 ms old; those of a closed stream stay
 * readable until its slot is opened again.
 *
 * @return 0, or -ESTALE
 */
int media_stats(const struct media *media, struct media_stream_id id,
                struct media_stats *ret_stats);

/**
 * Counts the open and closing streams. O(1).
 */
size_t media_open_streams(const struct media *media);

/**
 * Tells how long ago the slowest media thread last completed a turn; a healthy
 * one turns at least once a second, 50 times a second while streams are open.
 */
int64_t media_stalled_ms(const struct media *media);

#endif
