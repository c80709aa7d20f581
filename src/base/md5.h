/* SPDX-License-Identifier: GPL-3.0-or-later */
/* MD5, RFC 1321: for SIP's digest authentication and nothing else. */

#ifndef BASE_MD5_H
#define BASE_MD5_H

#include <stddef.h>

enum { MD5_SIZE = 16, MD5_TEXT_SIZE = 33 };

/**
 * Hashes some pieces as if they were one.
 *
 * @param ret_text  32 hexadecimal digits
 */
void md5_spell(const char *const *pieces, size_t count,
               char ret_text[MD5_TEXT_SIZE]);

#endif
