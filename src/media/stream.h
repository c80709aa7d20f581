/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One stream as its media thread sees it. Inside src/media only. */

#ifndef MEDIA_STREAM_H
#define MEDIA_STREAM_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

#include "base/mailbox.h"
#include "media/cipher.h"
#include "media/digit_receiver.h"
#include "media/digit_sender.h"
#include "media/event.h"
#include "media/lag.h"
#include "media/latch.h"
#include "media/player.h"
#include "media/quiet.h"
#include "media/rtcp_report.h"
#include "media/rtp_outgoing.h"
#include "media/rtp_packet.h"
#include "media/rtp_reception.h"
#include "media/stats_cell.h"
#include "media/tape.h"

/*
 * Between media_stream_init() and media_stream_close() everything here belongs
 * to the thread the stream is at home with, but for the members said to be
 * main's. Seven files: stream.c (what is asked of it), stream_receive.c,
 * stream_record.c, stream_send.c, stream_report.c (RTCP), stream_secret.c,
 * stream_tell.c.
 */

/* What a payload type means in packets to us. */
enum payload_kind {
    KIND_UNKNOWN = 0,
    KIND_PCMU,
    KIND_PCMA,
    KIND_EVENTS,
    KIND_COMFORT, /* RFC 3389; taken as a sign of life only */
    PAYLOAD_TYPES = 128,
};

enum {
    /* Events no command asked for that main may leave unread, per stream. The
       last ones are kept for timeouts. */
    UNREAD_MAX = 16,
    UNREAD_DIGITS = 14,

    STREAM_ALIGNED = 64, /* a line of the cache */
};

/* What is sent to main: the event, and what main gives back. */
struct stream_event {
    struct media_event event;
    struct sound *played;
};

/* The way to main, shared by all streams. It never overflows: see media.c. */
struct stream_outlet {
    struct mailbox *events;
    atomic_uint unread; /* of those that no command asked for */
    unsigned unread_max;
    atomic_bool unannounced; /* events wait that main is yet to be woken for */
};

/* The outgoing side of what was agreed. */
struct stream_agreement {
    enum media_direction direction;
    enum media_codec law;    /* of what we send */
    uint8_t payload_type;    /* of what we send */
    uint8_t event_type;      /* of what we send, or MEDIA_NO_EVENTS */
    uint32_t event_clock_hz; /* of what we send */
    uint32_t heard_clock_hz; /* of events to us */
    uint8_t kinds[PAYLOAD_TYPES];
    struct media_crypto ours, theirs; /* of what we send, and hear; both plain,
                                         or none */
};

struct stream_rtcp {
    int64_t next_us;
    struct sockaddr_storage source; /* where the peer's RTCP came from */
    uint32_t packets_reported;      /* ours, up to the last report */
    uint32_t last_report;           /* middle of the peer's NTP time */
    int64_t last_report_us;         /* when it came */
    uint32_t dice;                  /* spreads the intervals */
    char name[RTCP_NAME_MAX];       /* RFC 7022: random, tells nothing */
};

struct media_thread;

/*
 * In the order of use: with hundreds of streams each line of the cache is cold
 * when the next packet comes. What each packet needs fills whole lines; what
 * only commands and reports need is behind it.
 */
struct media_stream {
    /* NULL: not attached yet, or closed */
    _Alignas(STREAM_ALIGNED) struct media_thread *home;
    struct media_stream *partner;
    struct tape *tape;       /* what is heard here is recorded on it */
    struct cipher *encrypts; /* what is sent; NULL: it is plain */
    struct cipher *decrypts; /* what comes */
    const struct media_settings *settings;
    int64_t heard_us; /* the last packet, or since when one is expected */
    int rtp_fd;
    bool connected;
    bool timed_out;
    bool muted;
    struct stream_agreement agreed;

    struct latch latch;
    struct rtp_reception reception;
    struct rtp_outgoing outgoing;
    struct lag lag;
    struct media_stats stats;
    struct player player;
    struct digit_sender digits_out;

    struct digit_receiver digits_in;
    uint32_t digit_timestamp;    /* of the press being sent */
    _Atomic uint32_t play_at_ms; /* for main to see */

    enum tape_channel channel;   /* of the tape; who is TAPE_RIGHT ends it */
    struct media_stream *beside; /* the other channel's, while it is there */
    struct quiet quiet;          /* of one that is recorded alone */

    struct media_stream_id id;
    size_t place; /* in its home's list */
    struct stream_outlet *outlet;
    atomic_uint unread; /* the thread adds, main takes away */
    uint16_t port;
    int rtcp_fd;
    struct stream_rtcp rtcp;
    int64_t quiet_us;    /* since when nothing was sent, as far as noticed */
    uint64_t quiet_sent; /* ... and how many packets had been by then */
    struct stats_cell published;
};

/* stream.c */

/**
 * Makes a slot into an open stream, not at home anywhere yet. By main.
 *
 * @param pair    becomes the stream's
 * @param random  8 words
 */
void media_stream_init(struct media_stream *stream, struct media_stream_id id,
                       const struct media_settings *settings,
                       struct stream_outlet *outlet, uint16_t port, int rtp_fd,
                       int rtcp_fd, const uint32_t random[8], int64_t now_us);

/* Commands. Each returns the result of its answer. */

int media_stream_connect(struct media_stream *stream,
                         const struct sockaddr_storage *remote,
                         const struct stream_agreement *agreed, int64_t now_us);
