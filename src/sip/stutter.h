/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages in so many pieces that to read them is work. */

#ifndef SIP_STUTTER_H
#define SIP_STUTTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * With each piece that comes by a connection libre reads a message from its
 * first byte on, up to 64 KB with a header in each third: 60 KB, and from then
 * on single bytes, keep the loop of all calls busy for as long as somebody
 * sends. So there is an end to what is read in vain for one message. 64 KB in
 * segments of 536 bytes, the least there are, stay under it, and so does an
 * INVITE of 2,800 bytes in single ones.
 */
enum { STUTTER_MAX = 4 * 1024 * 1024 }; /* bytes */

/* What a connection has brought so far, as the kernel counts. */
struct stutter {
    uint64_t bytes;
    uint64_t in_vain; /* at most so many were read, or a little less */
};

/**
 * Asks the kernel about a connection by which no whole message has come yet.
 *
 * @return false: it does not tell
 */
bool stutter_of(int fd, struct stutter *ret_stutter);

#endif
