/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Line by line, never believing more than a line. */

#include "base/trace_text.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#define COUNT(array) (sizeof(array) / sizeof(array[0]))

/* A part of the message. */
struct part {
    size_t from;
    size_t length;
};

/* A header: its name, its value with all lines it goes on in. */
struct header {
    struct part name;
    struct part value;
};

static size_t line_end(const char *bytes, size_t from, size_t length)
{
    const char *end = memchr(bytes + from, '\n', length - from);

    return end ? (size_t)(end - bytes) + 1 : length;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_empty_line(const char *bytes, size_t from, size_t end)
{
    return end - from == 0 || bytes[from] == '\n' ||
           (bytes[from] == '\r' && end - from <= 2);
}

/* What follows the first line, one header after the other; false: the body
   begins at *at, or the message is over. */
static bool next_header(const char *bytes, size_t length, size_t *at,
                        struct header *ret)
{
    size_t from = *at;
    size_t end = from < length ? line_end(bytes, from, length) : length;

    if (from >= length)
        return false;
    if (is_empty_line(bytes, from, end)) {
        *at = end;
        return false;
    }
    while (end < length && is_blank(bytes[end]))
        end = line_end(bytes, end, length);

    const char *colon = memchr(bytes + from, ':', end - from);
    size_t name_length = colon ? (size_t)(colon - bytes) - from : 0;
    size_t value_from = colon ? from + name_length + 1 : from;

    while (name_length > 0 && is_blank(bytes[from + name_length - 1]))
        name_length--;
    *ret = (struct header){ { from, name_length },
                            { value_from, end - value_from } };
    *at = end;
    return true;
}

static bool is_word(const char *bytes, size_t length, const char *word)
{
    return strlen(word) == length && strncasecmp(bytes, word, length) == 0;
}

static bool is_named(const char *bytes, const struct header *header,
                     const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_word(bytes + header->name.from, header->name.length, names[i]))
            return true;
    return false;
}

/* All letters, digits and bytes above ASCII, and the keys * and #. */
static void hide(char *bytes, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++) {
        unsigned char c = (unsigned char)bytes[i];

        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
            (c >= 'a' && c <= 'z') || c >= 0x80 || c == '*' || c == '#' ||
            c == '+' || c == '%')
            bytes[i] = 'x';
    }
}

/* Reading. */

static void trim(const char *bytes, struct part *part)
{
    while (part->length > 0 && strchr(" \t\r\n", bytes[part->from])) {
        part->from++;
        part->length--;
    }
    while (part->length > 0 &&
           strchr(" \t\r\n", bytes[part->from + part->length - 1]))
        part->length--;
}

/* Up to the next blank of a line. */
static size_t word_length(const char *bytes, size_t length)
{
    size_t n = 0;

    while (n < length && !strchr(" \t\r\n", bytes[n]))
        n++;
    return n;
}

static void read_first(const char *bytes, size_t end, struct trace_line *line)
{
    struct part part = { 0, end };

    trim(bytes, &part);

    const char *text = bytes + part.from;
    size_t first = word_length(text, part.length);

    if (first >= 4 && strncasecmp(text, "SIP/", 4) == 0) {
        struct part rest = { part.from + first, part.length - first };

        trim(bytes, &rest);
        for (size_t i = 0; i < 3 && i < rest.length; i++) {
            char c = bytes[rest.from + i];
            line->code = line->code * 10 + (c >= '0' && c <= '9' ? c - '0' : 0);
        }
        size_t digits = word_length(bytes + rest.from, rest.length);
        rest.from += digits;
        rest.length -= digits;
        trim(bytes, &rest);
        line->phrase = bytes + rest.from;
        line->phrase_length = rest.length;
        return;
    }
    line->is_request = true;
    line->method = text;
    line->method_length = first;
}

static bool has_tag(const char *bytes, struct part value)
{
    static const char tag[] = ";tag=";
    const size_t length = sizeof(tag) - 1;
    size_t last = 0; /* a display name may say anything: the last '>' counts */

    for (size_t i = 0; i < value.length; i++)
        if (bytes[value.from + i] == '>')
            last = i;
    for (size_t i = last; i + length <= value.length; i++)
        if (strncasecmp(bytes + value.from + i, tag, length) == 0)
            return true;
    return false;
}

static void read_header(const char *bytes, const struct header *header,
                        struct trace_line *line)
{
    const char *name = bytes + header->name.from;
    size_t length = header->name.length;
    struct part value = header->value;

    trim(bytes, &value);
    if (is_word(name, length, "Call-ID") || is_word(name, length, "i")) {
        line->call_id = bytes + value.from;
        line->call_id_length = value.length;
    } else if (is_word(name, length, "To") || is_word(name, length, "t")) {
        line->has_to_tag = has_tag(bytes, value);
    } else if (is_word(name, length, "CSeq")) {
        size_t number = word_length(bytes + value.from, value.length);

        value.from += number;
        value.length -= number;
        trim(bytes, &value);
        line->cseq_method = bytes + value.from;
        line->cseq_method_length = value.length;
    }
}

void trace_text_read(const char *bytes, size_t length,
                     struct trace_line *ret_line)
{
    assert(bytes && ret_line);

    size_t at = length > 0 ? line_end(bytes, 0, length) : 0;
    struct header header;

    *ret_line = (struct trace_line){
        .method = "", .phrase = "", .cseq_method = "", .call_id = ""
    };
    read_first(bytes, at, ret_line);
    while (next_header(bytes, length, &at, &header))
        read_header(bytes, &header, ret_line);
}

/* What is never kept. */

