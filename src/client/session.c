/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screen's side: threads begun and ended, news taken, orders given. */

#include "client/session.h"

#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "client/session_inside.h"

enum {
    FIRST_WAIT_MS = 500,
    LONGEST_WAIT_MS = 30000,
    SILENCE_MS = 15000,
    CHANGES_MAX = 2 * REPLICA_MAX_ROWS + TOPIC_COUNT,
};

static int copy_text(const char **text)
{
    if (!*text)
        return 0;
    *text = strdup(*text);
    return *text ? 0 : -ENOMEM;
}

static int copy_settings(struct session *session,
                         const struct session_settings *settings)
{
    struct session_settings *s = &session->settings;
    int rc = 0;

    *s = *settings;
    s->first_wait_ms = s->first_wait_ms ? s->first_wait_ms : FIRST_WAIT_MS;
    if (!s->longest_wait_ms)
        s->longest_wait_ms = LONGEST_WAIT_MS;
    s->silence_ms = s->silence_ms ? s->silence_ms : SILENCE_MS;
    if (!s->now_us)
        s->now_us = clock_boot_us;
    /* All are copied, whatever fails: session_close() frees them all. */
    rc |= copy_text(&s->client.token);
    rc |= copy_text(&s->client.language);
    rc |= copy_text(&s->client.ca_file);
    return rc ? -ENOMEM : 0;
}

static int start_thread(pthread_t *thread, void *(*body)(void *),
                        struct session *session)
{
    sigset_t all;
    sigset_t before;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int rc = -pthread_create(thread, NULL, body, session);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return rc;
}

static int start(struct session *session)
{
    int rc = letterbox_new(&session->news);

    if (rc == 0)
        rc = letterbox_new(&session->orders);
    if (rc == 0)
        rc = letterbox_new(&session->asked);
    if (rc == 0)
        rc = replica_new(&session->replica);
    if (rc == 0)
        session->stream = stream_new(session);
    if (rc == 0 && !session->stream)
        rc = -ENOMEM;
    if (rc == 0)
        rc = start_thread(&session->stream_thread, session_stream, session);
    session->has_stream = rc == 0;
    if (rc == 0)
        rc = start_thread(&session->ask_thread, session_asker, session);
    session->has_asker = session->has_stream && rc == 0;
    return rc;
}

int session_open(const struct session_settings *settings,
                 struct session **ret_session)
{
    assert(settings && settings->client.timeout_ms > 0 && ret_session);
    assert(settings->other_count >= 0 &&
           settings->other_count <= SESSION_MAX_OTHERS);

    struct session *session = calloc(1, sizeof(*session));
    if (!session)
        return -ENOMEM;

    fifo_init(&session->changes, sizeof(struct session_news), CHANGES_MAX);
    int rc = copy_settings(session, settings);
    session->link.round_trip_us = -1;
    session->link.since_us = session->settings.now_us();
    if (rc == 0)
        rc = start(session);
    if (rc < 0) {
        session_close(session);
        return rc;
    }
    *ret_session = session;
    return 0;
}

static void end_threads(struct session *session)
{
    atomic_store(&session->is_ending, true);
    if (session->has_stream) {
        session->end.kind = ORDER_END;
        letterbox_put(session->orders, &session->end.letter);
        pthread_join(session->stream_thread, NULL);
    }
    if (session->has_asker) {
        session->last.is_end = true;
        letterbox_put(session->asked, &session->last.letter);
        pthread_join(session->ask_thread, NULL);
    }
}

/* What is left of letters that nobody took. */
static void empty_boxes(struct session *session)
{
    struct letter *letter;

    while (session->news && (letter = letterbox_take(session->news))) {
        news_letter_done((struct news_letter *)letter);
        free(letter);
    }
    while (session->orders && (letter = letterbox_take(session->orders)))
        if (letter != &session->end.letter)
            free(letter);
    while (session->asked && (letter = letterbox_take(session->asked)))
        if (letter != &session->last.letter)
            asked_free((struct asked *)letter);
}

struct session *session_close(struct session *session)
{
    if (!session)
        return NULL;

    end_threads(session);
    empty_boxes(session);
    letterbox_free(session->news);
    letterbox_free(session->orders);
    letterbox_free(session->asked);
    free(session->stream);
    replica_free(session->replica);
    fifo_done(&session->changes);
    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        free(session->filters[topic]);
    if (session->settings.client.token)
        explicit_bzero((char *)(uintptr_t)session->settings.client.token,
                       strlen(session->settings.client.token));
    free((char *)(uintptr_t)session->settings.client.token);
    free((char *)(uintptr_t)session->settings.client.language);
    free(session->language);
    free((char *)(uintptr_t)session->settings.client.ca_file);
    free(session);
    return NULL;
}

int session_fd(const struct session *session)
{
    assert(session);

    return letterbox_fd(session->news);
}

const struct replica *session_replica(const struct session *session)
{
    assert(session);

    return session->replica;
}

int64_t session_heard_us(const struct session *session)
{
    assert(session);
    return atomic_load(&session->heard_us);
}

const struct session_link *session_link(const struct session *session)
{
    assert(session);

    return &session->link;
}

static struct order *make_order(enum order_kind kind, const char *filter)
{
    struct order *order = calloc(1, sizeof(*order));

    if (!order)
        return NULL;
    order->kind = kind;
    if (filter)
        memcpy(order->filter, filter, strlen(filter));
    return order;
}

int session_watch(struct session *session, enum topic topic, const char *filter)
{
    assert(session && topic < TOPIC_COUNT);

    if (filter && strlen(filter) > FILTER_MAX_LENGTH)
        return -ENAMETOOLONG;
    char *kept = strdup(filter ? filter : "");
    struct order *order = kept ? make_order(ORDER_WATCH, filter) : NULL;
    if (!order) {
        free(kept);
        return -ENOMEM;
    }
    free(session->filters[topic]);
    session->filters[topic] = kept;
    order->topic = topic;
    replica_await(session->replica, topic);
    letterbox_put(session->orders, &order->letter);
    return 0;
}

void session_unwatch(struct session *session, enum topic topic)
{
    assert(session && topic < TOPIC_COUNT);

    struct order *order = make_order(ORDER_LEAVE, NULL);
    replica_drop(session->replica, topic);
    free(session->filters[topic]);
    session->filters[topic] = NULL;
    if (!order) /* rows that still come are left out */
        return;
    order->topic = topic;
    letterbox_put(session->orders, &order->letter);
}

int session_follow(struct session *session, uint64_t after_seq,
                   const char *filter)
{
    assert(session);

    if (filter && strlen(filter) > FILTER_MAX_LENGTH)
        return -ENAMETOOLONG;
    struct order *order = make_order(ORDER_FOLLOW, filter);
    if (!order)
        return -ENOMEM;
    order->after = after_seq;
    letterbox_put(session->orders, &order->letter);
    return 0;
}

const struct endpoint *session_server(const struct session *session, int n)
{
    const struct session_settings *settings = &session->settings;

    assert(n >= 0 && n <= settings->other_count);

    return n == 0 ? &settings->client.endpoint : &settings->others[n - 1];
}

void session_retry(struct session *session)
{
    assert(session);

    struct order *order = make_order(ORDER_RETRY, NULL);
    if (order) /* else it comes back by itself */
        letterbox_put(session->orders, &order->letter);
}

void session_stall(struct session *session, bool is_stalled)
{
    assert(session);

    struct order *order = make_order(ORDER_STALL, NULL);
    if (!order) /* the next one tells it */
        return;
    order->is_stalled = is_stalled;
    letterbox_put(session->orders, &order->letter);
}
