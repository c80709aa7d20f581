/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers, within their bound. */

#include "client/receipt.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

size_t receipt_take_body(char *bytes, size_t size, size_t count, void *arg)
{
    struct receipt *receipt = arg;
    struct client_reply *reply = receipt->reply;
    size_t length = size * count;

    if (length > CLIENT_MAX_REPLY - reply->length) {
        receipt->rc = -EFBIG;
        return 0;
    }

    if (reply->length + length + 1 > receipt->room) {
        size_t room = 2 * (reply->length + length + 1);
        char *body = realloc(reply->body, room);

        if (!body) {
            receipt->rc = -ENOMEM;
            return 0;
        }
        reply->body = body;
        receipt->room = room;
    }

    memcpy(reply->body + reply->length, bytes, length);
    reply->length += length;
    reply->body[reply->length] = '\0';
    return length;
}

/* Copies a header's value, if the line is that header's and it fits. */
static void take_value(const char *line, size_t length, const char *name,
                       const char *ends, char *ret_value, size_t size)
{
    size_t skip = strlen(name);

    if (length <= skip || strncasecmp(line, name, skip) != 0)
        return;

    while (skip < length && (line[skip] == ' ' || line[skip] == '\t'))
        skip++;

    size_t end = skip;
    while (end < length && line[end] >= ' ' && !strchr(ends, line[end]))
        end++;
    if (end - skip >= size)
        return;

    memcpy(ret_value, line + skip, end - skip);
    ret_value[end - skip] = '\0';
}

/* Of its two forms (RFC 9110, 10.2.3) cclited has the one in seconds. */
static int read_seconds(const char *text)
{
    char *end;
    long seconds = strtol(text, &end, 10);

    return *end || seconds < 0 || seconds > INT_MAX ? 0 : (int)seconds;
}

size_t receipt_take_header(char *line, size_t size, size_t count, void *arg)
{
    struct receipt *receipt = arg;
    struct client_reply *reply = receipt->reply;
    size_t length = size * count;
    char seconds[16] = "";

    take_value(line, length, "ETag:", "", reply->etag, sizeof(reply->etag));
    take_value(line, length, "Content-Type:", "; ", reply->type,
               sizeof(reply->type));
    take_value(line, length, "Retry-After:", "", seconds, sizeof(seconds));
    if (seconds[0])
        reply->retry_after_s = read_seconds(seconds);
    return length;
}

void receipt_clear(struct receipt *receipt)
{
    receipt->reply->length = 0;
    receipt->reply->body[0] = '\0';
    receipt->reply->etag[0] = '\0';
    receipt->reply->type[0] = '\0';
    receipt->reply->retry_after_s = 0;
}
