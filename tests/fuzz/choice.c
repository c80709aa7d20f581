/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first line of an input chooses. */

#include <string.h>

#include "tests/fuzz/fuzz.h"

size_t fuzz_name(const uint8_t **data, size_t *size, size_t count,
                 const char *(*name)(size_t index))
{
    const uint8_t *line = *data;
    const uint8_t *end = *size ? memchr(line, '\n', *size) : NULL;
    size_t length = end ? (size_t)(end - line) : *size;
    size_t sum = 0;

    *data += end ? length + 1 : length;
    *size -= end ? length + 1 : length;
    for (size_t i = 0; i < count; i++)
        if (strlen(name(i)) == length && memcmp(name(i), line, length) == 0)
            return i;
    for (size_t i = 0; i < length; i++)
        sum += line[i];
    return sum % count;
}
