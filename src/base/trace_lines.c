/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Line by line, never believing more than a line. */

#include "base/trace_lines.h"

#include <string.h>
#include <strings.h>

size_t trace_line_end(const char *bytes, size_t from, size_t length)
{
    const char *end = memchr(bytes + from, '\n', length - from);

    return end ? (size_t)(end - bytes) + 1 : length;
}

bool trace_is_blank(char c)
{
    return c == ' ' || c == '\t';
}

size_t trace_begin(const char *bytes, size_t length)
{
    size_t n = 0;

    while (n < length && (bytes[n] == '\r' || bytes[n] == '\n'))
        n++;
    return n;
}

/* A NUL, too. */
static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0';
}

static size_t skip_returns(const char *bytes, size_t from, size_t end)
{
    while (from < end && bytes[from] == '\r')
        from++;
    return from;
}

static bool is_empty_line(const char *bytes, size_t from, size_t end)
{
    size_t rest = skip_returns(bytes, from, end);

    return rest == end || bytes[rest] == '\n';
}

bool trace_next_header(const char *bytes, size_t length, size_t *at,
                       struct trace_header *ret)
{
    size_t from = *at;
    size_t end = from < length ? trace_line_end(bytes, from, length) : length;

    if (from >= length)
        return false;
    if (is_empty_line(bytes, from, end)) {
        *at = end;
        return false;
    }
    while (end < length && trace_is_blank(bytes[end]))
        end = trace_line_end(bytes, end, length);

    const char *colon = memchr(bytes + from, ':', end - from);
    size_t name_length = colon ? (size_t)(colon - bytes) - from : 0;
    size_t value_from = colon ? from + name_length + 1 : from;

    *ret = (struct trace_header){ { from, name_length },
                                  { value_from, end - value_from } };
    trace_trim(bytes, &ret->name);
    *at = end;
    return true;
}

bool trace_is_word(const char *bytes, size_t length, const char *word)
{
    return strlen(word) == length && strncasecmp(bytes, word, length) == 0;
}

bool trace_is_named(const char *bytes, const struct trace_header *header,
                    const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (trace_is_word(bytes + header->name.from, header->name.length,
                          names[i]))
            return true;
    return false;
}

void trace_trim(const char *bytes, struct trace_part *part)
{
    while (part->length > 0 && is_space(bytes[part->from])) {
        part->from++;
        part->length--;
    }
    while (part->length > 0 && is_space(bytes[part->from + part->length - 1]))
        part->length--;
}

size_t trace_word_length(const char *bytes, size_t length)
{
    size_t n = 0;

    while (n < length && !is_space(bytes[n]))
        n++;
    return n;
}
