/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One head out, one head in. */

#include "client/handshake.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/clock.h"
#include "client/carrier.h"
#include "client/token.h"
#include "wire/frame.h"
#include "wire/topic.h"

enum { REQUEST_SIZE = 2048 };

static const char head_end[] = "\r\n\r\n";

static int write_request(struct channel *channel,
                         const struct client_settings *settings,
                         const char *key)
{
    char text[REQUEST_SIZE];
    const char *host = strstr(carrier_url(&settings->endpoint), "://") + 3;
    const char *token = settings->token;
    const char *language = settings->language;
    int length =
        snprintf(text, sizeof(text),
                 "GET /api/ws HTTP/1.1\r\nHost: %s\r\nUser-Agent: cclite\r\n"
                 "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                 "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: %s\r\n"
                 "Sec-WebSocket-Protocol: %s\r\n%s%s%s%s%s%s\r\n",
                 host, key, TOPIC_PROTOCOL,
                 token ? "Authorization: Bearer " : "", token ? token : "",
                 token ? "\r\n" : "", language ? "Accept-Language: " : "",
                 language ? language : "", language ? "\r\n" : "");

    if (length < 0 || (size_t)length >= sizeof(text))
        return -EPROTO;
    int rc = channel_write(channel, text, (size_t)length);
    explicit_bzero(text, sizeof(text));
    return rc;
}

/* Reads more behind what is there. */
static int read_more(struct channel *channel, int64_t until_us, char *text,
                     size_t *length)
{
    struct pollfd news = { .fd = channel_fd(channel), .events = POLLIN };
    int rc = 0;

    if (*length == HANDSHAKE_HEAD_MAX - 1)
        return -EPROTO;
    while (rc == 0) {
        int64_t left_ms = (until_us - clock_boot_us()) / 1000;

        rc = channel_read(channel, text + *length,
                          HANDSHAKE_HEAD_MAX - 1 - *length);
        if (rc == 0 && left_ms <= 0)
            return -ETIMEDOUT;
        if (rc == 0)
            (void)poll(&news, 1, (int)left_ms);
    }
    if (rc < 0)
        return rc;
    *length += (size_t)rc;
    text[*length] = '\0';
    return 0;
}

/* Copies a field's value; "" when it is not there. */
static void copy_field(const char *head, const char *name, char *ret_value,
                       size_t size)
{
    const char *line = strstr(head, "\r\n");
    size_t length = strlen(name);

    *ret_value = '\0';
    for (; line && strncmp(line, head_end, 4) != 0;
         line = strstr(line + 2, "\r\n")) {
        const char *value = line + 2 + length + 1;

        if (strncasecmp(line + 2, name, length) != 0 || line[2 + length] != ':')
            continue;
        value += strspn(value, " \t");
        size_t end = strcspn(value, "\r\n");
        if (end >= size)
            return;
        memcpy(ret_value, value, end);
        ret_value[end] = '\0';
        return;
    }
}

static bool is_agreed(const char *head, const char *key)
{
    char wanted[FRAME_ACCEPT_SIZE];
    char accept[64];
    char upgrade[64];
    char protocol[64];
    char extensions[64];

    frame_accept(key, wanted);
    copy_field(head, "Sec-WebSocket-Accept", accept, sizeof(accept));
    copy_field(head, "Upgrade", upgrade, sizeof(upgrade));
    copy_field(head, "Sec-WebSocket-Protocol", protocol, sizeof(protocol));
    copy_field(head, "Sec-WebSocket-Extensions", extensions,
               sizeof(extensions));
    return strcmp(accept, wanted) == 0 &&
           strcasecmp(upgrade, "websocket") == 0 &&
           strcmp(protocol, TOPIC_PROTOCOL) == 0 && !extensions[0];
}

/* The refusal's body, in words. */
static int read_refusal(struct channel *channel, int status, int64_t until_us,
                        char *text, size_t length, const char *body,
                        struct client_problem *ret_problem)
{
    struct client_reply reply = { .status = status };
    char digits[16];
    int rc = 0;

    copy_field(text, "Content-Length", digits, sizeof(digits));
    copy_field(text, "Content-Type", reply.type, sizeof(reply.type));
    unsigned long wanted = strtoul(digits, NULL, 10);
    size_t begin = (size_t)(body - text);
    while (rc == 0 && length - begin < wanted)
        rc = read_more(channel, until_us, text, &length);
    reply.body = text + begin;
    reply.length = length - begin < wanted ? length - begin : wanted;
    client_problem_read(&reply, ret_problem);
    return rc == -EPROTO ? 0 : rc; /* too long: the status says enough */
}

/* Three digits, and no more (RFC 9112, 4). @return 0 for anything else */
static int read_status(const char *text)
{
    for (int i = 0; i < 3; i++)
        if (!isdigit((unsigned char)text[i]))
            return 0;

    return text[3] == ' ' || text[3] == '\r' ? (int)strtol(text, NULL, 10) : 0;
}

static int read_answer(struct channel *channel, const char *key, long bound_ms,
                       struct handshake *ret)
{
    int64_t until_us = clock_boot_us() + INT64_C(1000) * bound_ms;
    char *text = ret->rest;
    size_t length = 0;
    char *end = NULL;
    int rc = 0;

    while (rc == 0 && !end) {
        rc = read_more(channel, until_us, text, &length);
        end = rc == 0 ? strstr(text, head_end) : NULL;
    }
    if (rc < 0)
        return rc;
    if (strncmp(text, "HTTP/1.1 ", 9) != 0)
        return -EPROTO;
    int status = read_status(text + 9);
    const char *behind = end + 4;
    if (status != 101 && (status < 200 || status > 599))
        return -EPROTO;
    if (status != 101)
        return read_refusal(channel, status, until_us, text, length, behind,
                            &ret->problem);
    if (!is_agreed(text, key))
        return -EPROTO;

    ret->rest_length = length - (size_t)(behind - text);
    memmove(text, behind, ret->rest_length);
    return 0;
}

int handshake_make(struct channel *channel,
                   const struct client_settings *settings,
                   struct handshake *ret)
{
    char key[FRAME_KEY_SIZE];

    assert(channel && settings && ret);

    memset(&ret->problem, 0, sizeof(ret->problem));
    ret->rest_length = 0;
    frame_make_key(key);
    int rc = write_request(channel, settings, key);
    return rc < 0 ? rc
                  : read_answer(channel, key,
                                settings->timeout_ms < HANDSHAKE_MS
                                    ? settings->timeout_ms
                                    : HANDSHAKE_MS,
                                ret);
}
