/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept of a caller list: numbers, a line each. */

#include "wire/caller_text.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sha256.h"

enum { LINE_SIZE = CALLER_NUMBER_MAX_DIGITS + 2 };

char *caller_text_print(const struct caller_list *list)
{
    assert(list);

    char *text = malloc(list->count * LINE_SIZE + 1);
    size_t length = 0;

    if (!text)
        return NULL;

    text[0] = '\0';
    for (size_t i = 0; i < list->count; i++)
        length += (size_t)snprintf(text + length, LINE_SIZE, "%" PRIu64 "\n",
                                   list->numbers[i]);
    return text;
}

/* A line of digits; what follows it, or NULL. */
static const char *read_line(const char *text, const char *end,
                             uint64_t *ret_number)
{
    uint64_t number = 0;
    const char *at = text;

    for (; at < end && *at >= '0' && *at <= '9' &&
           at - text < CALLER_NUMBER_MAX_DIGITS;
         at++)
        number = 10 * number + (uint64_t)(*at - '0');

    if (at == end || *at != '\n')
        return NULL;

    *ret_number = number;
    return at + 1;
}

static size_t lines_in(const char *text, size_t length)
{
    size_t count = 0;

    for (size_t i = 0; i < length; i++)
        count += text[i] == '\n';
    return count;
}

int caller_text_parse(const char *text, size_t length,
                      struct caller_list **ret_list)
{
    assert(text && ret_list);

    size_t count = lines_in(text, length);
    const char *at = text;
    unsigned char digest[SHA256_SIZE];

    if (count > CALLER_LIST_MAX)
        return -EBADMSG;

    struct caller_list *list =
        calloc(1, sizeof(*list) + count * sizeof(list->numbers[0]));
    if (!list)
        return -ENOMEM;

    while (at && list->count < count)
        at = read_line(at, text + length, &list->numbers[list->count++]);

    sha256_of(text, length, digest);
    sha256_spell(digest, list->digest);
    if (at != text + length || !caller_list_is_valid(list)) {
        free(list);
        return -EBADMSG;
    }

    *ret_list = list;
    return 0;
}
