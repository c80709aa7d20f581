/* SPDX-License-Identifier: GPL-3.0-or-later */
/* WebSocket frames: RFC 6455, section by section. */

#include "wire/frame.h"

#include <string.h>

#include "tests/test.h"

enum { MAX = 1000 };

/* What a reader makes of some bytes. */
struct reading {
    int rc; /* of the last frame, or what was refused */
    struct frame frame;
    char text[2048];
};

static void read_all(bool wants_mask, const void *bytes, size_t length,
                     size_t at_once, struct reading *ret)
{
    struct frame_reader reader;
    const char *from = bytes;

    memset(ret, 0, sizeof(*ret));
    frame_reader_init(&reader, wants_mask, MAX);
    while (length > 0 && ret->rc >= 0) {
        size_t part = length < at_once ? length : at_once;
        size_t used = 0;
        struct frame frame = { 0 };

        ret->rc = frame_read(&reader, from, part, &used, &frame);
        if (ret->rc == 1) {
            ret->frame = frame;
            memcpy(ret->text, frame.text, frame.length);
            ret->text[frame.length] = '\0';
        }
        if (ret->rc >= 0)
            assert_true(used > 0);
        from += used;
        length -= used;
    }
    frame_reader_done(&reader);
}

struct row {
    const char *says;
    const char *bytes;
    size_t length;
    int rc;           /* 1, 0, or a code below 0 */
    const char *text; /* when 1 */
    bool is_server;   /* the frames are a server's: not masked */
};

#define BYTES(text) text, sizeof(text) - 1

/* A mask of zeros leaves the payload as it is. */
#define NO_MASK "\0\0\0\0"

