/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RTCP octet by octet, and what strangers may say in it. */

#include "media/rtcp_report.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tests/test.h"

static const struct rtcp_outgoing whole = {
    .ssrc = 0x01020304,
    .sends = true,
    .ntp = 0x1122334455667788,
    .rtp_timestamp = 0x99aabbcc,
    .packets = 5,
    .octets = 800,
    .hears = true,
    .block = { 0x0a0b0c0d, 64, -2, 0x00010002, 33 },
    .last_report = 0xb7052000,
    .delay = 0x00054000,
    .name = "abcde",
    .bye = true,
};

/* Written by hand after RFC 3550, 6.4.1, 6.5 and 6.6. */
static const uint8_t whole_bytes[] = {
    0x81, 200,  0,    12,   1,    2,    3,    4, /* SR, one block */
    0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0,
    0,    0,    5,    0,    0,    3,    0x20, /* sender */
    0x0a, 0x0b, 0x0c, 0x0d, 64,   0xff, 0xff, 0xfe, 0,    1,    0,    2,    0,
    0,    0,    33,   0xb7, 5,    0x20, 0,    0,    5,    0x40, 0, /* block */
    0x81, 202,  0,    3,    1,    2,    3,    4,    1,    5,    'a',  'b',  'c',
    'd',  'e',  0,                               /* SDES */
    0x81, 203,  0,    1,    1,    2,    3,    4, /* BYE */
};

static void a_report_is_built_as_the_rfc_draws_it(void **state)
{
    (void)state;
    uint8_t bytes[RTCP_BUILT_MAX];

    assert_int_equal(rtcp_report_build(&whole, bytes), sizeof(whole_bytes));
    assert_memory_equal(bytes, whole_bytes, sizeof(whole_bytes));
}

static void who_sends_nothing_makes_a_receiver_report(void **state)
{
    (void)state;
    struct rtcp_outgoing report = whole;
    uint8_t bytes[RTCP_BUILT_MAX];

    report.sends = report.hears = report.bye = false;
    assert_int_equal(rtcp_report_build(&report, bytes), 8 + 16);
    assert_memory_equal(bytes, "\x80\xc9\0\1\1\2\3\4\x81\xca", 10);
}

/* A name is closed by 1 to 4 zeros up to a multiple of 4. */
static void names_of_any_length_are_closed(void **state)
{
    (void)state;
    char name[RTCP_NAME_MAX + 1] = "";
    struct rtcp_outgoing report = whole;
    struct rtcp_incoming read;
    uint8_t bytes[RTCP_BUILT_MAX];

    report.name = name;
    for (size_t length = 1; length <= RTCP_NAME_MAX; length++) {
        name[length - 1] = 'x';

        size_t size = rtcp_report_build(&report, bytes);

        assert_int_equal(size % 4, 0);
        assert_int_equal(bytes[52 + 8 + 2 + length], 0);
        assert_int_equal(rtcp_report_parse(bytes, size, 0, &read), 0);
    }
}

static void takes_what_is_said_about_us(void **state)
{
    (void)state;
    struct rtcp_incoming read;

    assert_int_equal(
        rtcp_report_parse(whole_bytes, sizeof(whole_bytes), 0x0a0b0c0d, &read),
        0);
    assert_true(read.has_sender && read.has_block);
    assert_int_equal(read.ntp_middle, 0x33445566);
    assert_int_equal(read.fraction_lost, 64);
    assert_int_equal(read.cumulative_lost, -2);
    assert_int_equal(read.jitter, 33);
    assert_int_equal(read.last_report, 0xb7052000);
    assert_int_equal(read.delay, 0x00054000);

    assert_int_equal(
        rtcp_report_parse(whole_bytes, sizeof(whole_bytes), 1, &read), 0);
    assert_false(read.has_block);
}

/* The example of RFC 3550, figure 2: 6.125 s. */
static void the_round_trip_is_that_of_the_rfc(void **state)
{
    (void)state;
    struct rtcp_incoming report = { .has_block = true,
                                    .last_report = 0xb7052000,
                                    .delay = 0x00054000 };

    assert_int_equal(rtcp_report_round_trip_us(&report, 0xb7108000), 6125000);
    /* A delay longer than the time since then is not believed. */
    assert_int_equal(rtcp_report_round_trip_us(&report, 0xb7060000), 0);
    report.last_report = 0;
    assert_int_equal(rtcp_report_round_trip_us(&report, 0xb7108000), 0);
}

