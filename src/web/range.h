/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of a file a request wants. RFC 9110, section 14. */

#ifndef WEB_RANGE_H
#define WEB_RANGE_H

#include <stdint.h>

enum range {
    RANGE_WHOLE, /* none was asked for, or one that need not be understood */
    RANGE_PART,
    RANGE_NONE, /* no byte of the file is in it: 416 */
};

/**
 * Reads a header Range. What is not one range of bytes counts as none, as
 * 14.2 allows: also several of them, which nobody needs of a sound and which
 * made servers work for nothing (CVE-2011-3192).
 *
 * @param text        the header; "" for none
 * @param size        of the file
 * @param ret_first   of PART, the first byte
 * @param ret_length  of PART, above 0
 */
enum range range_read(const char *text, uint64_t size, uint64_t *ret_first,
                      uint64_t *ret_length);

#endif
