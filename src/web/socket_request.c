/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a console asks for: {"do":"watch","topic":"agents"} and the like. */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "web/answer.h"
#include "web/feed.h"
#include "web/inside.h"
#include "web/presence.h"
#include "web/sight.h"
#include "web/socket.h"
#include "web/socket_inside.h"
#include "web/subscription.h"
#include "web/watch.h"
#include "wire/shape.h"

/* Wraps why not, and lets the answer go. */
static void tell_refused(struct socket *socket, const char *topic,
                         struct answer *answer)
{
    struct page page = { .text = NULL };

    page_add(&page, "{\"is\":\"refused\",\"topic\":\"");
    page_add(&page, topic);
    page_add(&page, "\",\"problem\":");
    page_add(&page, answer->body);
    page_add(&page, "}");
    socket_answer(socket,
                  page.is_spoilt ? NULL : strdup(page.text + PAGE_HEADROOM));
    page_done(&page);
    answer_done(answer);
}

static void refuse(struct socket *socket, const char *topic,
                   enum problem problem, const char *field)
{
    struct answer answer = { .status = 0 };

    answer_with_field_problem(&answer, socket->language, problem, field);
    tell_refused(socket, topic, &answer);
}

static void refuse_mistake(struct socket *socket, const struct mistake *mistake)
{
    struct answer answer = { .status = 0 };

    answer_with_mistake(&answer, socket->language, mistake);
    tell_refused(socket, "", &answer);
}

static enum problem read_filter(const struct socket *socket, const char *text,
                                const struct record *record,
                                struct filter *ret_filter)
{
    *ret_filter = (struct filter){ .term_count = 0 };
    if (!text)
        return PROBLEM_NONE;
    if (filter_parse(text, record, ret_filter, NULL) < 0)
        return PROBLEM_BAD_FILTER;
    for (size_t i = 0; i < ret_filter->term_count; i++)
        if (topic_field_flow(ret_filter->terms[i].field) != FLOW_STANDS)
            return PROBLEM_BAD_FILTER; /* it would fit without an event */
    if (filter_is_private(ret_filter) &&
        asker_scope(&socket->asker, PERMISSION_NUMBER_SEE) != MAY)
        return PROBLEM_FORBIDDEN;
    return PROBLEM_NONE;
}

static void watch_topic(struct socket *socket, enum topic topic,
                        const char *filter_text)
{
    const char *name = topic_info(topic)->name;
    enum may scope = sight_scope(&socket->asker, topic);
    struct subscription *subscription;
    struct filter filter;

    if (scope == MAY_NOT) {
        refuse(socket, name, PROBLEM_FORBIDDEN, NULL);
        return;
    }
    enum problem problem =
        read_filter(socket, filter_text, topic_record(topic), &filter);
    if (!problem && subscription_new(topic, &filter,
                                     sight_is_partial(&socket->asker, topic),
                                     &subscription) < 0)
        problem = PROBLEM_TRY_AGAIN;
    if (problem) {
        refuse(socket, name, problem, "filter");
        return;
    }
    socket_leave_topic(socket, topic);
    socket->subscriptions[topic] = subscription;
    socket->web->sockets.watchers[topic]++;
    watch_settle_topic(socket->web, topic);
    socket_wake(socket);
}

void socket_leave_topic(struct socket *socket, enum topic topic)
{
    assert(socket && topic < TOPIC_COUNT);

    if (!socket->subscriptions[topic])
        return;
    socket->subscriptions[topic] =
        subscription_free(socket->subscriptions[topic]);
    socket->web->sockets.watchers[topic]--;
}

static void do_topic(struct socket *socket, const struct json_t *message)
{
    const char *name = value_get_text(message, "topic");
    int topic = name ? topic_find(name) : -ENOENT;

    if (topic < 0)
        refuse(socket, "", PROBLEM_NOT_FOUND, "topic");
    else if (strcmp(value_get_text(message, "do"), "watch") == 0)
        watch_topic(socket, (enum topic)topic,
                    value_get_text(message, "filter"));
    else
        socket_leave_topic(socket, (enum topic)topic);
}

static void do_follow(struct socket *socket, const struct json_t *message)
{
    int64_t after = value_get_integer(message, "after", 0);
    struct filter filter;
    enum problem problem =
        asker_scope(&socket->asker, PERMISSION_EVENT_SEE) == MAY
            ? read_filter(socket, value_get_text(message, "filter"),
                          shape_record(SHAPE_EVENT_KEY), &filter)
            : PROBLEM_FORBIDDEN;

    if (after < 0) {
        refuse(socket, "events", PROBLEM_BAD_PARAMETER, "after");
        return;
    }
    if (!problem)
        problem = feed_follow(socket, (uint64_t)after, &filter);
    if (problem)
        refuse(socket, "events", problem,
               problem == PROBLEM_BAD_FILTER ? "filter" : NULL);
}

static void do_unfollow(struct socket *socket, const struct json_t *message)
{
    (void)message;
    feed_leave(socket);
}

static void do_attend(struct socket *socket, const struct json_t *message)
{
    (void)message;
    presence_attend(socket);
}

static void do_stall(struct socket *socket, const struct json_t *message)
{
    presence_stall(socket, value_get_flag(message, "stalled"));
}

static const struct deed {
    const char *name;
    void (*run)(struct socket *socket, const struct json_t *message);
} deeds[] = {
    { "watch", do_topic },   { "leave", do_topic },
    { "follow", do_follow }, { "unfollow", do_unfollow },
    { "attend", do_attend }, { "stall", do_stall },
};

void socket_do(struct socket *socket, const char *text, size_t length)
{
    struct json_t *message;
    struct mistake mistake;
    const char *name;

    assert(socket && text);

    int rc = value_parse(text, length, SOCKET_MAX_REQUEST, &message, &mistake);
    if (rc == -EBADMSG) {
        refuse_mistake(socket, &mistake);
        return;
    }
    if (rc < 0) {
        socket_close(socket, FRAME_TRY_LATER, "no memory");
        return;
    }
    name = value_get_text(message, "do");
    for (size_t i = 0; i < sizeof(deeds) / sizeof(deeds[0]); i++)
        if (name && strcmp(name, deeds[i].name) == 0) {
            deeds[i].run(socket, message);
            value_free(message);
            return;
        }
    value_free(message);
    refuse(socket, "", PROBLEM_NOT_FOUND, "do");
}
