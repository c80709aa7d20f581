/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A peer's SDP turned into a media_description, and ours into SDP. */

#ifndef SIP_MEDIA_SDP_H
#define SIP_MEDIA_SDP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sip/libre.h"

#include "media/description.h"
#include "sip/media_sdp_crypto.h"

/*
 * What libre's decoder lets through is refused before it is asked: ports
 * above 65535, which it wraps; addresses that no call goes to; payload types
 * that are no numbers. It decodes one audio section into a session that is
 * thrown away, so a bad re-offer never touches the state of a call.
 *
 * Encrypted audio is RTP/SAVP, or RTP/AVP with keys beside it, which says that
 * both are fine (RFC 8643). Keys are readable by whoever reads the SDP, so they
 * are for messages by TLS only: to know that is up to whoever calls.
 *
 * Sources: RFC 8866 (SDP), RFC 3264 (offer and answer), RFC 3551 (static
 * payload types), RFC 4568 (keys), RFC 4733 (telephone events).
 */
enum {
    MEDIA_SDP_MAX_BYTES = 8192,
    MEDIA_SDP_MAX_SECTIONS = 8, /* m= lines */
    MEDIA_SDP_WORD_MAX = 31,
};

/* An m= line, kept so that an answer can refuse it with port 0. */
struct media_sdp_section {
    char media[MEDIA_SDP_WORD_MAX + 1];
    char protocol[MEDIA_SDP_WORD_MAX + 1];
    char format[MEDIA_SDP_WORD_MAX + 1]; /* the first one */
};

struct media_sdp {
    struct media_description audio; /* with the peer's key */
    uint32_t crypto_tag;            /* of the line it came in */
    struct media_sdp_section sections[MEDIA_SDP_MAX_SECTIONS];
    size_t section_count;
    size_t audio_section; /* index of the one that audio describes */
};

enum media_sdp_fault {
    MEDIA_SDP_FINE,
    MEDIA_SDP_UNREADABLE,  /* not SDP, or a line that libre cannot read */
    MEDIA_SDP_TOO_LARGE,   /* bytes or m= lines */
    MEDIA_SDP_NO_AUDIO,    /* no m=audio by RTP/AVP with a port */
    MEDIA_SDP_BAD_ADDRESS, /* a name, multicast, a loopback from afar */
    MEDIA_SDP_NO_FORMAT,   /* none of ours */
    MEDIA_SDP_NOT_SECRET,  /* plain audio where encrypted one is required */
    MEDIA_SDP_NO_KEY,      /* encrypted audio without a key that we support */
    MEDIA_SDP_NO_MEMORY,
    MEDIA_SDP_FAULT_COUNT,
};

/**
 * Reads an offer or an answer.
 *
 * @param peer     where the message came from: decides which addresses are
 *                 plausible
 * @param srtp     which audio is taken: with NO keys are passed over, with
 *                 REQUIRED audio is RTP/SAVP
 * @param ret_sdp  on MEDIA_SDP_FINE only. Held by c=0.0.0.0, the address is
 *                 family 0 and nothing is sent.
 */
enum media_sdp_fault media_sdp_read(const uint8_t *body, size_t length,
                                    const struct sa *peer, enum media_srtp srtp,
                                    struct media_sdp *ret_sdp);

/* "Warning: 305 cc-lite \"...\"\r\n", the longest */
enum { MEDIA_SDP_HEADERS_SIZE = 80 };

/**
 * What refuses an offer for a fault: 488 with a Warning header (RFC 3261,
 * 20.43), or, for want of memory, 500 with Retry-After, which tells the peer
 * that another time the same offer may do (21.5.1).
 *
 * @param ret_headers  complete lines
 *
 * @return the status code
 */
int media_sdp_refusal(enum media_sdp_fault fault,
                      char ret_headers[MEDIA_SDP_HEADERS_SIZE]);

/**
 * Works out what we can say to an offer: the formats both sides know, in the
 * offer's order with the offer's payload types, and the direction that both
 * want. The key is the local one, whatever its suite.
 *
 * @return true, or false when no format is left
 */
bool media_sdp_agree(const struct media_description *local,
                     const struct media_description *offer,
                     struct media_description *ret_answer);

/* What is written; the session is the leg's, its version grows. */
struct media_sdp_text {
    const struct media_description *local;
    const struct media_sdp *offer; /* that it answers, or the other side's last
                                      description; NULL: the first offer */
    bool encrypted; /* a first offer is RTP/SAVP; local has a key */
    uint64_t session_id;
    uint32_t version;
};

/**
 * Writes our SDP.
 *
 * @return its length, or -ENOSPC
 */
int media_sdp_write(const struct media_sdp_text *text, char *ret, size_t size);

#endif