static const struct row rows[] = {
    { "5.7: a single-frame unmasked text message",
      BYTES("\x81\x05\x48\x65\x6c\x6c\x6f"), 1, "Hello", true },
    { "5.7: a single-frame masked text message",
      BYTES("\x81\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58"), 1, "Hello",
      false },
    { "5.7: a fragmented unmasked text message",
      BYTES("\x01\x03\x48\x65\x6c\x80\x02\x6c\x6f"), 1, "Hello", true },
    { "5.7: a ping", BYTES("\x89\x05\x48\x65\x6c\x6c\x6f"), 1, "Hello", true },
    { "5.7: a pong", BYTES("\x8a\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58"), 1,
      "Hello", false },
    { "5.1: a client's frame that is not masked is refused",
      BYTES("\x81\x05Hello"), -FRAME_PROTOCOL_ERROR, NULL, false },
    { "5.1: a server's frame that is masked is refused",
      BYTES("\x81\x85" NO_MASK "Hello"), -FRAME_PROTOCOL_ERROR, NULL, true },
    { "5.2: the first reserved bit (a compressed message) is refused",
      BYTES("\xc1\x81" NO_MASK "a"), -FRAME_PROTOCOL_ERROR, NULL, false },
    { "5.2: the second one", BYTES("\xa1\x81" NO_MASK "a"),
      -FRAME_PROTOCOL_ERROR, NULL, false },
    { "5.2: the third one", BYTES("\x91\x81" NO_MASK "a"),
      -FRAME_PROTOCOL_ERROR, NULL, false },
    { "5.2: a reserved data opcode is refused", BYTES("\x83\x80" NO_MASK),
      -FRAME_PROTOCOL_ERROR, NULL, false },
    { "5.2: a reserved control opcode is refused", BYTES("\x8b\x80" NO_MASK),
      -FRAME_PROTOCOL_ERROR, NULL, false },
    { "5.2: a short length in 16 bits is refused",
      BYTES("\x81\xfe\x00\x7d" NO_MASK), -FRAME_PROTOCOL_ERROR, NULL, false },
    { "5.2: a short length in 64 bits is refused",
      BYTES("\x81\xff\0\0\0\0\0\0\xff\xff" NO_MASK), -FRAME_PROTOCOL_ERROR,
      NULL, false },
    { "5.2: a length with the highest bit is refused",
      BYTES("\x81\xff\x80\0\0\0\0\0\0\0" NO_MASK), -FRAME_PROTOCOL_ERROR, NULL,
      false },
    { "5.4: a continuation of nothing is refused", BYTES("\x80\x80" NO_MASK),
      -FRAME_PROTOCOL_ERROR, NULL, false },
    { "5.4: a new message within another is refused",
      BYTES("\x01\x81" NO_MASK "a\x81\x81" NO_MASK "b"), -FRAME_PROTOCOL_ERROR,
      NULL, false },
    { "5.4: a control frame between fragments is taken",
      BYTES("\x01\x81" NO_MASK "a\x89\x81" NO_MASK "p"), 1, "p", false },
    { "5.4: and the message goes on after it",
      BYTES("\x01\x81" NO_MASK "a\x89\x81" NO_MASK "p\x80\x81" NO_MASK "b"), 1,
      "ab", false },
    { "5.4: a message of empty fragments is empty",
      BYTES("\x01\x80" NO_MASK "\x00\x80" NO_MASK "\x80\x80" NO_MASK), 1, "",
      false },
    { "5.5: a fragmented control frame is refused",
      BYTES("\x09\x81" NO_MASK "a"), -FRAME_PROTOCOL_ERROR, NULL, false },
    { "5.5: a control frame of more than 125 bytes is refused",
      BYTES("\x89\xfe\x00\x7e" NO_MASK), -FRAME_PROTOCOL_ERROR, NULL, false },
    { "5.5.1: an empty close has no code", BYTES("\x88\x80" NO_MASK), 1, "",
      false },
    { "5.5.1: a close with half a code is refused",
      BYTES("\x88\x81" NO_MASK "\x03"), -FRAME_PROTOCOL_ERROR, NULL, false },
    { "5.5.1: a close with a reason tells it",
      BYTES("\x88\x85" NO_MASK "\x03\xe8"
            "bye"),
      1, "bye", false },
    { "5.5.1: a reason that is no UTF-8 is refused",
      BYTES("\x88\x83" NO_MASK "\x03\xe8\xff"), -FRAME_BAD_TEXT, NULL, false },
    { "5.6: binary messages are not accepted", BYTES("\x82\x81" NO_MASK "a"),
      -FRAME_UNACCEPTABLE, NULL, false },
    { "5.6: text that is no UTF-8 is refused",
      BYTES("\x81\x82" NO_MASK "\xc3\x28"), -FRAME_BAD_TEXT, NULL, false },
    { "5.6: text with a surrogate is refused",
      BYTES("\x81\x83" NO_MASK "\xed\xa0\x80"), -FRAME_BAD_TEXT, NULL, false },
    { "5.6: a code point may be cut by fragments",
      BYTES("\x01\x81" NO_MASK "\xc3\x80\x81" NO_MASK "\xa9"), 1, "\xc3\xa9",
      false },
    { "5.6: but not by the end of the message",
      BYTES("\x01\x81" NO_MASK "\xc3\x80\x80" NO_MASK), -FRAME_BAD_TEXT, NULL,
      false },
    { "7.4.2: code 999 is refused", BYTES("\x88\x82" NO_MASK "\x03\xe7"),
      -FRAME_PROTOCOL_ERROR, NULL, false },
    { "7.4.1: code 1004 is refused", BYTES("\x88\x82" NO_MASK "\x03\xec"),
      -FRAME_PROTOCOL_ERROR, NULL, false },
    { "7.4.1: code 1005 is refused", BYTES("\x88\x82" NO_MASK "\x03\xed"),
      -FRAME_PROTOCOL_ERROR, NULL, false },
    { "7.4.1: code 1006 is refused", BYTES("\x88\x82" NO_MASK "\x03\xee"),
      -FRAME_PROTOCOL_ERROR, NULL, false },
    { "7.4.1: code 1015 is refused", BYTES("\x88\x82" NO_MASK "\x03\xf7"),
      -FRAME_PROTOCOL_ERROR, NULL, false },
    { "7.4.2: code 2999 is refused", BYTES("\x88\x82" NO_MASK "\x0b\xb7"),
      -FRAME_PROTOCOL_ERROR, NULL, false },
    { "7.4.2: code 3000 may stand", BYTES("\x88\x82" NO_MASK "\x0b\xb8"), 1, "",
      false },
    { "7.4.2: code 4999 may stand", BYTES("\x88\x82" NO_MASK "\x13\x87"), 1, "",
      false },
    { "7.4.2: code 5000 is refused", BYTES("\x88\x82" NO_MASK "\x13\x88"),
      -FRAME_PROTOCOL_ERROR, NULL, false },
    { "10.4: a frame above the limit is refused by its head alone",
      BYTES("\x81\xfe\x03\xe9" NO_MASK), -FRAME_TOO_BIG, NULL, false },
    { "10.4: so is one of 2^62 bytes",
      BYTES("\x81\xff\x40\0\0\0\0\0\0\0" NO_MASK), -FRAME_TOO_BIG, NULL,
      false },
    { "half a head is waited for", BYTES("\x81\xfe\x00"), 0, NULL, false },
    { "half a payload is waited for", BYTES("\x81\x85" NO_MASK "Hel"), 0, NULL,
      false },
};

