/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three bytes, four letters. */

#include "base/base64.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                              "abcdefghijklmnopqrstuvwxyz0123456789+/";

void base64_write(const void *bytes, size_t length, char *ret_text)
{
    const unsigned char *from = bytes;

    assert((bytes || length == 0) && ret_text);

    for (size_t i = 0; i < length; i += 3) {
        size_t count = length - i < 3 ? length - i : 3;
        uint32_t bits = (uint32_t)from[i] << 16;

        if (count > 1)
            bits |= (uint32_t)from[i + 1] << 8;
        if (count > 2)
            bits |= from[i + 2];
        *ret_text++ = letters[bits >> 18];
        *ret_text++ = letters[bits >> 12 & 63];
        *ret_text++ = '=';
        *ret_text++ = '=';
        if (count > 1)
            ret_text[-2] = letters[bits >> 6 & 63];
        if (count > 2)
            ret_text[-1] = letters[bits & 63];
    }
    *ret_text = '\0';
}

bool base64_is_bytes(const char *text, size_t length)
{
    assert(text);

    size_t padding = (3 - length % 3) % 3;
    size_t wanted = BASE64_SIZE(length) - 1;
    unsigned last = 0;

    if (strlen(text) != wanted)
        return false;
    for (size_t i = 0; i < wanted - padding; i++) {
        const char *letter = strchr(letters, text[i]);
        if (!letter)
            return false;
        last = (unsigned)(letter - letters);
    }
    if (strspn(text + wanted - padding, "=") != padding)
        return false;
    return (last & ((1U << 2 * padding) - 1)) == 0; /* no bits left over */
}
