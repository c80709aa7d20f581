/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values, files and texts; status line and headers. */

#include "web/answer.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/line.h"
#include "wire/route.h"

enum { HEADERS_SIZE = 1024, LAST_WORDS_SIZE = 256 };

static const char json_type[] = "application/json";
static const char problem_type[] = "application/problem+json";

static const char *reason(int status)
{
    static const struct {
        int status;
        const char *reason;
    } reasons[] = {
        { 101, "Switching Protocols" },
        { 200, "OK" },
        { 201, "Created" },
        { 204, "No Content" },
        { 206, "Partial Content" },
        { 400, "Bad Request" },
        { 401, "Unauthorized" },
        { 403, "Forbidden" },
        { 404, "Not Found" },
        { 405, "Method Not Allowed" },
        { 409, "Conflict" },
        { 412, "Precondition Failed" },
        { 413, "Content Too Large" },
        { 415, "Unsupported Media Type" },
        { 416, "Range Not Satisfiable" },
        { 422, "Unprocessable Content" },
        { 426, "Upgrade Required" },
        { 428, "Precondition Required" },
        { 429, "Too Many Requests" },
        { 431, "Request Header Fields Too Large" },
        { 500, "Internal Server Error" },
        { 503, "Service Unavailable" },
        { 507, "Insufficient Storage" },
    };

    for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++)
        if (reasons[i].status == status)
            return reasons[i].reason;
    return "Unknown";
}

static void drop_body(struct answer *answer)
{
    if (answer->file)
        close(answer->file->fd);
    free(answer->file);
    answer->file = NULL;
    free(answer->body);
    answer->body = NULL;
    answer->length = 0;
}

void answer_with_text(struct answer *answer, int status, const char *type,
                      char *text)
{
    assert(answer && type);

    answer_with_bytes(answer, status, type, text, text ? strlen(text) : 0);
}

void answer_with_bytes(struct answer *answer, int status, const char *type,
                       char *bytes, size_t length)
{
    assert(answer && type);

    drop_body(answer);
    answer->status = bytes ? status : 503;
    answer->type = type;
    answer->body = bytes;
    answer->length = bytes ? length : 0;
}

void answer_with_value(struct answer *answer, int status, struct json_t *value)
{
    char *text = value_print(value, VALUE_COMPACT);

    value_free(value);
    answer_with_text(answer, status, status < 400 ? json_type : problem_type,
                     text);
}

void answer_with_file(struct answer *answer, int status, const char *type,
                      int fd, uint64_t offset, uint64_t length)
{
    assert(answer && type && fd >= 0);

    drop_body(answer);
    answer->file = malloc(sizeof(*answer->file));
    answer->status = answer->file ? status : 503;
    answer->type = type;
    if (!answer->file) {
        close(fd);
        return;
    }

    *answer->file = (struct answer_file){ fd, offset, length };
    answer->length = (size_t)length;
}

void answer_with_nothing(struct answer *answer)
{
    drop_body(answer);
    answer->status = 204;
}

void answer_with_socket(struct answer *answer, const char *key,
                        const char *protocol)
{
    assert(answer && key);

    drop_body(answer);
    answer->status = 101;
    answer->protocol = protocol;
    frame_accept(key, answer->accept);
}

static void add_allow(struct line *line, unsigned allow)
{
    const char *between = "";

    line_add(line, "Allow: ");
    for (int method = 0; method < METHOD_COUNT; method++)
        if (allow & (1U << method)) {
            line_add(line, "%s%s", between, method_word((enum method)method));
            between = ", ";
        }
    line_add(line, "%s\r\n", allow & (1U << METHOD_GET) ? ", HEAD" : "");
}

/* RFC 6455, 4.2.2. */
static void add_agreement(struct line *line, const struct answer *answer)
{
    line_add(line,
             "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
             "Connection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n",
             answer->accept);
    if (answer->protocol)
        line_add(line, "Sec-WebSocket-Protocol: %s\r\n", answer->protocol);
    line_add(line, "\r\n");
}

static void add_headers(struct line *line, const struct answer *answer,
                        bool is_last)
{
    line_add(line, "HTTP/1.1 %d %s\r\n", answer->status,
             reason(answer->status));
    line_add(line, "Cache-Control: no-store\r\n"
                   "X-Content-Type-Options: nosniff\r\n"
                   "Vary: Accept-Language\r\n");
    if (answer->status != 204)
        line_add(line, "Content-Type: %s\r\nContent-Length: %zu\r\n",
                 answer->type, answer->length);
    if (answer->file)
        line_add(line,
                 "Accept-Ranges: bytes\r\n"
                 "Content-Disposition: attachment; filename=\"%s\"\r\n",
                 answer->file_name);
    if (answer->content_range[0])
        line_add(line, "Content-Range: %s\r\n", answer->content_range);
    if (answer->etag[0])
        line_add(line, "ETag: %s\r\n", answer->etag);
    if (answer->location[0])
        line_add(line, "Location: %s\r\n", answer->location);
    if (answer->allow)
        add_allow(line, answer->allow);
    if (answer->retry_after_s > 0)
        line_add(line, "Retry-After: %d\r\n", answer->retry_after_s);
    if (answer->status == 426)
        line_add(line, "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n");
    if (answer->status == 401)
        line_add(line, "WWW-Authenticate: Bearer realm=\"cc-lite\"\r\n");
    if (answer->is_replay)
        line_add(line, "Idempotent-Replayed: true\r\n");
    line_add(line, "Connection: %s\r\n\r\n", is_last ? "close" : "keep-alive");
}

/* There was no memory for what was to be told: that is a problem as any other,
   but in English. */
static struct answer without_memory(const struct answer *answer,
                                    char text[LAST_WORDS_SIZE])
{
    const struct problem_info *busy = problem_info(PROBLEM_TRY_AGAIN);
    struct line line = { .text = text, .size = LAST_WORDS_SIZE };
    struct answer said = *answer;

    line_add(&line,
             "{\"type\":\"urn:cc-lite:problem:%s\",\"title\":\"%s\","
             "\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\","
             "\"fix\":\"%s\"}",
             busy->code, busy->title, busy->status, busy->code, busy->title,
             busy->fix);
    said.type = problem_type;
    said.body = text;
    said.length = line.length;
    return said;
}

static char *print(const struct answer *answer, size_t headroom, bool is_last,
                   bool is_head, size_t *ret_length)
{
    char headers[HEADERS_SIZE];
    struct line line = { .text = headers, .size = sizeof(headers) };
    size_t body = is_head || answer->file ? 0 : answer->length;

    if (answer->status == 101)
        add_agreement(&line, answer);
    else
        add_headers(&line, answer, is_last);
    char *message = malloc(headroom + line.length + body + 1);
    if (!message)
        return NULL;

    memcpy(message + headroom, headers, line.length);
    if (body > 0)
        memcpy(message + headroom + line.length, answer->body, body);
    *ret_length = line.length + body;
    return message;
}

char *answer_print(const struct answer *answer, size_t headroom, bool is_last,
                   bool is_head, size_t *ret_length)
{
    char text[LAST_WORDS_SIZE];

    assert(answer && answer->status > 0 && ret_length);

    if (answer->status != 503 || answer->body || answer->file)
        return print(answer, headroom, is_last, is_head, ret_length);

    const struct answer said = without_memory(answer, text);

    return print(&said, headroom, is_last, is_head, ret_length);
}

void answer_done(struct answer *answer)
{
    assert(answer);

    drop_body(answer);
    *answer = (struct answer){ 0 };
}
