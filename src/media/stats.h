/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened to the packets of one stream. */

#ifndef MEDIA_STATS_H
#define MEDIA_STATS_H

#include <stdint.h>

/* Why a packet was dropped; declared once, in drop.def. */
enum media_drop {
#define DROP(name, word) MEDIA_DROP_##name,
#include "media/drop.def"
#undef DROP
    MEDIA_DROP_COUNT,
};

/*
 * All counters start at 0 when the stream is opened, and only grow. Only
 * uint64_t members: the struct is copied word by word between threads.
 */
struct media_stats {
    uint64_t packets_received; /* RTP taken in, late and doubled ones too */
    uint64_t octets_received;  /* their payload */
    uint64_t packets_lost;     /* expected - received (RFC 3550, A.3); 0 when
                                  doubled ones outweigh */
    uint64_t jitter_us;        /* interarrival jitter (RFC 3550, A.8), now */
    uint64_t digits_received;
    uint64_t relatches; /* the peer went on from another address */
    uint64_t packets_sent;
    uint64_t octets_sent;
    uint64_t frames_skipped; /* of sounds, because the thread came too late */
    uint64_t send_failures;
    uint64_t reports_received; /* RTCP, from the peer */
    uint64_t remote_lost;      /* what the peer says it lost of ours */
    uint64_t remote_jitter_us;
    uint64_t round_trip_us; /* by RTCP; 0: not known yet */
    uint64_t dropped[MEDIA_DROP_COUNT];
};

/**
 * The word for a reason, for metrics and JSON: lower case with underscores.
 */
const char *media_drop_word(enum media_drop drop);

#endif
