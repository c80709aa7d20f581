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
};

#endif
