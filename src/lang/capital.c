/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Simple case mapping, by ICU. */

#include "lang/capital.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/text.h"

/* Appends one letter. @return whether there was room */
static bool put(int32_t point, char *ret_text, size_t size, size_t *length)
{
    uint8_t bytes[4];
    int count = 0;

    U8_APPEND_UNSAFE(bytes, count, (uint32_t)point);
    if (*length + (size_t)count >= size)
        return false;
    memcpy(ret_text + *length, bytes, (size_t)count);
    *length += (size_t)count;
    return true;
}

void capital_write(const char *text, char *ret_text, size_t size)
{
    assert(text && ret_text && size > 0);
    size_t left = strlen(text), length = 0;

    while (left > 0) {
        size_t used;
        int32_t point = text_decode(text, left, &used);

        if (point == TEXT_BROKEN)
            point = TEXT_REPLACEMENT;
        if (!put(u_toupper(point), ret_text, size, &length))
            break;
        text += used;
        left -= used;
    }
    ret_text[length] = '\0';
}
