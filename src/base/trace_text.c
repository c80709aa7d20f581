/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a message is, by its first line and three headers; and its sound. */

#include "base/trace_text.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "base/trace_lines.h"

/* The code and the phrase: what follows "SIP/2.0". */
static void read_status(const char *bytes, struct trace_part rest,
                        struct trace_line *line)
{
    trace_trim(bytes, &rest);
    for (size_t i = 0; i < 3 && i < rest.length; i++) {
        char c = bytes[rest.from + i];
        line->code = line->code * 10 + (c >= '0' && c <= '9' ? c - '0' : 0);
    }

    size_t digits = trace_word_length(bytes + rest.from, rest.length);

    rest.from += digits;
    rest.length -= digits;
    trace_trim(bytes, &rest);
    line->phrase = bytes + rest.from;
    line->phrase_length = rest.length;
}

static void read_first(const char *bytes, size_t end, struct trace_line *line)
{
    struct trace_part part = { 0, end };

    trace_trim(bytes, &part);

    const char *text = bytes + part.from;
    size_t first = trace_word_length(text, part.length);

    if (first >= 4 && strncasecmp(text, "SIP/", 4) == 0) {
        part.from += first;
        part.length -= first;
        read_status(bytes, part, line);
        return;
    }
    line->is_request = true;
    line->method = text;
    line->method_length = first;
}

static bool has_tag(const char *bytes, struct trace_part value)
{
    static const char tag[] = ";tag=";
    const size_t length = sizeof(tag) - 1;
    size_t last = 0; /* a display name may say anything: the last '>' counts */

    for (size_t i = 0; i < value.length; i++)
        if (bytes[value.from + i] == '>')
            last = i;
    for (size_t i = last; i + length <= value.length; i++)
        if (bytes[value.from + i] == ';' &&
            strncasecmp(bytes + value.from + i, tag, length) == 0)
            return true;
    return false;
}

static void read_call_id(const char *bytes, struct trace_part value,
                         struct trace_line *line)
{
    trace_trim(bytes, &value);
    line->call_id = bytes + value.from;
    line->call_id_length = value.length;
}

/* What follows the number. */
static void read_cseq(const char *bytes, struct trace_part value,
                      struct trace_line *line)
{
    trace_trim(bytes, &value);

    size_t number = trace_word_length(bytes + value.from, value.length);

    value.from += number;
    value.length -= number;
    trace_trim(bytes, &value);
    line->cseq_method = bytes + value.from;
    line->cseq_method_length = value.length;
}

static void read_header(const char *bytes, const struct trace_header *header,
                        struct trace_line *line)
{
    const char *name = bytes + header->name.from;
    size_t length = header->name.length;

    if (trace_is_word(name, length, "Call-ID") ||
        trace_is_word(name, length, "i"))
        read_call_id(bytes, header->value, line);
    else if (trace_is_word(name, length, "To") ||
             trace_is_word(name, length, "t"))
        line->has_to_tag = has_tag(bytes, header->value);
    else if (trace_is_word(name, length, "CSeq"))
        read_cseq(bytes, header->value, line);
}

void trace_text_read(const char *bytes, size_t length,
                     struct trace_line *ret_line)
{
    assert(bytes && ret_line);

    size_t at = trace_line_end(bytes, trace_begin(bytes, length), length);
    struct trace_header header;

    *ret_line = (struct trace_line){
        .method = "", .phrase = "", .cseq_method = "", .call_id = ""
    };
    read_first(bytes, at, ret_line);
    while (trace_next_header(bytes, length, &at, &header))
        read_header(bytes, &header, ret_line);
}

static bool begins_with(const char *bytes, size_t length, const char *words)
{
    size_t n = strlen(words);

    return length >= n && memcmp(bytes, words, n) == 0;
}

enum trace_sound trace_text_sound(const char *bytes, size_t length)
{
    enum trace_sound sound = TRACE_SOUND_NONE;
    struct trace_header header;

    assert(bytes);

    size_t at = trace_line_end(bytes, trace_begin(bytes, length), length);

    while (trace_next_header(bytes, length, &at, &header))
        continue;
    while (at < length) {
        const char *line = bytes + at;
        size_t end = trace_line_end(bytes, at, length), size = end - at;
        bool is_section = begins_with(line, size, "m=");

        at = end;
        if (is_section && sound == TRACE_SOUND_PLAIN)
            return sound;
        if (is_section && begins_with(line, size, "m=audio ") &&
            !begins_with(line, size, "m=audio 0 "))
            sound = TRACE_SOUND_PLAIN;
        if (sound == TRACE_SOUND_PLAIN && begins_with(line, size, "a=crypto:"))
            return TRACE_SOUND_SECRET;
    }
    return sound;
}
