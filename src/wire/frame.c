/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Head, payload, head, payload: bytes become messages. */

#include "wire/frame.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum {
    FINAL_BIT = 0x80,
    RESERVED_BITS = 0x70,
    KIND_BITS = 0x0f,
    CONTROL_BIT = 0x08,
    MASK_BIT = 0x80,
    LENGTH_BITS = 0x7f,
    LENGTH_16 = 126,
    LENGTH_64 = 127,
    FIRST_ROOM = 1024,
};

void frame_reader_init(struct frame_reader *reader, bool wants_mask, size_t max)
{
    assert(reader);

    *reader = (struct frame_reader){ .wants_mask = wants_mask, .max = max };
}

void frame_reader_done(struct frame_reader *reader)
{
    assert(reader);

    free(reader->text);
    reader->text = NULL;
}

static enum frame_kind kind_of(const struct frame_reader *reader)
{
    return (enum frame_kind)(reader->head[0] & KIND_BITS);
}

static bool is_control(const struct frame_reader *reader)
{
    return (reader->head[0] & CONTROL_BIT) != 0;
}

static bool is_final(const struct frame_reader *reader)
{
    return (reader->head[0] & FINAL_BIT) != 0;
}

/* What the first two bytes say of how long the head is. */
static size_t head_size(const struct frame_reader *reader)
{
    size_t size = 2;

    if (reader->head_length < 2)
        return size;
    unsigned length = reader->head[1] & LENGTH_BITS;
    if (length == LENGTH_16)
        size += 2;
    else if (length == LENGTH_64)
        size += 8;
    return reader->head[1] & MASK_BIT ? size + 4 : size;
}

/* The length of the payload; UINT64_MAX: not in its shortest form. */
static uint64_t payload_length(const struct frame_reader *reader)
{
    unsigned code = reader->head[1] & LENGTH_BITS;
    size_t bytes = code == LENGTH_16 ? 2 : code == LENGTH_64 ? 8 : 0;
    uint64_t length = bytes ? 0 : code;

    for (size_t i = 0; i < bytes; i++)
        length = length << 8 | reader->head[2 + i];
    if ((bytes == 2 && length < LENGTH_16) ||
        (bytes == 8 && (length <= UINT16_MAX || length >> 63)))
        return UINT64_MAX;
    return length;
}

static int check_kind(const struct frame_reader *reader)
{
    switch (kind_of(reader)) {
    case FRAME_MORE:
        return reader->in_message ? 0 : -FRAME_PROTOCOL_ERROR;
    case FRAME_TEXT:
        return reader->in_message ? -FRAME_PROTOCOL_ERROR : 0;
    case FRAME_BINARY:
        return -FRAME_UNACCEPTABLE;
    case FRAME_CLOSE:
    case FRAME_PING:
    case FRAME_PONG:
        return is_final(reader) ? 0 : -FRAME_PROTOCOL_ERROR;
    }
    return -FRAME_PROTOCOL_ERROR;
}

/* As soon as the first two bytes are there: nothing is waited for that would
   be refused anyway. */
static int check_beginning(const struct frame_reader *reader)
{
    bool is_masked = (reader->head[1] & MASK_BIT) != 0;

    if (reader->head[0] & RESERVED_BITS || is_masked != reader->wants_mask)
        return -FRAME_PROTOCOL_ERROR;
    if (is_control(reader) &&
        (reader->head[1] & LENGTH_BITS) > FRAME_CONTROL_MAX)
        return -FRAME_PROTOCOL_ERROR;
    return check_kind(reader);
}

static int make_room(struct frame_reader *reader, size_t more)
{
    size_t wanted = reader->length + more + 1;
    size_t room = reader->room ? reader->room : FIRST_ROOM;

    if (reader->text && wanted <= reader->room)
        return 0;
    while (room < wanted)
        room *= 2;
    char *text = realloc(reader->text, room);
    if (!text)
        return -FRAME_INTERNAL;
    reader->text = text;
    reader->room = room;
    return 0;
}

/* A message may be neither too long nor without an end. */
static bool is_too_big(struct frame_reader *reader, uint64_t length)
{
    if (is_control(reader))
        return false;
    if (!reader->in_message)
        reader->pieces = 0;
    return ++reader->pieces > FRAME_PIECES_MAX ||
           length > reader->max - reader->length;
}

