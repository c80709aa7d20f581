/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SDP line by line, before libre sees it: what it would take for something else. */

#ifndef SIP_MEDIA_SDP_SCAN_H
#define SIP_MEDIA_SDP_SCAN_H

#include "sip/libre.h"
#include "sip/media_sdp.h"

/* One m= section of the text, or (before the first m=) the session's part. */
struct media_sdp_part {
    struct pl text;                 /* whole lines */
    struct pl connection;           /* value of the last c=, or empty */
    struct media_sdp_crypto crypto; /* the first one that we support */
    bool is_audio;                  /* m=audio by RTP/AVP or RTP/SAVP, with a
                                       port */
    bool is_secret;                 /* by RTP/SAVP */
    uint16_t port;
};

struct media_sdp_scan {
    struct media_sdp_part session;
    struct media_sdp_part parts[MEDIA_SDP_MAX_SECTIONS];
    struct media_sdp *sdp;
};

/**
 * Splits a text into its parts and judges each m= line.
 *
 * @param scan  zeroed, but for sdp, whose sections are filled in
 */
enum media_sdp_fault media_sdp_scan_all(struct media_sdp_scan *scan,
                                        const uint8_t *body, size_t length);

#endif
