/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HMAC with SHA-256: who has the key can tell that a text is from another who
   has it. */

#ifndef BASE_HMAC_H
#define BASE_HMAC_H

#include "base/sha256.h"

/**
 * Signs. Source: RFC 2104; RFC 4231 has examples.
 *
 * @param key     of any length
 * @param ret_mac SHA256_SIZE bytes
 */
void hmac_sha256(const void *key, size_t key_length, const void *bytes,
                 size_t length, unsigned char ret_mac[SHA256_SIZE]);

#endif
