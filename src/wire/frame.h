/* SPDX-License-Identifier: GPL-3.0-or-later */
/* WebSocket frames, read strictly and written. RFC 6455. */

#ifndef WIRE_FRAME_H
#define WIRE_FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Both ends of our WebSocket use this, over bytes that somebody else moves. No
 * extension is ever agreed on, so a reserved bit is a mistake; messages are
 * text; and what the RFC lets an endpoint check, is checked:
 *
 *   5.1  a client masks every frame, a server none
 *   5.2  reserved bits are 0, opcodes known, lengths in their shortest form
 *   5.4  a message's frames are not mixed with another's
 *   5.5  control frames are whole and at most 125 bytes
 *   5.6  text is UTF-8
 *   7.4  a code to close with is one that may stand on the wire
 */
enum frame_kind {
    FRAME_MORE = 0x0, /* of a message begun */
    FRAME_TEXT = 0x1,
    FRAME_BINARY = 0x2,
    FRAME_CLOSE = 0x8,
    FRAME_PING = 0x9,
    FRAME_PONG = 0xa,
};

/* Codes of section 7.4.1, and of RFC 6455's registry. */
enum frame_code {
    FRAME_NORMAL = 1000,
    FRAME_GOING_AWAY = 1001,
    FRAME_PROTOCOL_ERROR = 1002,
    FRAME_UNACCEPTABLE = 1003,
    FRAME_NO_CODE = 1005, /* never on the wire: the other end gave none */
    FRAME_BAD_TEXT = 1007,
    FRAME_POLICY = 1008,
    FRAME_TOO_BIG = 1009,
    FRAME_INTERNAL = 1011,
    FRAME_TRY_LATER = 1013,
};

enum {
    FRAME_HEAD_SIZE = 14,    /* the longest head */
    FRAME_CONTROL_MAX = 125, /* bytes in a control frame */
    FRAME_REASON_MAX = 123,  /* of them, behind a code */
    FRAME_PIECES_MAX = 1000, /* frames of a message, the empty ones, too */
};

/* A plain struct; set up by frame_reader_init(). */
struct frame_reader {
    bool wants_mask;
    size_t max; /* bytes of a message */

    unsigned char head[FRAME_HEAD_SIZE];
    size_t head_length;
    bool in_payload;
    uint64_t left; /* of the frame's payload */
    size_t mask_at;
    size_t control_length;
    char control[FRAME_CONTROL_MAX + 1];

    bool in_message; /* more frames of it are to come */
    int pieces;      /* frames of it so far */
    char *text;      /* owned */
    size_t length;
    size_t room;
};

/* A message, or a control frame. */
struct frame {
    enum frame_kind kind; /* TEXT, CLOSE, PING or PONG */
    const char *text;     /* terminated; good until the next call. Of CLOSE: the
                             reason */
    size_t length;
    int code; /* of CLOSE */
};

/**
 * @param wants_mask  what comes is a client's
 * @param max         bytes of a message
 */
void frame_reader_init(struct frame_reader *reader, bool wants_mask,
                       size_t max);

/** Releases what it owns. */
void frame_reader_done(struct frame_reader *reader);

/**
 * Reads on until a message or control frame is whole.
 *
 * @param ret_used   always: how many of the bytes were read; call again with
 *                   the rest
 * @param ret_frame  when 1
 *
 * @return 1; 0: more is needed; or, for ever after, what to close with, as a
 *         negative enum frame_code
 */
int frame_read(struct frame_reader *reader, const void *bytes, size_t length,
               size_t *ret_used, struct frame *ret_frame);

/**
 * Writes the head of a whole frame.
 *
 * @param mask  four random bytes; NULL: the frame is a server's
 *
 * @return its length
 */
size_t frame_write_head(enum frame_kind kind, uint64_t length,
                        const unsigned char mask[4],
                        unsigned char ret_head[FRAME_HEAD_SIZE]);

/** Masks a payload in place (5.3); doing it twice changes nothing. */
void frame_mask(void *bytes, size_t length, const unsigned char mask[4]);

/**
 * Writes a whole control frame.
 *
 * @param length    at most FRAME_CONTROL_MAX
 * @param ret_frame FRAME_HEAD_SIZE + FRAME_CONTROL_MAX bytes
 *
 * @return its length
 */
size_t frame_write_control(enum frame_kind kind, const void *payload,
                           size_t length, const unsigned char mask[4],
                           unsigned char *ret_frame);

/** Writes the payload of a CLOSE: the code, and a reason, cut to what fits.
 *  @return its length */
size_t frame_write_close(int code, const char *reason,
                         unsigned char ret_payload[FRAME_CONTROL_MAX]);

enum {
    FRAME_KEY_BYTES = 16,
    FRAME_KEY_SIZE = 25,    /* in base64, terminator included */
    FRAME_ACCEPT_SIZE = 29, /* the same */
};

/** Makes a random Sec-WebSocket-Key. */
void frame_make_key(char ret_key[FRAME_KEY_SIZE]);

/** Whether a Sec-WebSocket-Key is 16 bytes in base64 (4.1). */
bool frame_is_key(const char *key);

/** The Sec-WebSocket-Accept that answers a key (4.2.2). */
void frame_accept(const char *key, char ret_accept[FRAME_ACCEPT_SIZE]);

#endif
