/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-1, as FIPS 180-4 has it: for WebSocket's greeting, never for secrets. */

#ifndef BASE_SHA1_H
#define BASE_SHA1_H

#include <stddef.h>

enum { SHA1_SIZE = 20 };

/** The hash of some bytes. O(length). */
void sha1_of(const void *bytes, size_t length,
             unsigned char ret_digest[SHA1_SIZE]);

#endif
