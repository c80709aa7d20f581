/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the server says, as letters to the screen. */

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "base/text.h"
#include "client/stream.h"

enum { MESSAGE_MAX = 1024 * 1024 };

static void take_text(const struct json_t *object, const char *key,
                      char *ret_text, size_t size)
{
    const char *text = value_get_text(object, key);
    size_t length = text ? text_cut(text, strlen(text), size - 1) : 0;

    if (length > 0)
        memcpy(ret_text, text, length);
    ret_text[length] = '\0';
}

static int hear_hello(struct stream *stream, const struct json_t *message)
{
    struct session_link *link = &stream->link;
    const char *role = value_get_text(message, "role");
    int number = role ? word_find(&word_list_role, role) : -ENOENT;

    link->user_id = (uint64_t)value_get_integer(message, "user_id", 0);
    link->agent_id = (uint64_t)value_get_integer(message, "agent_id", 0);
    link->role = number >= 0 ? (enum role)number : ROLE_AGENT;
    take_text(message, "release", link->release.text,
              sizeof(link->release.text));
    stream->tries = 0;
    stream_tell(stream, SESSION_LIVE);
    return stream_say_all(stream);
}

static int hear_rows(struct stream *stream, const struct json_t *message)
{
    struct session *session = stream->session;
    struct news_letter news = { .kind = NEWS_ROWS };
    int rc = replica_news_read(message, session->settings.now_us(), &news.rows);

    if (rc == -EPROTO && value_get_text(message, "topic") &&
        topic_find(value_get_text(message, "topic")) < 0)
        return 0; /* of a newer server */
    return rc < 0 ? rc : session_tell(session, &news);
}

/* Each event is told once: what was told before is left out. */
static int hear_events(struct stream *stream, const struct json_t *message)
{
    const struct json_t *list = value_get(message, "events");
    int64_t seq = value_get_integer(message, "seq", 0);
    int rc = 0;

    for (size_t i = 0; i < value_count(list) && rc == 0; i++) {
        const struct json_t *event = value_at(list, i);
        struct news_letter news = { .kind = NEWS_EVENT };

        if ((uint64_t)value_get_integer(event, "seq", 0) <= stream->after)
            continue;
        news.event = value_share(event);
        rc = session_tell(stream->session, &news);
        if (rc == 0)
            stream->after = (uint64_t)value_get_integer(event, "seq", 0);
    }
    if (rc == 0 && seq > 0 && (uint64_t)seq > stream->after)
        stream->after = (uint64_t)seq;
    return rc;
}

static int hear_refused(struct stream *stream, const struct json_t *message)
{
    const struct json_t *problem = value_get(message, "problem");
    const char *topic = value_get_text(message, "topic");
    struct news_letter news = {
        .kind = NEWS_REFUSED,
        .topic = topic ? topic_find(topic) : -ENOENT,
        .problem = { .status = (int)value_get_integer(problem, "status", 0) },
    };

    take_text(problem, "code", news.problem.code, sizeof(news.problem.code));
    take_text(problem, "field", news.problem.field, sizeof(news.problem.field));
    take_text(problem, "detail", news.problem.detail,
              sizeof(news.problem.detail));
    take_text(problem, "fix", news.problem.fix, sizeof(news.problem.fix));
    return session_tell(stream->session, &news);
}

int stream_hear(struct stream *stream, const char *text, size_t length)
{
    struct json_t *message;
    const char *kind;

    assert(stream && text);

    int rc = value_parse(text, length, MESSAGE_MAX, &message, NULL);
    if (rc < 0)
        return rc == -ENOMEM ? rc : -EPROTO;
    kind = value_get_text(message, "is");
    if (!kind)
        rc = -EPROTO;
    else if (strcmp(kind, "hello") == 0)
        rc = hear_hello(stream, message);
    else if (strcmp(kind, "rows") == 0)
        rc = hear_rows(stream, message);
    else if (strcmp(kind, "events") == 0)
        rc = hear_events(stream, message);
    else if (strcmp(kind, "refused") == 0)
        rc = hear_refused(stream, message);
    else if (strcmp(kind, "notice") == 0)
        rc = session_tell(stream->session,
                          &(struct news_letter){ .kind = NEWS_NOTICE });
    value_free(message);
    return rc;
}
