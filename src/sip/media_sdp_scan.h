/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SDP line by line, before libre sees it: what it would take for something else. */

#ifndef SIP_MEDIA_SDP_SCAN_H
#define SIP_MEDIA_SDP_SCAN_H

#include "sip/libre.h"
#include "sip/media_sdp.h"

/* One m= section of the text, or (before the first m=) the session's part. */
struct media_sdp_part {
    struct pl text;       /* whole lines */
    struct pl connection; /* value of the last c=, or empty */
    bool usable;          /* m=audio by RTP/AVP with a port */
    uint16_t port;
};

struct media_sdp_scan {
    struct media_sdp_part session;
    struct media_sdp_part parts[MEDIA_SDP_MAX_SECTIONS];
    struct media_sdp *sdp;
};

/**
 * Takes the next word off a line; words are parted by blanks.
 *
 * @return false at the end
 */
bool media_sdp_next_word(struct pl *line, struct pl *ret_word);

/**
 * Reads a number of up to 9 digits and nothing else.
 *
 * @return true when it is not above max
 */
bool media_sdp_is_number(const struct pl *word, uint32_t max, uint32_t *ret);

/**
 * Splits a text into its parts and judges each m= line.
 *
 * @param scan  zeroed, but for sdp, whose sections are filled in
 */
enum media_sdp_fault media_sdp_scan_all(struct media_sdp_scan *scan,
                                        const uint8_t *body, size_t length);

#endif