static int begin_payload(struct frame_reader *reader)
{
    uint64_t length = payload_length(reader);

    if (length == UINT64_MAX)
        return -FRAME_PROTOCOL_ERROR;
    if (is_too_big(reader, length))
        return -FRAME_TOO_BIG;

    reader->in_payload = true;
    reader->left = length;
    reader->mask_at = 0;
    if (is_control(reader))
        reader->control_length = 0;
    else
        reader->in_message = true;
    return 0;
}

/* @return bytes used, or a code below 0 */
static int read_head(struct frame_reader *reader, const unsigned char *bytes,
                     size_t length)
{
    size_t used = 0;
    int rc = 0;

    while (used < length && reader->head_length < head_size(reader)) {
        reader->head[reader->head_length++] = bytes[used++];
        if (reader->head_length == 2)
            rc = check_beginning(reader);
        if (rc < 0)
            return rc;
    }
    if (reader->head_length >= 2 && reader->head_length == head_size(reader))
        rc = begin_payload(reader);
    return rc < 0 ? rc : (int)used;
}

static void unmask(struct frame_reader *reader, char *bytes, size_t length)
{
    const unsigned char *mask = reader->head + reader->head_length - 4;

    if (reader->wants_mask)
        for (size_t i = 0; i < length; i++)
            bytes[i] = (char)((unsigned char)bytes[i] ^
                              mask[(reader->mask_at + i) % 4]);
    reader->mask_at += length;
}

static int read_payload(struct frame_reader *reader, const unsigned char *bytes,
                        size_t length)
{
    size_t used = length < reader->left ? length : (size_t)reader->left;
    char *to;

    if (is_control(reader)) {
        to = reader->control + reader->control_length;
        reader->control_length += used;
    } else {
        int rc = make_room(reader, used);
        if (rc < 0)
            return rc;
        to = reader->text + reader->length;
        reader->length += used;
    }
    memcpy(to, bytes, used);
    unmask(reader, to, used);
    reader->left -= used;
    return (int)used;
}

/* 7.4: what may be sent, now or by private agreement. */
static bool is_code(int code)
{
    return (code >= 1000 && code <= 1014 && code != 1004 && code != 1005 &&
            code != 1006) ||
           (code >= 3000 && code <= 4999);
}

static int end_control(struct frame_reader *reader, struct frame *frame)
{
    char *payload = reader->control;

    payload[reader->control_length] = '\0';
    frame->text = payload;
    frame->length = reader->control_length;
    if (frame->kind != FRAME_CLOSE)
        return 1;
    frame->code = FRAME_NO_CODE;
    if (frame->length == 0)
        return 1;
    if (frame->length == 1)
        return -FRAME_PROTOCOL_ERROR;
    frame->code = (unsigned char)payload[0] << 8 | (unsigned char)payload[1];
    frame->text += 2;
    frame->length -= 2;
    if (!is_code(frame->code))
        return -FRAME_PROTOCOL_ERROR;
    return text_is_utf8(frame->text, frame->length) ? 1 : -FRAME_BAD_TEXT;
}

/* The payload is whole. @return 1: so is the message; 0: more frames come */
static int end_frame(struct frame_reader *reader, struct frame *frame)
{
    bool is_whole = is_final(reader);

    frame->kind = kind_of(reader);
    frame->code = 0;
    reader->in_payload = false;
    reader->head_length = 0;
    if (is_control(reader))
        return end_control(reader, frame);
    if (!is_whole)
        return 0;

    int rc = make_room(reader, 0);
    if (rc < 0)
        return rc;
    reader->text[reader->length] = '\0';
    frame->kind = FRAME_TEXT;
    frame->text = reader->text;
    frame->length = reader->length;
    reader->in_message = false;
    reader->length = 0;
    return text_is_utf8(frame->text, frame->length) ? 1 : -FRAME_BAD_TEXT;
}

int frame_read(struct frame_reader *reader, const void *bytes, size_t length,
               size_t *ret_used, struct frame *ret_frame)
{
    const unsigned char *from = bytes;
    size_t used = 0;
    int rc = 0;

    assert(reader && (bytes || length == 0) && ret_used && ret_frame);

    *ret_used = 0;
    do {
        rc = reader->in_payload
                 ? read_payload(reader, from + used, length - used)
                 : read_head(reader, from + used, length - used);
        if (rc < 0)
            return rc;
        used += (size_t)rc;
        *ret_used = used;
        if (reader->in_payload && reader->left == 0) {
            rc = end_frame(reader, ret_frame);
            if (rc != 0)
                return rc;
        }
    } while (used < length);
    return 0;
}
