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

#endif