/* The scheme stays: "Digest xxxxxxxx". */
static void hide_credentials(char *bytes, struct part value)
{
    size_t end = value.from + value.length;

    trim(bytes, &value);
    hide(bytes, value.from + word_length(bytes + value.from, value.length),
         end);
}

void trace_text_redact(char *bytes, size_t length)
{
    static const char *const secrets[] = {
        "Authorization",       "Proxy-Authorization",
        "WWW-Authenticate",    "Proxy-Authenticate",
        "Authentication-Info", "Proxy-Authentication-Info",
    };
    struct trace_line line;
    struct header header;

    assert(bytes);

    trace_text_read(bytes, length, &line);
    size_t at = length > 0 ? line_end(bytes, 0, length) : 0;

    while (next_header(bytes, length, &at, &header))
        if (is_named(bytes, &header, secrets, COUNT(secrets)))
            hide_credentials(bytes, header.value);
    if (is_word(line.method, line.method_length, "INFO") ||
        is_word(line.method, line.method_length, "NOTIFY"))
        hide(bytes, at, length);
}

/* What tells who somebody is. */

static bool is_scheme(const char *bytes, size_t left, size_t *ret_length)
{
    static const char *const schemes[] = { "sip:", "sips:", "tel:" };

    for (size_t i = 0; i < COUNT(schemes); i++) {
        size_t length = strlen(schemes[i]);

        if (left >= length && strncasecmp(bytes, schemes[i], length) == 0) {
            *ret_length = length;
            return true;
        }
    }
    return false;
}

/* Everything but the schemes. */
static void hide_users(char *bytes, size_t from, size_t end)
{
    size_t length;

    while (from < end) {
        if (is_scheme(bytes + from, end - from, &length)) {
            from += length;
            continue;
        }
        hide(bytes, from, from + 1);
        from++;
    }
}

/* Where the part that says who ends: at the last '@'; a number without one
   reaches to the tag. Hosts may stay, they tell where a message went. */
static size_t users_end(const char *bytes, struct part value)
{
    size_t end = value.from + value.length;

    for (size_t i = end; i > value.from; i--)
        if (bytes[i - 1] == '@')
            return i - 1;

    for (size_t i = value.from; i + 5 <= end; i++)
        if (strncasecmp(bytes + i, ";tag=", 5) == 0)
            return i;
    return end;
}

static void hide_party(char *bytes, struct part value)
{
    hide_users(bytes, value.from, users_end(bytes, value));
}

/* "INVITE sip:600@host SIP/2.0": what is between the two blanks. */
static void hide_in_first(char *bytes, size_t end)
{
    size_t method = word_length(bytes, end);
    size_t version = end;

    while (version > method && strchr(" \t\r\n", bytes[version - 1]))
        version--;
    while (version > method && !is_blank(bytes[version - 1]))
        version--;
    if (method >= 4 && strncasecmp(bytes, "SIP/", 4) == 0)
        return;
    if (method < end)
        hide_party(bytes, (struct part){ method, version - method });
}

static void hide_in_header(char *bytes, const struct header *header)
{
    static const char *const parties[] = { "From", "f",       "To",
                                           "t",    "Contact", "m" };
    static const char *const harmless[] = {
        "Via",
        "v",
        "CSeq",
        "Call-ID",
        "i",
        "Max-Forwards",
        "Content-Length",
        "l",
        "Content-Type",
        "c",
        "Allow",
        "Supported",
        "k",
        "Require",
        "Proxy-Require",
        "Unsupported",
        "Expires",
        "Min-Expires",
        "Session-Expires",
        "x",
        "Min-SE",
        "User-Agent",
        "Server",
        "RSeq",
        "RAck",
        "Retry-After",
        "Reason",
        "Warning",
        "Date",
        "Timestamp",
        "Allow-Events",
        "u",
        "Event",
        "o",
        "Accept",
        "Subscription-State",
        "MIME-Version",
        "Authorization",
        "Proxy-Authorization",
        "WWW-Authenticate",
        "Proxy-Authenticate",
    };

    if (is_named(bytes, header, parties, COUNT(parties)))
        hide_party(bytes, header->value);
    else if (!is_named(bytes, header, harmless, COUNT(harmless)))
        hide_users(bytes, header->value.from,
                   header->value.from + header->value.length);
}

/* Who made it, its name, whom to call about it. */
static void hide_in_sdp(char *bytes, size_t from, size_t end)
{
    size_t value = from + 2;

    if (end - from < 3 || !strchr("osieup", bytes[from]))
        return;
    if (bytes[from] == 'o')
        hide(bytes, value, value + word_length(bytes + value, end - value));
    else
        hide(bytes, value, end);
}

static bool is_sdp(const char *bytes, const struct header *header)
{
    static const char *const names[] = { "Content-Type", "c" };
    struct part value = header->value;

    trim(bytes, &value);
    return is_named(bytes, header, names, COUNT(names)) && value.length >= 15 &&
           strncasecmp(bytes + value.from, "application/sdp", 15) == 0;
}

void trace_text_mask(char *bytes, size_t length)
{
    struct header header;
    bool has_sdp = false;

    assert(bytes);

    size_t at = length > 0 ? line_end(bytes, 0, length) : 0;

    hide_in_first(bytes, at);
    while (next_header(bytes, length, &at, &header)) {
        has_sdp |= is_sdp(bytes, &header);
        hide_in_header(bytes, &header);
    }
    if (!has_sdp) {
        hide(bytes, at, length);
        return;
    }
    while (at < length) {
        size_t end = line_end(bytes, at, length);

        hide_in_sdp(bytes, at, end);
        at = end;
    }
}
