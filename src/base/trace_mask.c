/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a message is kept from whom. */

#include "base/trace_text.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "base/trace_lines.h"

#define COUNT(array) (sizeof(array) / sizeof(array[0]))

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

/* What is never kept. */

/* Of an answer, too: whoever answers may repeat what was asked. */
static bool has_keys(const struct trace_line *line)
{
    static const char *const methods[] = { "INFO", "NOTIFY" };

    for (size_t i = 0; i < COUNT(methods); i++)
        if (trace_is_word(line->method, line->method_length, methods[i]) ||
            trace_is_word(line->cseq_method, line->cseq_method_length,
                          methods[i]))
            return true;
    return false;
}

/* The scheme stays: "Digest xxxxxxxx". */
static void hide_credentials(char *bytes, struct trace_part value)
{
    size_t end = value.from + value.length;

    trace_trim(bytes, &value);
    hide(bytes,
         value.from + trace_word_length(bytes + value.from, value.length), end);
}

/* All bytes but the end of the line: base64 has signs beside letters. */
static void hide_all(char *bytes, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++)
        if (bytes[i] != '\r' && bytes[i] != '\n')
            bytes[i] = 'x';
}

/* "a=crypto:1 SUITE inline:KEY" (RFC 4568), in whatever it is wrapped, and
   "k=clear:KEY" (RFC 8866, 5.12). */
static void hide_key(char *bytes, size_t from, size_t end)
{
    static const char method[] = "inline:";
    const size_t length = sizeof(method) - 1;

    if (end - from > 2 && strncasecmp(bytes + from, "k=", 2) == 0)
        hide_all(bytes, from + 2, end);
    for (size_t i = from; i + length < end; i++)
        if ((bytes[i] == 'i' || bytes[i] == 'I') &&
            strncasecmp(bytes + i, method, length) == 0) {
            hide_all(bytes, i + length, end);
            return;
        }
}

void trace_text_redact(char *bytes, size_t length)
{
    static const char *const secrets[] = {
        "Authorization",       "Proxy-Authorization",
        "WWW-Authenticate",    "Proxy-Authenticate",
        "Authentication-Info", "Proxy-Authentication-Info",
    };
    struct trace_line line;
    struct trace_header header;

    assert(bytes);

    size_t at = trace_line_end(bytes, trace_begin(bytes, length), length);

    while (trace_next_header(bytes, length, &at, &header))
        if (trace_is_named(bytes, &header, secrets, COUNT(secrets)))
            hide_credentials(bytes, header.value);
    if (at == length)
        return; /* most have no body */

    trace_text_read(bytes, length, &line);
    if (has_keys(&line))
        hide(bytes, at, length);
    while (at < length) {
        size_t end = trace_line_end(bytes, at, length);

        hide_key(bytes, at, end);
        at = end;
    }
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
static size_t users_end(const char *bytes, struct trace_part value)
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

static void hide_party(char *bytes, struct trace_part value)
{
    hide_users(bytes, value.from, users_end(bytes, value));
}

/* "INVITE sip:600@host SIP/2.0": what is between the two blanks. */
static void hide_in_first(char *bytes, size_t end)
{
    size_t method = trace_word_length(bytes, end);
    size_t version = end;

    while (version > method && strchr(" \t\r\n", bytes[version - 1]))
        version--;
    while (version > method && !trace_is_blank(bytes[version - 1]))
        version--;
    if (method >= 4 && strncasecmp(bytes, "SIP/", 4) == 0)
        return;
    if (method < end)
        hide_party(bytes, (struct trace_part){ method, version - method });
}

static void hide_in_header(char *bytes, const struct trace_header *header)
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

    if (trace_is_named(bytes, header, parties, COUNT(parties)))
        hide_party(bytes, header->value);
    else if (!trace_is_named(bytes, header, harmless, COUNT(harmless)))
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
        hide(bytes, value,
             value + trace_word_length(bytes + value, end - value));
    else
        hide(bytes, value, end);
}

static bool is_sdp(const char *bytes, const struct trace_header *header)
{
    static const char *const names[] = { "Content-Type", "c" };
    struct trace_part value = header->value;

    trace_trim(bytes, &value);
    return trace_is_named(bytes, header, names, COUNT(names)) &&
           value.length >= 15 &&
           strncasecmp(bytes + value.from, "application/sdp", 15) == 0;
}

void trace_text_mask(char *bytes, size_t length)
{
    struct trace_header header;
    bool has_sdp = false;

    assert(bytes);

    size_t begin = trace_begin(bytes, length);
    size_t at = trace_line_end(bytes, begin, length);

    hide_in_first(bytes + begin, at - begin);
    while (trace_next_header(bytes, length, &at, &header)) {
        has_sdp |= is_sdp(bytes, &header);
        hide_in_header(bytes, &header);
    }
    if (!has_sdp) {
        hide(bytes, at, length);
        return;
    }
    while (at < length) {
        size_t end = trace_line_end(bytes, at, length);

        hide_in_sdp(bytes, at, end);
        at = end;
    }
}
