/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and checks the texts of a lookup. */

#include "core/lookup.h"

#include <string.h>

#include "core/variable.h"

static bool is_alphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

static bool is_graphic(char c)
{
    return c > ' ' && c < 0x7f;
}

/* Values. */

static bool path_is_good(const char *path)
{
    struct name key;
    int64_t place;

    if (*path == '.' || !*path)
        return false;
    while (*path)
        if (!lookup_path_step(&path, &key, &place))
            return false;

    return true;
}

static bool variable_is_good(const struct lookup_values *values,
                             const struct name *variable)
{
    static const struct field rule = { .name = "",
                                       .kind = FIELD_NAME,
                                       .size = sizeof(struct name) };

    if (!field_is_valid(&rule, variable) || variable_is_given(variable->text))
        return false;
    for (size_t i = 0; i < values->count; i++)
        if (strcmp(values->rows[i].variable.text, variable->text) == 0)
            return false;

    return true;
}

static bool read_value(const char *text, size_t length,
                       struct lookup_values *values)
{
    struct lookup_value *row = &values->rows[values->count];
    const char *is = memchr(text, '=', length);
    size_t name = is ? (size_t)(is - text) : length;

    if (!is || name < 1 || name >= sizeof(row->variable.text) ||
        length - name - 1 >= sizeof(row->path.text))
        return false;

    *row = (struct lookup_value){ .variable = { "" } };
    memcpy(row->variable.text, text, name);
    memcpy(row->path.text, is + 1, length - name - 1);
    if (!variable_is_good(values, &row->variable) ||
        !path_is_good(row->path.text))
        return false;

    values->count++;
    return true;
}

bool lookup_values_read(const char *text, struct lookup_values *ret_values)
{
    *ret_values = (struct lookup_values){ .count = 0 };
    for (text += strspn(text, " \n"); *text; text += strspn(text, " \n")) {
        size_t length = strcspn(text, " \n");

        if (ret_values->count == LOOKUP_MAX_VALUES ||
            !read_value(text, length, ret_values))
            return false;
        text += length;
    }

    return ret_values->count > 0;
}

/* Addresses, and what goes along. */

/* Without braces the part of whoever asks is not changed by any value. */
static bool has_pairs_of_braces(const char *text)
{
    for (text = strpbrk(text, "{}"); text; text = strpbrk(text, "{}")) {
        if (strncmp(text, "{{", 2) != 0)
            return false;

        size_t name = strcspn(text + 2, "{}");

        if (name < 1 || strncmp(text + 2 + name, "}}", 2) != 0)
            return false;
        text += name + 4;
    }

    return true;
}

bool lookup_url_is_good(const char *url)
{
    size_t scheme = strncmp(url, "https://", 8) == 0  ? 8
                    : strncmp(url, "http://", 7) == 0 ? 7
                                                      : 0;
    size_t host = strcspn(url + scheme, "/?");

    if (scheme == 0 || host < 1 || !has_pairs_of_braces(url))
        return false;
    for (size_t i = scheme; i < scheme + host; i++)
        if (!is_alphanumeric(url[i]) && !strchr(".-:[]", url[i]))
            return false;
    for (const char *at = url; *at; at++)
        if (!is_graphic(*at) || strchr("\"<>\\^`|#", *at))
            return false;

    return true;
}

/* Whatever the case of the second one's letters. */
static bool is_same_word(const char *lower, const char *word, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        char c = word[i];

        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (c != lower[i])
            return false;
    }

    return true;
}

/* What the transfer itself is told by (RFC 9110, 7 and 8; RFC 9112). */
static bool is_own(const char *name, size_t length)
{
    static const char *const own[] = {
        "connection", "content-length",    "content-type", "expect",
        "host",       "transfer-encoding", "upgrade",
    };

    for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
        if (strlen(own[i]) == length && is_same_word(own[i], name, length))
            return true;

    return false;
}

static size_t token(const char *text)
{
    size_t length = 0;

    while (is_alphanumeric(text[length]) ||
           (text[length] && strchr("!#$%&'*+-.^_`|~", text[length])))
        length++;

    return length;
}

bool lookup_header_name_is_good(const char *name)
{
    size_t length = token(name);

    return length > 0 && name[length] == '\0' && !is_own(name, length);
}

bool lookup_header_is_good(const char *line)
{
    size_t length = token(line);

    if (length == 0 || line[length] != ':' || is_own(line, length))
        return false;
    for (const char *at = line + length + 1; *at; at++)
        if (!is_graphic(*at) && *at != ' ')
            return false;

    return true;
}

/* In JSON braces are written, and may follow each other. */
bool lookup_body_is_good(const char *body)
{
    for (body = strstr(body, "{{"); body; body = strstr(body, "{{")) {
        const char *end = strstr(body, "}}");

        if (!end)
            return false;
        body = end + 2;
    }

    return true;
}