static int parse_exact(const void *bytes, size_t length)
{
    struct rtcp_incoming read;
    uint8_t *exact = malloc(length ? length : 1);

    assert_non_null(exact);
    memcpy(exact, bytes, length);

    int rc = rtcp_report_parse(exact, length, 0x0a0b0c0d, &read);

    free(exact);
    return rc;
}

static void every_cut_but_between_parts_is_refused(void **state)
{
    (void)state;

    for (size_t length = 0; length < sizeof(whole_bytes); length++)
        assert_int_equal(parse_exact(whole_bytes, length),
                         length == 52 || length == 68 ? 0 : -EBADMSG);
}

static const struct refused_row {
    const char *says;
    const char *bytes;
    size_t length;
} refused_rows[] = {
    { "four octets are refused", "\x80\xc9\0\0", 4 },
    { "a BYE alone is refused", "\x81\xcb\0\1\1\2\3\4", 8 },
    { "a name alone is refused", "\x80\xca\0\1\0\0\0\0", 8 },
    { "version 1 is refused", "\x40\xc9\0\1\1\2\3\4", 8 },
    { "padding in the first part is refused", "\xa0\xc9\0\1\1\2\3\4", 8 },
    { "a length past the end is refused", "\x80\xc9\0\2\1\2\3\4", 8 },
    { "a length of 65535 words is refused", "\x80\xc9\xff\xff\1\2\3\4", 8 },
    { "more blocks than octets are refused", "\x9f\xc9\0\1\1\2\3\4", 8 },
    { "a sender report without sender is refused", "\x80\xc8\0\1\1\2\3\4", 8 },
    { "a second part of version 0 is refused", "\x80\xc9\0\1\1\2\3\4\0\xca\0\0",
      12 },
};

static void is_refused(void **state)
{
    const struct refused_row *row = *state;

    assert_int_equal(parse_exact(row->bytes, row->length), -EBADMSG);
}

static void a_thousand_parts_are_refused(void **state)
{
    (void)state;
    uint8_t bytes[RTCP_MAX_SIZE] = "\x80\xc9\0\1\1\2\3\4";

    for (size_t at = 8; at < sizeof(bytes); at += 4)
        memcpy(bytes + at, "\x80\xcc\0\0", 4);
    assert_int_equal(parse_exact(bytes, sizeof(bytes)), -EBADMSG);
    assert_int_equal(parse_exact(bytes, 8 + 31 * 4), 0);
    assert_int_equal(parse_exact(bytes, 8 + 32 * 4), -EBADMSG);
}

static void no_bytes_are_fatal(void **state)
{
    (void)state;

    srand(5);
    for (int round = 0; round < 50000; round++) {
        uint8_t bytes[sizeof(whole_bytes)];

        memcpy(bytes, whole_bytes, sizeof(bytes));
        for (int changes = rand() % 5; changes >= 0; changes--)
            bytes[(size_t)rand() % sizeof(bytes)] = (uint8_t)rand();
        parse_exact(bytes, (size_t)rand() % (sizeof(bytes) + 1));
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_report_is_built_as_the_rfc_draws_it);
    TEST_LIST_ADD(&list, who_sends_nothing_makes_a_receiver_report);
    TEST_LIST_ADD(&list, names_of_any_length_are_closed);
    TEST_LIST_ADD(&list, takes_what_is_said_about_us);
    TEST_LIST_ADD(&list, the_round_trip_is_that_of_the_rfc);
    TEST_LIST_ADD(&list, every_cut_but_between_parts_is_refused);
    TEST_LIST_ADD_ROWS(&list, is_refused, refused_rows);
    TEST_LIST_ADD(&list, a_thousand_parts_are_refused);
    TEST_LIST_ADD(&list, no_bytes_are_fatal);
    return test_list_run(&list);
}
