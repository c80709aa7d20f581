/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages as packets of a capture file. */

#ifndef WEB_PCAP_H
#define WEB_PCAP_H

#include "base/trace.h"

/*
 * The classic pcap format (draft-ietf-opsawg-pcap), little-endian, microseconds,
 * LINKTYPE_RAW: each packet begins with its IP header. Datagrams are UDP; what
 * went by a connection is a TCP segment with running sequence numbers, without
 * a handshake, and what went by TLS the same in plain text. What was cut has its
 * true length in the headers.
 */

/**
 * Writes the messages of a trace.
 *
 * @param offset_us   what journal time is behind 1970
 * @param ret_length  of the file
 *
 * @return to be freed with free(), or NULL: out of memory
 */
char *pcap_print(const struct trace_copy *trace, int64_t offset_us,
                 size_t *ret_length);

#endif
