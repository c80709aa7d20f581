/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RFC 3629, section 3. */

#include "tui/utf8.h"

#include "base/text.h"

static char tail(int32_t point, int shift)
{
    return (char)(0x80 | (point >> shift & 0x3F));
}

size_t utf8_write(int32_t point, char ret_bytes[4])
{
    if (point < 0 || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
        point = TEXT_REPLACEMENT;

    if (point < 0x80) {
        ret_bytes[0] = (char)point;
        return 1;
    }
    if (point < 0x800) {
        ret_bytes[0] = (char)(0xC0 | point >> 6);
        ret_bytes[1] = tail(point, 0);
        return 2;
    }
    if (point < 0x10000) {
        ret_bytes[0] = (char)(0xE0 | point >> 12);
        ret_bytes[1] = tail(point, 6);
        ret_bytes[2] = tail(point, 0);
        return 3;
    }
    ret_bytes[0] = (char)(0xF0 | point >> 18);
    ret_bytes[1] = tail(point, 12);
    ret_bytes[2] = tail(point, 6);
    ret_bytes[3] = tail(point, 0);
    return 4;
}
