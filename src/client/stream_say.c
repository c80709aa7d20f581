/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wanted, in words. */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/entropy.h"
#include "client/stream.h"

int stream_send(struct stream *stream, enum frame_kind kind, const char *text,
                size_t length)
{
    unsigned char mask[4];
    unsigned char head[FRAME_HEAD_SIZE];

    assert(stream && (text || length == 0));

    if (!stream->channel) /* said when there is one */
        return 0;
    entropy_bytes(mask, sizeof(mask));
    size_t head_length = frame_write_head(kind, length, mask, head);
    char *frame = malloc(head_length + length + 1);
    if (!frame)
        return -ENOMEM;
    memcpy(frame, head, head_length);
    if (length > 0)
        memcpy(frame + head_length, text, length);
    frame_mask(frame + head_length, length, mask);
    int rc = channel_write(stream->channel, frame, head_length + length);
    free(frame);
    return rc;
}

/* Sends an object, and lets it go. */
static int say(struct stream *stream, struct json_t *message, int rc)
{
    char *text = rc == 0 ? value_print(message, VALUE_COMPACT) : NULL;

    value_free(message);
    if (!text)
        return -ENOMEM;
    rc = stream_send(stream, FRAME_TEXT, text, strlen(text));
    free(text);
    return rc;
}

static int say_topic(struct stream *stream, const char *verb, enum topic topic,
                     const char *filter)
{
    struct json_t *message = value_object();
    int rc = 0;

    rc |= value_set_text(message, "do", verb);
    rc |= value_set_text(message, "topic", topic_info(topic)->name);
    if (*filter)
        rc |= value_set_text(message, "filter", filter);
    return say(stream, message, rc);
}

static int say_follow(struct stream *stream)
{
    struct json_t *message = value_object();
    int rc = 0;

    rc |= value_set_text(message, "do", "follow");
    rc |= value_set_integer(message, "after", (int64_t)stream->after);
    if (stream->filter[0])
        rc |= value_set_text(message, "filter", stream->filter);
    return say(stream, message, rc);
}

static int say_stall(struct stream *stream)
{
    struct json_t *message = value_object();
    int rc = 0;

    rc |= value_set_text(message, "do", "stall");
    rc |= value_set_flag(message, "stalled", stream->is_stalled);
    return say(stream, message, rc);
}

/* Before the server's greeting nothing is said twice: all that is wanted by then
   follows it. */
static bool is_heard(const struct stream *stream)
{
    return stream->link.state == SESSION_LIVE;
}

static int say_attend(struct stream *stream)
{
    struct json_t *message = value_object();
    int rc = value_set_text(message, "do", "attend");

    return say(stream, message, rc);
}

int stream_say_all(struct stream *stream)
{
    int rc = 0;

    assert(stream);

    if (stream->is_stalled)
        rc = say_stall(stream);
    if (rc == 0 && stream->session->settings.attends)
        rc = say_attend(stream);
    for (int i = 0; i < TOPIC_COUNT && rc == 0; i++)
        if (stream->topics[i].is_wanted)
            rc = say_topic(stream, "watch", (enum topic)i,
                           stream->topics[i].filter);
    if (rc == 0 && stream->follows)
        rc = say_follow(stream);
    return rc;
}

int stream_obey(struct stream *stream, const struct order *order)
{
    assert(stream && order);

    switch (order->kind) {
    case ORDER_WATCH:
        stream->topics[order->topic].is_wanted = true;
        memcpy(stream->topics[order->topic].filter, order->filter,
               sizeof(order->filter));
        return is_heard(stream)
                   ? say_topic(stream, "watch", order->topic, order->filter)
                   : 0;
    case ORDER_LEAVE:
        stream->topics[order->topic].is_wanted = false;
        return is_heard(stream) ? say_topic(stream, "leave", order->topic, "")
                                : 0;
    case ORDER_FOLLOW:
        stream->follows = true;
        stream->after = order->after;
        memcpy(stream->filter, order->filter, sizeof(order->filter));
        return is_heard(stream) ? say_follow(stream) : 0;
    case ORDER_STALL:
        stream->is_stalled = order->is_stalled;
        return is_heard(stream) ? say_stall(stream) : 0;
    case ORDER_RETRY:
        stream->is_hurried = true;
        break;
    case ORDER_END:
        break;
    }
    return 0;
}

int stream_obey_all(struct stream *stream)
{
    struct letter *letter;
    int rc = 0;

    while (rc == 0 && !atomic_load(&stream->session->is_ending) &&
           (letter = letterbox_take(stream->session->orders))) {
        rc = stream_obey(stream, (struct order *)letter);
        if (letter != &stream->session->end.letter)
            free(letter);
    }
    return rc;
}
