/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of another machine, with the values of a contact in it. */

#include <stdio.h>
#include <string.h>

#include "core/decide.h"
#include "core/lookup.h"
#include "core/variable.h"

/* A text that grows. */
struct written {
    char *text;
    size_t size;
    size_t length;
};

static bool put(struct written *to, const char *bytes, size_t length)
{
    if (to->length + length >= to->size)
        return false;

    memcpy(to->text + to->length, bytes, length);
    to->length += length;
    to->text[to->length] = '\0';
    return true;
}

/* RFC 3986, 2.3. */
static bool is_unreserved(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || (c && strchr("-._~", c));
}

/* A segment of dots leads to another path, and cannot be escaped (RFC 3986,
   5.2.4 and 6.2.2.2). */
static bool is_dots(const char *part, size_t length)
{
    size_t dots = 0;

    while (dots < length && part[dots] == '.')
        dots++;
    return length > 0 && dots == length;
}

static bool add_to_url(void *arg, const char *part, size_t length,
                       enum variable_part kind)
{
    if (kind == VARIABLE_NONE)
        return put(arg, part, length);
    if (is_dots(part, length))
        return false;

    for (size_t i = 0; i < length; i++) {
        char escaped[4];

        (void)snprintf(escaped, sizeof(escaped), "%%%02X",
                       (unsigned)(unsigned char)part[i]);
        if (!(is_unreserved(part[i]) ? put(arg, &part[i], 1)
                                     : put(arg, escaped, 3)))
            return false;
    }

    return true;
}

static bool add_to_body(void *arg, const char *part, size_t length,
                        enum variable_part kind)
{
    if (kind == VARIABLE_NONE)
        return put(arg, part, length);

    for (size_t i = 0; i < length; i++) {
        bool is_special = part[i] == '"' || part[i] == '\\';
        bool is_shown = (unsigned char)part[i] >= 0x20;

        if (!is_shown
                ? !put(arg, " ", 1)
                : (is_special && !put(arg, "\\", 1)) || !put(arg, &part[i], 1))
            return false;
    }

    return true;
}

bool lookup_fill(const struct turn *turn, const struct contact_row *contact,
                 const struct event_lookup_set *lookup,
                 struct lookup_request *ret_request)
{
    struct written url = { ret_request->url, sizeof(ret_request->url), 0 };
    struct written body = { ret_request->body, sizeof(ret_request->body), 0 };

    *ret_request = (struct lookup_request){ .method = lookup->method,
                                            .timeout_ms = lookup->within_ms };

    return variable_expand(turn, contact, lookup->url.text, add_to_url, &url) &&
           variable_expand(turn, contact, lookup->body.text, add_to_body,
                           &body);
}
