/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SIP messages as bytes: what may be kept of them, and shown to whom. */

#ifndef BASE_TRACE_TEXT_H
#define BASE_TRACE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The bytes may be anything: nothing is believed but line ends, the first
 * colon of a header and the empty line before the body. What is hidden becomes
 * as many 'x', so that lengths stay true and programs can still read the rest.
 * A header that goes on in the next line is hidden, or not, as a whole. Empty
 * lines before a message are passed over.
 */

/* What the first line says; pointers into the message. */
struct trace_line {
    bool is_request;
    const char *method; /* of a request */
    size_t method_length;
    int code;           /* of a response; else 0 */
    const char *phrase; /* of a response */
    size_t phrase_length;
    const char *cseq_method; /* "" when there is none */
    size_t cseq_method_length;
    const char *call_id; /* "" when there is none */
    size_t call_id_length;
    bool has_to_tag; /* within a dialog */
};

/* What a message says of sound, in its SDP. */
enum trace_sound {
    TRACE_SOUND_NONE,
    TRACE_SOUND_PLAIN,
    TRACE_SOUND_SECRET, /* with a key (RFC 4568) */
};

/** Looks for it in the body: of the first section of audio that has a port.
    O(length). */
enum trace_sound trace_text_sound(const char *bytes, size_t length);

/** Reads what names a message. O(length). */
void trace_text_read(const char *bytes, size_t length,
                     struct trace_line *ret_line);

/**
 * Hides what is never kept: the credentials and challenges of digests, the body
 * of an INFO or NOTIFY, where pressed digits are, or of an answer to one, and
 * the keys of encrypted sound in any body.
 */
void trace_text_redact(char *bytes, size_t length);

/**
 * Hides what tells who somebody is: in the first line, From, To, Contact and
 * the like everything before the last '@' but the scheme; all of headers that
 * are not known to be harmless; of SDP who made it, its name and whom to call;
 * all of other bodies.
 */
void trace_text_mask(char *bytes, size_t length);

#endif
