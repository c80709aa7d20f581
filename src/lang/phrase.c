/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling patterns. */

#include "lang/phrase.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"

static size_t append(const char *from, size_t length, char *ret_text,
                     size_t used, size_t size)
{
    size_t taken = text_cut(from, length, size - 1 - used);

    memcpy(ret_text + used, from, taken);
    return used + taken;
}

void phrase_fill(const char *pattern, const char *a, const char *b,
                 char *ret_text, size_t size)
{
    assert(pattern && a && size > 0);

    const char *parts[] = { a, b };
    size_t used = 0;

    for (size_t next = 0; next < 2 && parts[next]; next++) {
        const char *place = strstr(pattern, "%s");

        if (!place)
            break;
        used = append(pattern, (size_t)(place - pattern), ret_text, used, size);
        used = append(parts[next], strlen(parts[next]), ret_text, used, size);
        pattern = place + 2;
    }

    used = append(pattern, strlen(pattern), ret_text, used, size);
    ret_text[used] = '\0';
}
