/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Traces as packets, byte by byte: draft-ietf-opsawg-pcap, RFC 791, 768, 9293,
   8200. */

#include "web/pcap.h"

#include <string.h>

#include "tests/test.h"

enum { FILE_HEAD = 24, PACKET_HEAD = 16 };

static const struct trace_address here = { { 192, 0, 2, 1 }, 5060, false };
static const struct trace_address there = { { 192, 0, 2, 7 }, 40000, false };

static struct trace_entry message(bool is_sent, enum trace_transport transport,
                                  uint32_t length, size_t offset)
{
    return (struct trace_entry){
        .kind = TRACE_MESSAGE,
        .at_us = 1500000,
        .party = 1,
        .is_sent = is_sent,
        .transport = transport,
        .ours = here,
        .theirs = there,
        .length = length,
        .kept = length,
        .offset = offset,
    };
}

static unsigned char *print(struct trace_entry *entries, size_t count,
                            char *bytes, size_t *ret_length)
{
    const struct trace_copy trace = { entries, count, 0, bytes };
    char *file = pcap_print(&trace, 7000000, ret_length);

    assert_non_null(file);
    return (unsigned char *)file;
}

static unsigned be16(const unsigned char *at)
{
    return (unsigned)at[0] << 8 | at[1];
}

static unsigned le32(const unsigned char *at)
{
    return at[0] | (unsigned)at[1] << 8 | (unsigned)at[2] << 16 |
           (unsigned)at[3] << 24;
}

static void a_datagram_is_ip_and_udp(void **state)
{
    (void)state;
    struct trace_entry entries[] = { message(false, TRACE_UDP, 4, 0) };
    char bytes[] = "ABCD";
    size_t length;
    unsigned char *file = print(entries, 1, bytes, &length);
    const unsigned char *packet = file + FILE_HEAD;
    const unsigned char *ip = packet + PACKET_HEAD;
    unsigned sum = 0;

    assert_memory_equal(file, "\xd4\xc3\xb2\xa1\x02\0\x04\0", 8);
    assert_int_equal(le32(file + 20), 101);
    assert_int_equal(length, FILE_HEAD + PACKET_HEAD + 20 + 8 + 4);
    assert_int_equal(le32(packet), 8);
    assert_int_equal(le32(packet + 4), 500000);
    assert_int_equal(le32(packet + 8), 32);
    assert_int_equal(le32(packet + 12), 32);
    assert_int_equal(be16(ip + 2), 32);
    assert_int_equal(ip[9], 17);
    assert_memory_equal(ip + 12, there.bytes, 4);
    assert_memory_equal(ip + 16, here.bytes, 4);
    for (int i = 0; i < 20; i += 2)
        sum += be16(ip + i);
    assert_int_equal((sum & 0xffff) + (sum >> 16), 0xffff);
    assert_int_equal(be16(ip + 20), 40000);
    assert_int_equal(be16(ip + 22), 5060);
    assert_int_equal(be16(ip + 24), 12);
    assert_memory_equal(ip + 28, "ABCD", 4);
    free(file);
}

static void a_connection_has_running_numbers(void **state)
{
    (void)state;
    struct trace_entry entries[] = { message(false, TRACE_TCP, 4, 0),
                                     message(true, TRACE_TCP, 2, 4),
                                     message(false, TRACE_TCP, 1, 6) };
    char bytes[] = "ABCDEFG";
    size_t length;
    unsigned char *file = print(entries, 3, bytes, &length);
    const unsigned char *first = file + FILE_HEAD + PACKET_HEAD + 20;
    const unsigned char *second = first + 24 + PACKET_HEAD + 20;
    const unsigned char *third = second + 22 + PACKET_HEAD + 20;

    assert_memory_equal(first + 4, "\0\0\0\1\0\0\0\1", 8);
    assert_memory_equal(second + 4, "\0\0\0\1\0\0\0\5", 8);
    assert_memory_equal(third + 4, "\0\0\0\5\0\0\0\3", 8);
    assert_int_equal(third[20], 'G');
    assert_ptr_equal(third + 21, file + length);
    free(file);
}

static void what_was_cut_says_how_long_it_was(void **state)
{
    (void)state;
    struct trace_entry entries[] = { message(true, TRACE_UDP, 9000, 0) };
    char bytes[] = "ABCD";
    size_t length;

    entries[0].kept = 4;
    unsigned char *file = print(entries, 1, bytes, &length);
    const unsigned char *packet = file + FILE_HEAD;

    assert_int_equal(le32(packet + 8), 32);
    assert_int_equal(le32(packet + 12), 9028);
    assert_int_equal(be16(packet + PACKET_HEAD + 2), 9028);
    free(file);
}

static void no_length_leaves_its_field(void **state)
{
    (void)state;
    struct trace_entry entries[] = { message(true, TRACE_UDP, 0xffffffff, 0) };
    char bytes[] = "ABCD";
    size_t length;

    entries[0].kept = 4;
    unsigned char *file = print(entries, 1, bytes, &length);

    assert_int_equal(be16(file + FILE_HEAD + PACKET_HEAD + 2), 65535);
    free(file);
}

static void ipv6_and_what_is_no_message(void **state)
{
    (void)state;
    struct trace_entry entries[] = { message(true, TRACE_UDP, 4, 0),
                                     { .kind = TRACE_EFFECT } };
    char bytes[] = "ABCD";
    size_t length;

    entries[0].ours.is_v6 = entries[0].theirs.is_v6 = true;
    unsigned char *file = print(entries, 2, bytes, &length);
    const unsigned char *ip = file + FILE_HEAD + PACKET_HEAD;

    assert_int_equal(length, FILE_HEAD + PACKET_HEAD + 40 + 8 + 4);
    assert_int_equal(ip[0], 0x60);
    assert_int_equal(be16(ip + 4), 12);
    assert_int_equal(ip[6], 17);
    assert_memory_equal(ip + 8, here.bytes, 16);
    free(file);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD(&list, a_datagram_is_ip_and_udp);
    TEST_LIST_ADD(&list, a_connection_has_running_numbers);
    TEST_LIST_ADD(&list, what_was_cut_says_how_long_it_was);
    TEST_LIST_ADD(&list, no_length_leaves_its_field);
    TEST_LIST_ADD(&list, ipv6_and_what_is_no_message);
    return test_list_run(&list);
}
