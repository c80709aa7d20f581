/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes, made safe to show: UTF-8 without anything that steers. */

#include <string.h>

#include "base/line.h"
#include "base/text.h"
#include "tests/fuzz/fuzz.h"

static void look_at(const char *text, size_t length)
{
    size_t used;

    CLAIM(text_is_utf8(text, length));
    for (size_t at = 0; at < length; at += used) {
        int32_t c = text_decode(text + at, length - at, &used);

        CLAIM(c >= ' ' && (c < 0x7f || c > 0x9f)); /* neither C0 nor C1 */
        CLAIM(c < 0x200b || c > 0x200f);
        CLAIM(c < 0x2028 || c > 0x202e);
        CLAIM(c < 0xd800 || c > 0xf8ff);
    }
}

static void cut(const char *text, size_t length)
{
    for (size_t max = 0; max <= length; max++) {
        size_t kept = text_cut(text, length, max);

        CLAIM(kept <= max && max - kept < 4);
        CLAIM(text_is_utf8(text, kept));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    size_t room = TEXT_SAFE_SIZE(size);
    char *safe = malloc(room);
    char *again = malloc(room);
    char small[8];

    CLAIM(safe && again);

    size_t length = text_safe(bytes, size, safe, room);

    CLAIM(length < room && strlen(safe) == length);
    look_at(safe, length);
    CLAIM(text_safe(safe, length, again, room) == length);
    CLAIM(memcmp(safe, again, length) == 0);
    CLAIM(text_safe(bytes, size, small, sizeof(small)) < sizeof(small));
    look_at(small, strlen(small));
    cut(safe, length);
    free(again);
    free(safe);
    return 0;
}
