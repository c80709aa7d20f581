/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Base64, RFC 4648 section 4, with its padding. */

#ifndef BASE_BASE64_H
#define BASE_BASE64_H

#include <stdbool.h>
#include <stddef.h>

/* Room for so many bytes in base64, terminator included. */
#define BASE64_SIZE(length) (((length) + 2) / 3 * 4 + 1)

/** Writes bytes in base64, terminated. */
void base64_write(const void *bytes, size_t length, char *ret_text);

/** Whether a text is exactly so many bytes in base64: canonical, padded. */
bool base64_is_bytes(const char *text, size_t length);

/**
 * Reads bytes back.
 *
 * @param ret_bytes   on success, room for 3 bytes of every 4 letters is needed
 * @param ret_length  on success
 *
 * @return 0 or -EBADMSG: it is not canonical and padded
 */
int base64_read(const char *text, void *ret_bytes, size_t *ret_length);

#endif