int media_stream_play(struct media_stream *stream, struct sound *sound,
                      uint64_t play_id, uint32_t offset_ms, bool loop);
void media_stream_stop_play(struct media_stream *stream,
                            enum media_ending ending);
int media_stream_control_play(struct media_stream *stream,
                              enum media_play_action action, int64_t value);
int media_stream_bridge(struct media_stream *a, struct media_stream *b,
                        int64_t now_us);
void media_stream_unbridge(struct media_stream *stream);
int media_stream_send_digit(struct media_stream *stream, uint8_t event,
                            uint32_t duration_ms);

/**
 * Stops and parts it, says good-bye, closes the sockets.
 */
void media_stream_close(struct media_stream *stream, int64_t now_us);

/**
 * Sends a packet of silence when nothing was sent for too long.
 */
void media_stream_keep_alive(struct media_stream *stream, int64_t now_us);

/**
 * Once in 100 ms: timeout, keep-alive, RTCP, counters.
 */
void media_stream_keep(struct media_stream *stream, int64_t now_us);

/* stream_tell.c */

/**
 * Tells main what a command has earned: there is always room. What can wait a
 * little wakes nobody before stream_outlet_announce().
 */
void media_stream_tell(struct media_stream *stream,
                       const struct media_event *event, struct sound *played);

/**
 * Wakes main for what it was not woken for yet. Costs little when there is none.
 */
void stream_outlet_announce(struct stream_outlet *outlet);

/**
 * Tells main something of its own accord.
 *
 * @param unread_max  how many such events of this stream may wait, with it
 *
 * @return whether there was room
 */
bool media_stream_report(struct media_stream *stream,
                         const struct media_event *event, unsigned unread_max);

static inline void media_stream_drop(struct media_stream *stream,
                                     enum media_drop drop)
{
    stream->stats.dropped[drop]++;
}

/* stream_receive.c: one datagram per call; `buffer` is a thread's own, of
   STREAM_BUFFER octets. */

enum {
    STREAM_BUFFER = RTP_MAX_PACKET + CIPHER_TRAILER,
};

void media_stream_receive(struct media_stream *stream, uint8_t *buffer,
                          int64_t now_us);

/**
 * Throws away what waits in the socket: the thread has slept too long.
 */
void media_stream_drain(struct media_stream *stream, uint8_t *buffer);

/* stream_record.c */

/**
 * Records what both say, until media_stream_stop_record() or the end of the
 * first one; the other may go before. What either recorded so far ends.
 *
 * @param left  NULL: the first one is recorded alone, on the left channel
 * @param tape  taken over
 */
void media_stream_record(struct media_stream *right, struct media_stream *left,
                         struct tape *tape, int64_t now_us);

/** @return 0, or -ENOENT: nothing is being recorded */
int media_stream_pause_record(struct media_stream *right, bool pause);

/** Takes the stream off its tape, and ends the tape if it is its right one. */
void media_stream_stop_record(struct media_stream *stream, int64_t now_us);

/**
 * Records a packet of sound. What nobody can hear is not kept: of a stream that
 * is mute nothing, of the left one only while it is bridged.
 */
void media_stream_tape(struct media_stream *stream, const uint8_t *bytes,
                       const struct rtp_packet *packet, enum payload_kind kind,
                       int64_t now_us);

/** Tells main when nothing was said for so long; 0: never. */
void media_stream_watch_quiet(struct media_stream *stream, uint32_t quiet_ms,
                              int64_t now_us);

/** ... if it is so: once in 100 ms. */
void media_stream_tell_quiet(struct media_stream *stream, int64_t now_us);

/** Whether its end is its tape's: it is on the right channel, or alone. */
static inline bool media_stream_has_tape(const struct media_stream *stream)
{
    return stream->tape && (stream->channel == TAPE_RIGHT || !stream->beside);
}

/* stream_send.c */

/**
 * Sends what is due: a digit's or a sound's frame.
 *
 * @param frames  how many 20 ms have passed; 1 unless the thread came late
 */
void media_stream_tick(struct media_stream *stream, unsigned frames,
                       int64_t now_us);

/**
 * Passes a packet on to `to`, renumbered, in its law and types.
 *
 * @param bytes   the whole packet; changed
 * @param packet  what it says; changed
 */
void media_stream_pass(struct media_stream *from, struct media_stream *to,
                       uint8_t *bytes, struct rtp_packet *packet,
                       enum payload_kind kind, int64_t now_us);

/* stream_secret.c */

/**
 * Takes the keys that were agreed on; those there are already stay in use.
 *
 * @return 0, or -ENOMEM: all is as it was
 */
int media_stream_set_keys(struct media_stream *stream,
                          const struct stream_agreement *agreed);

/** Forgets them: what is sent and heard from now on is plain. */
void media_stream_forget_keys(struct media_stream *stream);

/**
 * Makes a datagram of the peer plain, where it is; the length of what it says
 * comes out. What the peer did not make is counted as dropped.
 *
 * @param change  cipher_unprotect or cipher_unprotect_report
 *
 * @return whether it is the peer's, or the stream is plain
 */
bool media_stream_decrypts(struct media_stream *stream,
                           int (*change)(struct cipher *cipher, uint8_t *packet,
                                         size_t *length),
                           uint8_t *bytes, size_t *length);

/* stream_report.c */

void media_stream_receive_report(struct media_stream *stream, uint8_t *buffer,
                                 int64_t now_us);
void media_stream_send_report(struct media_stream *stream, bool bye,
                              int64_t now_us);

#endif
