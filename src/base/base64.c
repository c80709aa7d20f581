/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three bytes, four letters. */

#include "base/base64.h"

#include <assert.h>
#include <errno.h>
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

/* How many bytes a text of whole quadruples stands for. */
static size_t length_of(const char *text)
{
    size_t letters_given = strlen(text);
    size_t padding = 0;

    if (letters_given == 0 || letters_given % 4 != 0)
        return 0;
    while (padding < 2 && text[letters_given - 1 - padding] == '=')
        padding++;

    return letters_given / 4 * 3 - padding;
}

static unsigned value_of(char letter)
{
    const char *at = letter == '=' ? letters : strchr(letters, letter);

    return (unsigned)(at - letters);
}

int base64_read(const char *text, void *ret_bytes, size_t *ret_length)
{
    assert(text && ret_bytes && ret_length);

    size_t length = length_of(text);
    unsigned char *to = ret_bytes;

    if (!base64_is_bytes(text, length))
        return -EBADMSG;

    for (size_t i = 0; i < length; i += 3, text += 4) {
        uint32_t bits = value_of(text[0]) << 18 | value_of(text[1]) << 12 |
                        value_of(text[2]) << 6 | value_of(text[3]);

        to[i] = (unsigned char)(bits >> 16);
        if (i + 1 < length)
            to[i + 1] = (unsigned char)(bits >> 8 & 0xff);
        if (i + 2 < length)
            to[i + 2] = (unsigned char)(bits & 0xff);
    }

    *ret_length = length;
    return 0;
}
