/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question to the store at a time, and what it answered. */

#include "web/feed.h"

#include <assert.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>

#include "jobs/query.h"
#include "web/inside.h"
#include "web/journal.h"
#include "web/socket_inside.h"
#include "web/socket_list.h"
#include "web/web_job.h"
#include "wire/value.h"

enum { EVENTS_AT_ONCE = 200, PAGE_FULL = 32 * 1024 };

struct feed {
    struct filter filter;
    uint64_t after;  /* told, or left out */
    uint64_t number; /* of the last message */
    uint64_t hoped;  /* on disk when it was asked last */
    bool is_asking;
    uint64_t round; /* answers to an earlier one are dropped */

    struct event *events; /* owned: read, not told */
    size_t count;
    size_t next;
};

struct feed_job {
    struct web_job to_do;
    uint64_t serial; /* of the socket */
    uint64_t round;
    struct query_events query;
    struct event *events;
    size_t count;
    int rc;
};

static void work(struct job *job, void *hands)
{
    struct feed_job *asked = (struct feed_job *)job;

    asked->rc =
        query_events(hands, &asked->query, &asked->events, &asked->count);
}

static void drop_events(struct feed *feed)
{
    free(feed->events);
    feed->events = NULL;
    feed->count = 0;
    feed->next = 0;
}

static void hear(struct web *web, struct web_job *job)
{
    struct feed_job *asked = (struct feed_job *)job;
    struct socket *socket = socket_list_find(web, asked->serial);
    struct feed *feed = socket ? socket->feed : NULL;

    if (feed && feed->round == asked->round) {
        feed->is_asking = false;
        if (asked->rc == 0 && !job->job.dropped) {
            drop_events(feed);
            feed->events = asked->events;
            feed->count = asked->count;
            asked->events = NULL;
            socket_wake(socket);
        } else {
            feed->hoped = 0; /* the tick asks again */
        }
    }
    free(asked->events);
    free(asked);
}

static int ask(struct socket *socket)
{
    struct feed *feed = socket->feed;
    struct feed_job *asked = calloc(1, sizeof(*asked));

    if (!asked)
        return -ENOMEM;
    asked->to_do.job.work = work;
    asked->to_do.hear = hear;
    asked->serial = socket->serial;
    asked->round = feed->round;
    asked->query.after_seq = feed->after;
    asked->query.limit = EVENTS_AT_ONCE;
    int rc = web_submit(socket->web, &asked->to_do);
    if (rc < 0)
        free(asked);
    return rc;
}

void feed_wake(struct socket *socket)
{
    struct feed *feed = socket->feed;

    assert(socket);

    if (!feed || feed->is_asking || feed->events)
        return;
    uint64_t committed = atomic_load(&socket->web->committed_seq);
    if (committed <= feed->after || committed <= feed->hoped)
        return;
    if (ask(socket) < 0)
        return;
    feed->is_asking = true;
    feed->hoped = committed;
}

enum problem feed_follow(struct socket *socket, uint64_t after_seq,
                         const struct filter *filter)
{
    struct web_sockets *sockets = &socket->web->sockets;
    struct feed *feed = socket->feed;

    assert(socket && filter);

    if (!feed) {
        if (sockets->followers == FEED_MAX_FOLLOWERS)
            return PROBLEM_TRY_AGAIN;
        feed = calloc(1, sizeof(*feed));
        if (!feed)
            return PROBLEM_TRY_AGAIN;
        socket->feed = feed;
        sockets->followers++;
    }
    drop_events(feed);
    feed->filter = *filter;
    feed->after = after_seq;
    feed->number = 0;
    feed->hoped = 0;
    feed->is_asking = false;
    feed->round++;
    feed_wake(socket);
    return PROBLEM_NONE;
}

void feed_leave(struct socket *socket)
{
    assert(socket);

    if (!socket->feed)
        return;
    drop_events(socket->feed);
    free(socket->feed);
    socket->feed = NULL;
    socket->web->sockets.followers--;
}

static void add_event(struct socket *socket, const struct event *event,
                      bool is_first, struct page *page)
{
    enum event_view view =
        asker_scope(&socket->asker, PERMISSION_NUMBER_SEE) == MAY
            ? EVENT_WHOLE
            : EVENT_REDACTED;
    struct json_t *value = journal_value(socket->web->floor, view, event);
    char *text = value_print(value, VALUE_COMPACT);

    value_free(value);
    if (!is_first)
        page_add(page, ",");
    page_add(page, text);
    free(text);
}

/* @return how many were added */
static size_t add_events(struct socket *socket, struct page *page)
{
    struct feed *feed = socket->feed;
    size_t added = 0;

    while (feed->next < feed->count && page->length < PAGE_FULL) {
        const struct event *event = &feed->events[feed->next++];
        struct shape_event_key key;

        journal_key(event, &key);
        if (filter_fits(&feed->filter, &key))
            add_event(socket, event, added++ == 0, page);
        feed->after = event->seq;
    }
    return added;
}

void feed_write(struct socket *socket, struct page *page)
{
    struct feed *feed = socket->feed;

    assert(socket && page && page->length == 0);

    if (!feed || !feed->events)
        return;
    uint64_t before = feed->after;
    page_add(page, "{\"is\":\"events\",\"n\":");
    page_add_number(page, (long long)feed->number + 1);
    page_add(page, ",\"events\":[");
    size_t added = add_events(socket, page);
    page_add(page, "],\"seq\":");
    page_add_number(page, (long long)feed->after);
    page_add(page, "}");
    if (page->is_spoilt) { /* read again, later */
        feed->after = before;
        feed->hoped = 0;
        drop_events(feed);
        return;
    }
    if (added > 0)
        feed->number++;
    else
        page_cut(page, 0);
    if (feed->next == feed->count) {
        bool may_be_more = feed->count == EVENTS_AT_ONCE;
        drop_events(feed);
        if (may_be_more)
            feed->hoped = 0;
        feed_wake(socket);
    }
}