/* In one piece, and byte by byte. */
static void reads(void **state)
{
    static const size_t pieces[] = { 4096, 1, 3 };
    const struct row *row = *state;

    for (size_t i = 0; i < ARRAY_LEN(pieces); i++) {
        struct reading reading;

        read_all(!row->is_server, row->bytes, row->length, pieces[i], &reading);
        assert_int_equal(reading.rc, row->rc);
        if (row->rc == 1)
            assert_string_equal(reading.text, row->text);
    }
}

static void close_codes_are_told(void **state)
{
    struct reading reading;

    (void)state;
    read_all(true, BYTES("\x88\x82" NO_MASK "\x0f\xa1"), 100, &reading);
    assert_int_equal(reading.frame.code, 4001);
    read_all(true, BYTES("\x88\x80" NO_MASK), 100, &reading);
    assert_int_equal(reading.frame.code, FRAME_NO_CODE);
}

/* 5.4: the limit is the message's, not the frame's. */
static void fragments_are_added_up(void **state)
{
    unsigned char bytes[2 * (8 + 600)] = { 0 };
    struct reading reading;

    (void)state;
    memcpy(bytes, "\x01\xfe\x02\x58", 4);
    memcpy(bytes + 608, "\x80\xfe\x02\x58", 4);
    read_all(true, bytes, sizeof(bytes), 100, &reading);
    assert_int_equal(reading.rc, -FRAME_TOO_BIG);
}

/* Nor does a message go on for ever in pieces of nothing; the next one has as
 * many of its own. */
static void pieces_are_counted(void **state)
{
    static unsigned char bytes[(FRAME_PIECES_MAX + 1) * 6];
    struct reading reading;

    (void)state;
    for (size_t at = 0; at < sizeof(bytes); at += 6)
        memcpy(bytes + at, at == 0 ? "\x01\x80" : "\x00\x80", 2);
    read_all(true, bytes, sizeof(bytes), 100, &reading);
    assert_int_equal(reading.rc, -FRAME_TOO_BIG);

    bytes[sizeof(bytes) - 12] = 0x80;
    bytes[sizeof(bytes) - 6] = 0x81;
    read_all(true, bytes, sizeof(bytes), 100, &reading);
    assert_int_equal(reading.rc, 1);
}

/* What is written is what is read, at every length at which heads change. */
static void what_is_written_is_read(void **state)
{
    static const size_t lengths[] = { 0, 1, 125, 126, 127, 999, 1000 };
    static const unsigned char mask[4] = { 0x12, 0xff, 0, 0x80 };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(lengths); i++)
        for (int is_client = 0; is_client < 2; is_client++) {
            size_t length = lengths[i];
            unsigned char bytes[FRAME_HEAD_SIZE + 1000];
            struct reading reading;
            size_t head = frame_write_head(FRAME_TEXT, length,
                                           is_client ? mask : NULL, bytes);

            memset(bytes + head, 'x', length);
            if (is_client)
                frame_mask(bytes + head, length, mask);
            read_all(is_client, bytes, head + length, 7, &reading);
            assert_int_equal(reading.rc, 1);
            assert_int_equal(reading.frame.length, length);
            assert_int_equal(strspn(reading.text, "x"), length);
        }
}

