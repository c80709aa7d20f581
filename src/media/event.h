/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values that the media path, its threads and its callers exchange. */

#ifndef MEDIA_EVENT_H
#define MEDIA_EVENT_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/socket.h>

#include "media/sound.h"

/* A value that names a stream; one of a closed stream is refused, not obeyed.
   Generation 0 names none. */
struct media_stream_id {
    uint32_t slot;
    uint32_t generation;
};

enum {
    MEDIA_MAX_THREADS = 16,
    MEDIA_MAX_STREAMS = 32768,
    MEDIA_MAX_DIGIT_MS = 60000,
    MEDIA_MIN_DIGIT_MS = 40,
    MEDIA_MAX_DIGITS_WAITING = 32, /* per stream, not yet sent */
    MEDIA_SLOWEST_PCT = 50,        /* of what is being played */
    MEDIA_FASTEST_PCT = 200,
};

struct media_settings {
    struct sockaddr_storage bind; /* IPv4 or IPv6, may be the wildcard; [::]
                                     takes both; its port is ignored */
    uint16_t port_min;            /* even; RTP takes even ports, RTCP port+1 */
    uint16_t port_max;            /* the last RTP port is at most this - 1 */
    unsigned threads;             /* 1 to MEDIA_MAX_THREADS */
    unsigned max_streams;         /* 1 to MEDIA_MAX_STREAMS */
    uint32_t rtp_timeout_ms;      /* MEDIA_TIMEOUT after so long without a
                                     packet; 0: never */
    uint32_t keep_alive_ms;       /* a peer to whom nothing is sent gets a
                                     packet of silence so often (RFC 6263): its
                                     way through NAT stays open, and it does not
                                     give up; 0: never */
    uint32_t relatch_after_ms;    /* silence before another address may go on
                                     with the same SSRC and payload type */
    uint32_t quarantine_ms;       /* a port rests so long before its reuse */
};

enum media_event_type {
    MEDIA_ANSWER,   /* to a command: tag, result */
    MEDIA_DETACHED, /* the answer to close, and the stream's last event: tag */
    MEDIA_PLAY_ENDED, /* play_id, ending, played_ms */
    MEDIA_DIGIT,      /* digit; once per key, when it is pressed */
    MEDIA_TIMEOUT,    /* no RTP for silent_ms; once per silence, which a bridge
                         begins anew */
    MEDIA_QUIET,      /* nothing was said for as long as media_record_alone()
                         asked; once of a recording */
};

enum media_ending {
    MEDIA_PLAY_FINISHED, /* the whole sound was sent */
    MEDIA_PLAY_STOPPED,  /* by media_stop_play() or media_close() */
    MEDIA_PLAY_REPLACED, /* by another media_play() */
};

struct media_event {
    enum media_event_type type;
    struct media_stream_id stream;
    uint64_t tag;             /* ANSWER, DETACHED: the caller's own */
    int result;               /* ANSWER: 0, or a negative errno */
    uint64_t play_id;         /* PLAY_ENDED: the caller's own */
    enum media_ending ending; /* PLAY_ENDED */
    uint32_t played_ms;       /* PLAY_ENDED: how much was sent */
    uint32_t silent_ms;       /* TIMEOUT */
    char digit;               /* DIGIT: one of 0-9 * # A-D */
};

/* What may be done with what is being played. */
enum media_play_action {
    MEDIA_PLAY_GO_ON,
    MEDIA_PLAY_PAUSE, /* silence is sent meanwhile */
    MEDIA_PLAY_SEEK,  /* to value ms from the beginning */
    MEDIA_PLAY_SKIP,  /* by value ms, forth or back */
    MEDIA_PLAY_SPEED, /* value %, 50 to 200; the pitch stays */
};

struct media_play {
    struct sound *sound; /* a reference is taken, and given back at the end */
    uint64_t play_id;    /* the caller's own, comes back in PLAY_ENDED */
    uint32_t offset_ms;  /* where to begin; modulo the sound when looping */
    bool loop;           /* until stopped or replaced */
};

#endif
