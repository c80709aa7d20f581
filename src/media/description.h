/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One audio stream as SDP describes it: where, in which formats, which way. */

#ifndef MEDIA_DESCRIPTION_H
#define MEDIA_DESCRIPTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

/*
 * The only thing that SIP and media say to each other. `sip` makes it from a
 * peer's SDP, and SDP from ours; `media` knows no SDP. A plain value.
 */

enum media_codec {
    MEDIA_PCMU, /* G.711 mu-law, 8 kHz; static payload type 0 (RFC 3551) */
    MEDIA_PCMA, /* G.711 A-law, 8 kHz; static payload type 8 */
    MEDIA_CODEC_COUNT,
};

/* Directions are from our side, whoever wrote the SDP (RFC 3264, 5.1). */
enum media_direction {
    MEDIA_INACTIVE = 0,
    MEDIA_SENDS = 1,
    MEDIA_RECEIVES = 2,
    MEDIA_BOTH_WAYS = 3,
};

enum {
    MEDIA_MAX_FORMATS = 4,
    MEDIA_NO_EVENTS =
        255, /* as event_type: the peer takes no RFC 4733 digits */
};

/*
 * How packets are made secret: SRTP (RFC 3711) with a key that its user tells
 * the other side (RFC 4568). The key of a description is the one that the
 * described side encrypts with; media encrypt when both sides have one.
 */
enum media_suite {
    MEDIA_PLAIN = 0,
    MEDIA_AES_128_SHA1_80, /* AES_CM_128_HMAC_SHA1_80 */
    MEDIA_AES_128_SHA1_32, /* the same; RTP with a shorter tag */
    MEDIA_SUITE_COUNT,
};

enum {
    MEDIA_KEY_SIZE = 30, /* 16 of the master key, 14 of the salt */
};

struct media_crypto {
    enum media_suite suite;
    uint8_t key[MEDIA_KEY_SIZE]; /* secret: never in a log, trace or event */
};

/* Whether a side encrypts its media. */
enum media_srtp {
    MEDIA_SRTP_NO,
    MEDIA_SRTP_OPTIONAL, /* when the other side does, too */
    MEDIA_SRTP_REQUIRED,
};

struct media_format {
    enum media_codec codec;
    uint8_t payload_type; /* 0 to 127 */
};

struct media_description {
    struct sockaddr_storage rtp; /* where the described side receives RTP;
                                    family 0 or port 0: nowhere */
    struct media_format formats[MEDIA_MAX_FORMATS]; /* best first */
    size_t format_count;                            /* at least 1 */
    uint8_t event_type;      /* payload type of telephone events, or
                           MEDIA_NO_EVENTS */
    uint32_t event_clock_hz; /* of the telephone events; 8000 as a rule */
    uint16_t ptime_ms;       /* 10 to 60; 20 when nothing was said */
    enum media_direction direction;
    struct media_crypto crypto;
};

#endif