/* 5.2: above 65535 the length has 64 bits. */
static void long_heads_are_as_the_rfc_has_them(void **state)
{
    unsigned char head[FRAME_HEAD_SIZE];

    (void)state;
    assert_int_equal(frame_write_head(FRAME_TEXT, 65535, NULL, head), 4);
    assert_memory_equal(head, "\x81\x7e\xff\xff", 4);
    assert_int_equal(frame_write_head(FRAME_TEXT, 65536, NULL, head), 10);
    assert_memory_equal(head, "\x81\x7f\0\0\0\0\0\1\0\0", 10);
}

static void control_frames_are_whole(void **state)
{
    unsigned char payload[FRAME_CONTROL_MAX];
    unsigned char bytes[FRAME_HEAD_SIZE + FRAME_CONTROL_MAX];
    struct reading reading;
    char reason[200];

    (void)state;
    memset(reason, 'r', sizeof(reason));
    memcpy(reason + FRAME_REASON_MAX - 1, "\xc3\xa9", 2); /* cut before it */
    reason[sizeof(reason) - 1] = '\0';
    size_t length = frame_write_close(FRAME_POLICY, reason, payload);
    assert_int_equal(length, FRAME_CONTROL_MAX - 1);
    length = frame_write_control(FRAME_CLOSE, payload, length, NULL, bytes);
    read_all(false, bytes, length, 100, &reading);
    assert_int_equal(reading.rc, 1);
    assert_int_equal(reading.frame.code, FRAME_POLICY);
}

/* 1.3: the example of the greeting. */
static void a_key_is_accepted_as_in_the_rfc(void **state)
{
    char accept[FRAME_ACCEPT_SIZE];
    char key[FRAME_KEY_SIZE];

    (void)state;
    frame_accept("dGhlIHNhbXBsZSBub25jZQ==", accept);
    assert_string_equal(accept, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    assert_true(frame_is_key("dGhlIHNhbXBsZSBub25jZQ=="));
    assert_false(frame_is_key("dGhlIHNhbXBsZSBub25jZQ="));
    assert_false(frame_is_key("dGhlIHNhbXBsZSBub25jZQ=A"));
    assert_false(frame_is_key(""));
    frame_make_key(key);
    assert_true(frame_is_key(key));
}

/* Noise is refused or waited for, and never more is held than allowed. */
static void noise_does_no_harm(void **state)
{
    uint32_t seed = 12345;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        unsigned char bytes[64];
        struct reading reading;

        for (size_t i = 0; i < sizeof(bytes); i++) {
            seed = seed * 1664525U + 1013904223U;
            bytes[i] = (unsigned char)(seed >> 24);
        }
        if (round % 2 == 0) { /* a head that could be one */
            bytes[0] &= 0x8f;
            bytes[1] |= 0x80;
        }
        read_all(true, bytes, sizeof(bytes), 1 + (size_t)round % 64, &reading);
        assert_true(reading.rc <= 1);
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, reads, rows);
    TEST_LIST_ADD(&list, close_codes_are_told);
    TEST_LIST_ADD(&list, fragments_are_added_up);
    TEST_LIST_ADD(&list, pieces_are_counted);
    TEST_LIST_ADD(&list, what_is_written_is_read);
    TEST_LIST_ADD(&list, long_heads_are_as_the_rfc_has_them);
    TEST_LIST_ADD(&list, control_frames_are_whole);
    TEST_LIST_ADD(&list, a_key_is_accepted_as_in_the_rfc);
    TEST_LIST_ADD(&list, noise_does_no_harm);
    return test_list_run(&list);
}
