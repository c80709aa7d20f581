/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames on their way out, and the keys of the greeting. */

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/base64.h"
#include "base/entropy.h"
#include "base/sha1.h"
#include "base/text.h"
#include "wire/frame.h"

enum {
    FINAL_BIT = 0x80,
    MASK_BIT = 0x80,
    LENGTH_16 = 126,
    LENGTH_64 = 127,
};

/* @return how many bytes the length took behind the first two */
static size_t write_length(uint64_t length, unsigned char *head)
{
    size_t bytes = length < LENGTH_16 ? 0 : length <= UINT16_MAX ? 2 : 8;

    head[1] = (unsigned char)(bytes == 0   ? length
                              : bytes == 2 ? LENGTH_16
                                           : LENGTH_64);
    for (size_t i = 0; i < bytes; i++)
        head[2 + i] = (unsigned char)(length >> 8 * (bytes - 1 - i));
    return bytes;
}

size_t frame_write_head(enum frame_kind kind, uint64_t length,
                        const unsigned char mask[4],
                        unsigned char ret_head[FRAME_HEAD_SIZE])
{
    assert(ret_head);

    ret_head[0] = (unsigned char)(FINAL_BIT | kind);
    size_t size = 2 + write_length(length, ret_head);
    if (mask) {
        ret_head[1] |= MASK_BIT;
        memcpy(ret_head + size, mask, 4);
        size += 4;
    }
    return size;
}

void frame_mask(void *bytes, size_t length, const unsigned char mask[4])
{
    unsigned char *at = bytes;

    assert(bytes || length == 0);

    for (size_t i = 0; i < length; i++)
        at[i] ^= mask[i % 4];
}

size_t frame_write_control(enum frame_kind kind, const void *payload,
                           size_t length, const unsigned char mask[4],
                           unsigned char *ret_frame)
{
    assert((payload || length == 0) && length <= FRAME_CONTROL_MAX);
    assert(ret_frame);

    size_t head = frame_write_head(kind, length, mask, ret_frame);
    if (length > 0)
        memcpy(ret_frame + head, payload, length);
    if (mask)
        frame_mask(ret_frame + head, length, mask);
    return head + length;
}

size_t frame_write_close(int code, const char *reason,
                         unsigned char ret_payload[FRAME_CONTROL_MAX])
{
    assert(reason && ret_payload);

    size_t length = text_cut(reason, strlen(reason), FRAME_REASON_MAX);
    ret_payload[0] = (unsigned char)(code >> 8);
    ret_payload[1] = (unsigned char)code;
    memcpy(ret_payload + 2, reason, length);
    return 2 + length;
}

void frame_make_key(char ret_key[FRAME_KEY_SIZE])
{
    unsigned char bytes[FRAME_KEY_BYTES];

    assert(ret_key);

    entropy_bytes(bytes, sizeof(bytes));
    base64_write(bytes, sizeof(bytes), ret_key);
}

bool frame_is_key(const char *key)
{
    assert(key);

    return base64_is_bytes(key, FRAME_KEY_BYTES);
}

void frame_accept(const char *key, char ret_accept[FRAME_ACCEPT_SIZE])
{
    static const char guid[] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    char text[FRAME_KEY_SIZE + sizeof(guid)];
    unsigned char digest[SHA1_SIZE];

    assert(key && strlen(key) < FRAME_KEY_SIZE && ret_accept);

    int length = snprintf(text, sizeof(text), "%s%s", key, guid);
    sha1_of(text, (size_t)length, digest);
    base64_write(digest, sizeof(digest), ret_accept);
}
