/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Request line and fields, cut in place. */

#include "web/message_head.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

static bool is_token_byte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || (c && strchr("!#$%&'*+-.^_`|~", c));
}

static bool is_token(const char *text)
{
    size_t length = 0;

    while (is_token_byte(text[length]))
        length++;
    return length > 0 && text[length] == '\0';
}

enum problem message_head_find(const char *text, size_t length, size_t from,
                               size_t *ret_length)
{
    assert(text && from <= length && ret_length);

    for (size_t i = from; i < length; i++) {
        if (text[i] == '\0')
            return PROBLEM_BAD_REQUEST;
        if (text[i] != '\n')
            continue;
        if (i == 0 || text[i - 1] != '\r')
            return PROBLEM_BAD_REQUEST;
        if (i >= 3 && text[i - 2] == '\n') {
            *ret_length = i + 1;
            return i < MESSAGE_HEAD_MAX_LENGTH ? PROBLEM_NONE
                                               : PROBLEM_HEADERS_TOO_LARGE;
        }
    }
    *ret_length = 0;
    return length < MESSAGE_HEAD_MAX_LENGTH ? PROBLEM_NONE
                                            : PROBLEM_HEADERS_TOO_LARGE;
}

/* "http://host/path" is the long form of "/path". */
static const char *skip_origin(const char *target)
{
    if (strncasecmp(target, "http://", 7) == 0)
        target = strchr(target + 7, '/');
    return target;
}

static enum problem parse_request_line(char *line, struct message_head *head)
{
    char *target = strchr(line, ' ');
    char *version = target ? strchr(target + 1, ' ') : NULL;

    if (!version)
        return PROBLEM_BAD_REQUEST;
    *target++ = '\0';
    *version++ = '\0';

    head->method = line;
    head->target = skip_origin(target);
    if (!is_token(line) || !head->target || *head->target != '/')
        return PROBLEM_BAD_REQUEST;
    for (const char *c = head->target; *c; c++)
        if (*c <= ' ' || *c > '~')
            return PROBLEM_BAD_REQUEST;

    if (strcmp(version, "HTTP/1.0") == 0)
        head->is_last = true;
    else if (strcmp(version, "HTTP/1.1") != 0)
        return PROBLEM_BAD_REQUEST;
    return PROBLEM_NONE;
}

static char *trim(char *text)
{
    size_t length;

    while (*text == ' ' || *text == '\t')
        text++;
    length = strlen(text);
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t'))
        text[--length] = '\0';
    return text;
}

/* Those whose meaning would be open if they were given twice. */
static bool is_single(const char *name)
{
    static const char *const names[] = {
        "host",         "content-length",  "transfer-encoding",
        "content-type", "authorization",   "if-match",
        "expect",       "idempotency-key", "upgrade",
    };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static enum problem parse_field(char *line, struct message_head *head)
{
    char *value = strchr(line, ':');

    if (!value)
        return PROBLEM_BAD_REQUEST;
    *value++ = '\0';
    if (!is_token(line))
        return PROBLEM_BAD_REQUEST;
    for (char *c = line; *c; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c - 'A' + 'a');
    for (const char *c = value; *c; c++)
        if ((*c < ' ' && *c >= 0 && *c != '\t') || *c == 0x7f)
            return PROBLEM_BAD_REQUEST;

    if (head->field_count == MESSAGE_HEAD_MAX_FIELDS)
        return PROBLEM_HEADERS_TOO_LARGE;
    if (is_single(line) && message_head_field(head, line))
        return PROBLEM_BAD_REQUEST;
    head->fields[head->field_count++] =
        (struct message_field){ .name = line, .value = trim(value) };
    return PROBLEM_NONE;
}

static enum problem parse_length(const char *digits, int64_t *ret_length)
{
    int64_t length = 0;

    if (*digits == '\0')
        return PROBLEM_BAD_REQUEST;
    for (; *digits; digits++) {
        if (*digits < '0' || *digits > '9')
            return PROBLEM_BAD_REQUEST;
        if (length > INT64_MAX / 100)
            return PROBLEM_TOO_LARGE;
        length = 10 * length + (*digits - '0');
    }
    *ret_length = length;
    return PROBLEM_NONE;
}

/* One reader must not see a body where another sees the next request. */
static enum problem settle_framing(struct message_head *head, bool is_old)
{
    const char *length = message_head_field(head, "content-length");
    const char *coding = message_head_field(head, "transfer-encoding");

    if (coding) {
        if (length || is_old || strcasecmp(coding, "chunked") != 0)
            return PROBLEM_BAD_REQUEST;
        head->is_chunked = true;
    }
    return length ? parse_length(length, &head->content_length) : PROBLEM_NONE;
}

static bool names_word(const char *list, const char *word)
{
    size_t length = strlen(word);

    while (list && *list) {
        size_t part = strcspn(list, ", \t");
        if (part == length && strncasecmp(list, word, length) == 0)
            return true;
        list += part + strspn(list + part, ", \t");
    }
    return false;
}

static enum problem settle_rest(struct message_head *head, bool is_old)
{
    const char *connection = message_head_field(head, "connection");
    const char *expect = message_head_field(head, "expect");

    if (!is_old && !message_head_field(head, "host"))
        return PROBLEM_BAD_REQUEST;
    if (names_word(connection, "close"))
        head->is_last = true;
    if (expect && strcasecmp(expect, "100-continue") != 0)
        return PROBLEM_BAD_REQUEST;
    head->wants_continue = expect && !is_old;
    return PROBLEM_NONE;
}

/* Cuts the next line off. NULL: a CR stands where none may. */
static char *cut_line(char **text)
{
    char *line = *text;
    char *end = strchr(line, '\r');

    if (!end || end[1] != '\n')
        return NULL;
    *end = '\0';
    *text = end + 2;
    return line;
}

enum problem message_head_parse(char *text, size_t length,
                                struct message_head *ret_head)
{
    struct message_head head = { 0 };
    enum problem problem = PROBLEM_NONE;

    assert(text && length >= 2 && text[length - 1] == '\n' && ret_head);

    text[length - 1] = '\0'; /* of the empty line: its CR is left */
    char *line = cut_line(&text);
    if (!line)
        return PROBLEM_BAD_REQUEST;
    problem = parse_request_line(line, &head);

    bool is_old = head.is_last;
    while (!problem && strcmp(text, "\r") != 0) {
        line = cut_line(&text);
        problem = line ? parse_field(line, &head) : PROBLEM_BAD_REQUEST;
    }
    if (!problem)
        problem = settle_framing(&head, is_old);
    if (!problem)
        problem = settle_rest(&head, is_old);
    if (!problem)
        *ret_head = head;
    return problem;
}

const char *message_head_field(const struct message_head *head,
                               const char *name)
{
    assert(head && name);

    for (size_t i = 0; i < head->field_count; i++)
        if (strcmp(head->fields[i].name, name) == 0)
            return head->fields[i].value;
    return NULL;
}

bool message_head_names(const struct message_head *head, const char *name,
                        const char *word)
{
    assert(head && name && word);

    return names_word(message_head_field(head, name), word);
}
