/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headers of a file, of packets, of IP, UDP and TCP. */

#include "web/pcap.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    FILE_HEAD = 24,
    PACKET_HEAD = 16,
    V4_HEAD = 20,
    V6_HEAD = 40,
    UDP_HEAD = 8,
    TCP_HEAD = 20,
    HEADS_MAX = PACKET_HEAD + V6_HEAD + TCP_HEAD,
    SNAP_LENGTH = 65535,
    LINK_RAW = 101,
    PROTOCOL_TCP = 6,
    PROTOCOL_UDP = 17,
    HOPS = 64,
    PSH_ACK = 0x18,
    WINDOW = 65535,
    PACKET_MAX = 65535, /* what the length of an IP header can say */
};

/* How far each direction of each party's connection has come. */
struct flow {
    uint32_t sent;
    uint32_t received;
};

struct writer {
    unsigned char *at;
    struct flow flows[TRACE_DIALOGS_MAX + 1];
};

static void put_le32(struct writer *writer, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        *writer->at++ = (unsigned char)(value >> (8 * i));
}

static void put_be16(struct writer *writer, uint32_t value)
{
    *writer->at++ = (unsigned char)(value >> 8);
    *writer->at++ = (unsigned char)value;
}

static void put_be32(struct writer *writer, uint32_t value)
{
    put_be16(writer, value >> 16);
    put_be16(writer, value & 0xffff);
}

static void put_bytes(struct writer *writer, const void *bytes, size_t length)
{
    if (length > 0)
        memcpy(writer->at, bytes, length);
    writer->at += length;
}

static void put_file_head(struct writer *writer)
{
    put_le32(writer, 0xa1b2c3d4);
    put_le32(writer, 2 | 4 << 16); /* version 2.4 */
    put_le32(writer, 0);
    put_le32(writer, 0);
    put_le32(writer, SNAP_LENGTH);
    put_le32(writer, LINK_RAW);
}

/* RFC 1071. */
static uint32_t checksum(const unsigned char *bytes, size_t length)
{
    uint32_t sum = 0;

    for (size_t i = 0; i < length; i += 2)
        sum += (uint32_t)bytes[i] << 8 | bytes[i + 1];
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    return ~sum & 0xffff;
}

static void put_v4(struct writer *writer, const struct trace_address *from,
                   const struct trace_address *to, int protocol,
                   uint32_t payload)
{
    unsigned char *head = writer->at;

    put_be16(writer, 0x4500);
    put_be16(writer, V4_HEAD + payload);
    put_be32(writer, 0x4000); /* not to be fragmented */
    put_be16(writer, (uint32_t)(HOPS << 8 | protocol));
    put_be16(writer, 0);
    put_bytes(writer, from->bytes, 4);
    put_bytes(writer, to->bytes, 4);

    uint32_t sum = checksum(head, V4_HEAD);

    head[10] = (unsigned char)(sum >> 8);
    head[11] = (unsigned char)sum;
}

static void put_v6(struct writer *writer, const struct trace_address *from,
                   const struct trace_address *to, int protocol,
                   uint32_t payload)
{
    put_be32(writer, 0x60000000);
    put_be16(writer, payload);
    put_be16(writer, (uint32_t)(protocol << 8 | HOPS));
    put_bytes(writer, from->bytes, 16);
    put_bytes(writer, to->bytes, 16);
}

/* A checksum of 0 says that there is none; wrong for UDP by IPv6, which
   readers only remark on. */
static void put_udp(struct writer *writer, uint16_t from, uint16_t to,
                    uint32_t length)
{
    put_be16(writer, from);
    put_be16(writer, to);
    put_be16(writer, UDP_HEAD + length);
    put_be16(writer, 0);
}

static void put_tcp(struct writer *writer, const struct trace_entry *entry,
                    uint16_t from, uint16_t to, uint32_t length)
{
    struct flow *flow = &writer->flows[entry->party];
    uint32_t *mine = entry->is_sent ? &flow->sent : &flow->received;
    uint32_t theirs = entry->is_sent ? flow->received : flow->sent;

    put_be16(writer, from);
    put_be16(writer, to);
    put_be32(writer, 1 + *mine);
    put_be32(writer, 1 + theirs);
    put_be16(writer, (TCP_HEAD / 4) << 12 | PSH_ACK);
    put_be16(writer, WINDOW);
    put_be32(writer, 0);
    *mine += length;
}

static void put_message(struct writer *writer, const struct trace_entry *entry,
                        const char *bytes, int64_t wall_us)
{
    const struct trace_address *from =
        entry->is_sent ? &entry->ours : &entry->theirs;
    const struct trace_address *to =
        entry->is_sent ? &entry->theirs : &entry->ours;
    bool is_v6 = from->is_v6 || to->is_v6;
    bool is_udp = entry->transport == TRACE_UDP;
    uint32_t heads =
        (is_v6 ? V6_HEAD : V4_HEAD) + (uint32_t)(is_udp ? UDP_HEAD : TCP_HEAD);
    uint32_t length =
        entry->length < PACKET_MAX - heads ? entry->length : PACKET_MAX - heads;
    uint32_t payload = heads - (is_v6 ? V6_HEAD : V4_HEAD) + length;

    put_le32(writer, (uint32_t)(wall_us / 1000000));
    put_le32(writer, (uint32_t)(wall_us % 1000000));
    put_le32(writer, heads + entry->kept);
    put_le32(writer, heads + length);
    (is_v6 ? put_v6 : put_v4)(writer, from, to,
                              is_udp ? PROTOCOL_UDP : PROTOCOL_TCP, payload);
    if (is_udp)
        put_udp(writer, from->port, to->port, length);
    else
        put_tcp(writer, entry, from->port, to->port, length);
    put_bytes(writer, bytes + entry->offset, entry->kept);
}

char *pcap_print(const struct trace_copy *trace, int64_t offset_us,
                 size_t *ret_length)
{
    size_t size = FILE_HEAD;
    struct writer writer = { 0 };

    assert(trace && ret_length);

    for (size_t i = 0; i < trace->count; i++)
        size += HEADS_MAX + trace->entries[i].kept;

    char *file = malloc(size);
    if (!file)
        return NULL;

    writer.at = (unsigned char *)file;
    put_file_head(&writer);
    for (size_t i = 0; i < trace->count; i++)
        if (trace->entries[i].kind == TRACE_MESSAGE)
            put_message(&writer, &trace->entries[i], trace->bytes,
                        trace->entries[i].at_us + offset_us);
    *ret_length = (size_t)((char *)writer.at - file);
    return file;
}
