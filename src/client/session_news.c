/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters become news, and rows become the replica's. */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "client/session_inside.h"

int session_tell(struct session *session, const struct news_letter *news)
{
    assert(session && news);

    struct news_letter *letter = malloc(sizeof(*letter));
    if (!letter) {
        struct news_letter lost = *news;
        news_letter_done(&lost);
        return -ENOMEM;
    }
    *letter = *news;
    letterbox_put(session->news, &letter->letter);
    return 0;
}

void news_letter_done(struct news_letter *news)
{
    assert(news);

    replica_news_done(&news->rows);
    client_reply_done(&news->reply);
    news->event = value_free(news->event);
}

void session_news_done(struct session_news *news)
{
    assert(news);

    client_reply_done(&news->reply);
    news->event = value_free(news->event);
}

static void note_change(void *arg, enum topic topic, uint64_t id)
{
    struct session *session = arg;
    struct session_news news = {
        .kind = SESSION_NEWS_ROW,
        .topic = topic,
        .id = id,
    };

    /* Without memory the screen hears of the topic as a whole, below. */
    (void)fifo_push(&session->changes, &news);
}

static void note_topic(struct session *session, enum topic topic)
{
    struct session_news news = { .kind = SESSION_NEWS_TOPIC, .topic = topic };

    (void)fifo_push(&session->changes, &news);
}

static void take_rows(struct session *session, struct replica_news *rows)
{
    enum topic topic = rows->topic;
    enum replica_state before = replica_state(session->replica, topic);
    int rc = replica_take(session->replica, rows, note_change, session);

    if (rc < 0 && session->filters[topic]) { /* all of it, once more */
        const char *filter = session->filters[topic];
        char *kept = strdup(filter);

        if (kept)
            (void)session_watch(session, topic, *kept ? kept : NULL);
        free(kept);
    }
    if (replica_state(session->replica, topic) != before)
        note_topic(session, topic);
}

static void take_link(struct session *session, const struct session_link *link)
{
    bool was_live = session->link.state == SESSION_LIVE;
    struct session_news news = { .kind = SESSION_NEWS_LINK };

    session->link = *link;
    (void)fifo_push(&session->changes, &news);
    if (!was_live || link->state == SESSION_LIVE)
        return;
    replica_lose(session->replica);
    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        if (session->filters[topic])
            note_topic(session, (enum topic)topic);
}

/* What is told as it came. */
static void take_other(struct session *session, struct news_letter *letter)
{
    static const enum session_news_kind kinds[] = {
        [NEWS_REPLY] = SESSION_NEWS_REPLY,
        [NEWS_EVENT] = SESSION_NEWS_EVENT,
        [NEWS_REFUSED] = SESSION_NEWS_REFUSED,
        [NEWS_NOTICE] = SESSION_NEWS_NOTICE,
    };
    struct session_news news = {
        .kind = kinds[letter->kind],
        .topic = letter->topic >= 0 ? (enum topic)letter->topic : TOPIC_ME,
        .of_journal = letter->topic < 0,
        .ticket = letter->ticket,
        .rc = letter->rc,
        .reply = letter->reply,
        .event = letter->event,
        .problem = letter->problem,
    };

    if (fifo_push(&session->changes, &news) < 0)
        return;
    letter->reply = (struct client_reply){ 0 };
    letter->event = NULL;
}

static void take_letter(struct session *session, struct news_letter *letter)
{
    if (letter->kind == NEWS_ROWS)
        take_rows(session, &letter->rows);
    else if (letter->kind == NEWS_LINK)
        take_link(session, &letter->link);
    else
        take_other(session, letter);
    news_letter_done(letter);
    free(letter);
}

bool session_next(struct session *session, struct session_news *ret_news)
{
    struct letter *letter;

    assert(session && ret_news);

    while (fifo_count(&session->changes) == 0) {
        letter = letterbox_take(session->news);
        if (!letter)
            return false;
        take_letter(session, (struct news_letter *)letter);
    }
    return fifo_pop(&session->changes, ret_news);
}
