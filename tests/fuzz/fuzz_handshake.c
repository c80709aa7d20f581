/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a server answers to the greeting of a console: the same in one piece and
   byte by byte. */

#include <errno.h>
#include <string.h>

#include "client/handshake.h"
#include "tests/fuzz/fuzz.h"
#include "wire/frame.h"
#include "wire/topic.h"

enum { ANSWER_SIZE = 64 * 1024 };

/* A server that says what the input is. '@' stands for the accept that fits the
   key, which is drawn anew each time, and '#' for the protocol. */
struct channel {
    const uint8_t *input;
    size_t size;
    size_t piece; /* bytes given at once */
    size_t length, given;
    char answer[ANSWER_SIZE];
};

static void say(struct channel *channel, const char *bytes, size_t length)
{
    if (length > ANSWER_SIZE - channel->length)
        length = ANSWER_SIZE - channel->length;
    memcpy(channel->answer + channel->length, bytes, length);
    channel->length += length;
}

static void write_answer(struct channel *channel, const char *key)
{
    char accept[FRAME_ACCEPT_SIZE];

    frame_accept(key, accept);
    channel->length = channel->given = 0;
    for (size_t i = 0; i < channel->size; i++)
        if (channel->input[i] == '@')
            say(channel, accept, strlen(accept));
        else if (channel->input[i] == '#')
            say(channel, TOPIC_PROTOCOL, strlen(TOPIC_PROTOCOL));
        else
            say(channel, (const char *)&channel->input[i], 1);
}

int channel_write(struct channel *channel, const void *bytes, size_t length)
{
    static const char before[] = "Sec-WebSocket-Key: ";
    char head[4096], key[FRAME_KEY_SIZE];

    CLAIM(length < sizeof(head));
    memcpy(head, bytes, length);
    head[length] = '\0';
    CLAIM(strcmp(head + length - 4, "\r\n\r\n") == 0);
    const char *at = strstr(head, before);
    CLAIM(at);
    (void)snprintf(key, sizeof(key), "%s", at + strlen(before));
    CLAIM(frame_is_key(key));
    write_answer(channel, key);
    return 0;
}

int channel_read(struct channel *channel, void *bytes, size_t size)
{
    size_t left = channel->length - channel->given;

    CLAIM(size > 0);
    if (left == 0)
        return -ECONNRESET;
    if (left > size)
        left = size;
    if (left > channel->piece)
        left = channel->piece;
    memcpy(bytes, channel->answer + channel->given, left);
    channel->given += left;
    return (int)left;
}

int channel_fd(const struct channel *channel)
{
    (void)channel;
    return -1;
}

struct channel *channel_close(struct channel *channel)
{
    return channel;
}

/* What is agreed on is agreed by the answer's own words. */
static void look_at(const struct channel *channel, const struct handshake *made)
{
    const char *text = channel->answer;

    CLAIM(made->rest_length <= HANDSHAKE_HEAD_MAX);
    if (made->problem.status != 0) {
        CLAIM(made->problem.status >= 200 && made->problem.status <= 599);
        CLAIM(made->rest_length == 0);
        return;
    }
    CLAIM(channel->length > 12 && strncmp(text, "HTTP/1.1 101", 12) == 0);
    CLAIM(memmem(text, channel->length, "\r\n\r\n", 4));
    CLAIM(
        memmem(text, channel->length, TOPIC_PROTOCOL, strlen(TOPIC_PROTOCOL)));
    CLAIM(made->rest_length <= channel->given);
    CLAIM(memcmp(made->rest, text + channel->given - made->rest_length,
                 made->rest_length) == 0);
}

static int greet(const uint8_t *data, size_t size, size_t piece,
                 struct handshake *ret)
{
    static struct channel channel;
    const struct client_settings settings = {
        .endpoint = { .socket = "/run/cclite/cclited.sock" },
        .token = "secret",
        .language = "cs",
        .timeout_ms = 1000,
    };

    channel.input = data;
    channel.size = size;
    channel.piece = piece;
    int rc = handshake_make(&channel, &settings, ret);
    CLAIM(rc == 0 || rc == -EPROTO || rc == -ECONNRESET);
    if (rc == 0)
        look_at(&channel, ret);
    return rc;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct handshake whole, bytes;
    int rc = greet(data, size, SIZE_MAX, &whole);

    CLAIM(greet(data, size, 1, &bytes) == rc);
    if (rc == 0)
        CLAIM(memcmp(&whole.problem, &bytes.problem, sizeof(whole.problem)) ==
              0);
    return 0;
}
