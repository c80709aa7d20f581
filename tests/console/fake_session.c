/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions of client/session.h, played. */

#include "tests/console/fake_session.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tests/test.h"
#include "wire/value.h"

enum { NEWS_MAX = 4096, ASKED_SIZE = 65536 };

struct session {
    struct replica *replica;
    struct session_link link;
    uint64_t numbers[TOPIC_COUNT];
    bool is_watched[TOPIC_COUNT];
    struct json_t *rows; /* topic: id: fields */
    struct session_news news[NEWS_MAX];
    size_t count, taken;
    bool is_held;
    uint64_t last_ticket;
    struct json_t *replies;
    char asked[ASKED_SIZE];
    int64_t (*now_us)(void);
    int64_t heard_us;
};

static struct session fake;

void fake_begin(int64_t (*now_us)(void))
{
    memset(&fake, 0, sizeof(fake));
    fake.now_us = now_us;
    fake.link.state = SESSION_LIVE;
    fake.replies = value_object();
    fake.rows = value_object();
    assert_int_equal(replica_new(&fake.replica), 0);
}

void fake_end(void)
{
    struct session_news news;

    fake.is_held = false;
    while (session_next(&fake, &news))
        session_news_done(&news);
    fake.replica = replica_free(fake.replica);
    fake.replies = value_free(fake.replies);
    fake.rows = value_free(fake.rows);
}

const char *fake_asked(void)
{
    return fake.asked;
}

static void tell(struct session_news news)
{
    assert_true(fake.count < NEWS_MAX);
    fake.news[fake.count++] = news;
}

static struct json_t *read_fixture(const char *name)
{
    char path[1024];
    static char text[1024 * 1024];
    struct json_t *fixture;
    const char *source = getenv("top_srcdir");

    snprintf(path, sizeof(path), "%s/tests/console/fixtures/%s.json",
             source ? source : ".", name);
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("%s: cannot be read", path);
    size_t length = fread(text, 1, sizeof(text), file);
    fclose(file);
    struct mistake mistake = { 0 };
    if (value_parse(text, length, sizeof(text), &fixture, &mistake) < 0)
        fail_msg("%s: is no JSON", path);
    return fixture;
}

/* A row of a fixture is fields alone; what the server wraps around it. */
static struct json_t *wrap_row(const char *id, const struct json_t *fields)
{
    struct json_t *row = value_object();

    value_set_integer(row, "id", strtoll(id, NULL, 10));
    value_set_integer(row, "rev", 1);
    value_set_integer(row, "age_us", 0);
    value_set(row, "fields", value_share(fields));
    return row;
}

static int append_row(void *arg, const char *id, const struct json_t *fields)
{
    return value_append(arg, wrap_row(id, fields));
}

static void note(void *arg, enum topic topic, uint64_t id)
{
    (void)arg;
    tell((struct session_news){
        .kind = SESSION_NEWS_ROW, .topic = topic, .id = id });
}

/* To the replica, as the server would: all there is, or what has changed. */
static void send_rows(enum topic topic, const struct json_t *rows,
                      const struct json_t *gone)
{
    struct json_t *message = value_object(), *wrapped = value_list();
    bool is_first = ++fake.numbers[topic] == 1;
    struct replica_news news;

    value_set_text(message, "is", "rows");
    value_set_text(message, "topic", topic_info(topic)->name);
    value_set_integer(message, "n", (int64_t)fake.numbers[topic]);
    value_set_flag(message, "first", is_first);
    value_set_flag(message, "last", is_first);
    value_each(rows, append_row, wrapped);
    value_set(message, "rows", wrapped);
    value_set(message, "gone", gone ? value_share(gone) : value_list());
    assert_int_equal(replica_news_read(message, fake.now_us(), &news), 0);
    assert_int_equal(replica_take(fake.replica, &news, note, NULL), 0);
    replica_news_done(&news);
    value_free(message);
}

static struct json_t *kept_rows(enum topic topic)
{
    const char *name = topic_info(topic)->name;

    if (!value_get(fake.rows, name))
        value_set(fake.rows, name, value_object());
    return value_get(fake.rows, name);
}

static enum topic topic_named(const char *name)
{
    int topic = topic_find(name);

    if (topic < 0)
        fail_msg("%s: no such topic", name);
    return (enum topic)topic;
}

static int load_rows(void *arg, const char *name, const struct json_t *rows)
{
    enum topic topic = topic_named(name);
    const char *key = topic_record(topic)->fields[0].name;
    struct json_t *kept = kept_rows(topic), *changed = value_object();
    char id[24];

    (void)arg;
    for (size_t i = 0; i < value_count(rows); i++) {
        struct json_t *row = value_at(rows, i);

        snprintf(id, sizeof(id), "%lld",
                 (long long)value_get_integer(row, key, 1));
        value_set(kept, id, value_share(row));
        value_set(changed, id, value_share(row));
    }
    if (fake.is_watched[topic])
        send_rows(topic, changed, NULL);
    value_free(changed);
    return 0;
}

static int load_gone(void *arg, const char *name, const struct json_t *gone)
{
    enum topic topic = topic_named(name);
    char id[24];

    (void)arg;
    for (size_t i = 0; i < value_count(gone); i++) {
        int64_t number = 0;

        value_as_integer(value_at(gone, i), &number);
        snprintf(id, sizeof(id), "%lld", (long long)number);
        value_remove(kept_rows(topic), id);
    }
    if (fake.is_watched[topic])
        send_rows(topic, NULL, gone);
    return 0;
}

/* The connection is there: all that is watched comes anew. */
static void send_all(enum topic topic)
{
    fake.numbers[topic] = 0;
    replica_await(fake.replica, topic);
    send_rows(topic, kept_rows(topic), NULL);
    tell((struct session_news){ .kind = SESSION_NEWS_TOPIC, .topic = topic });
}

static int load_reply(void *arg, const char *key, const struct json_t *value)
{
    (void)arg;
    value_set(fake.replies, key, value_share(value));
    return 0;
}

void fake_reply(const char *request, struct json_t *body)
{
    struct json_t *reply = value_object();

    value_set(reply, "body", body);
    value_set(fake.replies, request, reply);
}

static void load_link(const struct json_t *fixture)
{
    static const char *const names[] = { "connecting", "live", "offline",
                                         "refused" };
    const char *wanted = value_get_text(fixture, "link");

    for (int i = 0; wanted && i < 4; i++)
        if (strcmp(names[i], wanted) == 0)
            fake.link.state = (enum session_state)i;
    if (!wanted)
        return;
    fake.link.since_us =
        fake.now_us() - value_get_integer(fixture, "link_age_s", 0) * 1000000;
    fake.link.next_try_us =
        fake.link.state == SESSION_OFFLINE ? fake.now_us() + 3000000 : 0;
    fake.link.next_try = (int)value_get_integer(
        fixture, "next_try", fake.link.state == SESSION_OFFLINE);
    fake.link.reason =
        fake.link.state == SESSION_OFFLINE
            ? (int)value_get_integer(fixture, "reason", -ENOTCONN)
            : 0;
    if (fake.link.state == SESSION_OFFLINE)
        replica_lose(fake.replica);
    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        if (fake.link.state == SESSION_LIVE && fake.is_watched[topic])
            send_all((enum topic)topic);
    fake.link.problem.status = fake.link.state == SESSION_REFUSED ? 401 : 0;
    tell((struct session_news){ .kind = SESSION_NEWS_LINK });
}

void fake_load(const char *name)
{
    struct json_t *fixture = read_fixture(name);

    value_each(value_get(fixture, "rows"), load_rows, NULL);
    value_each(value_get(fixture, "gone"), load_gone, NULL);
    value_each(value_get(fixture, "replies"), load_reply, NULL);
    load_link(fixture);
    if (value_get(fixture, "held"))
        fake.is_held = value_get_flag(fixture, "held");
    if (value_get(fixture, "heard_age_s"))
        fake.heard_us = fake.now_us() -
                        value_get_integer(fixture, "heard_age_s", 0) * 1000000;
    if (value_get_flag(fixture, "notice"))
        tell((struct session_news){ .kind = SESSION_NEWS_NOTICE });
    value_free(fixture);
}

/* The functions of the header. */

int session_open(const struct session_settings *settings,
                 struct session **ret_session)
{
    (void)settings;
    *ret_session = &fake;
    tell((struct session_news){ .kind = SESSION_NEWS_LINK });
    return 0;
}

struct session *session_close(struct session *session)
{
    (void)session;
    return NULL;
}

int session_fd(const struct session *session)
{
    (void)session;
    return -1;
}

bool session_next(struct session *session, struct session_news *ret_news)
{
    if (session->is_held || session->taken == session->count)
        return false;
    *ret_news = session->news[session->taken++];
    if (session->taken == session->count)
        session->taken = session->count = 0;
    return true;
}

void session_news_done(struct session_news *news)
{
    client_reply_done(&news->reply);
    news->event = value_free(news->event);
}

const struct replica *session_replica(const struct session *session)
{
    return session->replica;
}

const struct session_link *session_link(const struct session *session)
{
    return &session->link;
}

const struct endpoint *session_server(const struct session *session, int n)
{
    static const struct endpoint servers[] = {
        { .url = "https://cc.example.net:8443" },
        { .url = "https://cc2.example.net:8443" },
    };

    (void)session;
    return &servers[n];
}

int64_t session_heard_us(const struct session *session)
{
    return session->heard_us;
}

void session_retry(struct session *session)
{
    size_t length = strlen(session->asked);

    snprintf(session->asked + length, ASKED_SIZE - length, "retry\n");
}

int session_watch(struct session *session, enum topic topic, const char *filter)
{
    (void)filter;
    session->is_watched[topic] = true;
    if (session->link.state == SESSION_LIVE)
        send_all(topic);
    return 0;
}

void session_unwatch(struct session *session, enum topic topic)
{
    session->is_watched[topic] = false;
    replica_drop(session->replica, topic);
}

int session_follow(struct session *session, uint64_t after_seq,
                   const char *filter)
{
    (void)session;
    (void)after_seq;
    (void)filter;
    return 0;
}

static void answer(struct session *session, struct session_news *news,
                   const struct client_request *request)
{
    char key[1200];

    snprintf(key, sizeof(key), "%s %s", request->method, request->path);
    const struct json_t *reply = value_get(session->replies, key);
    const struct json_t *body = value_get(reply, "body");

    if (value_get_flag(reply, "lost")) {
        news->rc = -ECONNRESET;
        return;
    }
    news->reply.status = (int)value_get_integer(reply, "status", 200);
    const char *text = value_get_text(reply, "text");
    news->reply.body = body   ? value_print(body, VALUE_COMPACT)
                       : text ? strdup(text)
                              : strdup("{}");
    news->reply.length = strlen(news->reply.body);
    snprintf(news->reply.type, sizeof(news->reply.type), "%s",
             news->reply.status < 400 ? "application/json"
                                      : "application/problem+json");
}

int session_ask(struct session *session, const struct client_request *request,
                uint64_t *ret_ticket)
{
    struct session_news news = {
        .kind = SESSION_NEWS_REPLY,
        .ticket = ++session->last_ticket,
        .rc = session->link.state == SESSION_OFFLINE ? -ENOTCONN : 0,
    };
    size_t length = strlen(session->asked);

    snprintf(session->asked + length, ASKED_SIZE - length, "%s %s%s%s%s%s\n",
             request->method, request->path, request->match ? " if " : "",
             request->match ? request->match : "", request->body ? " " : "",
             request->body ? request->body : "");
    if (news.rc == 0)
        answer(session, &news, request);
    *ret_ticket = news.ticket;
    tell(news);
    return 0;
}

int session_speak(struct session *session, const char *language)
{
    (void)session;
    (void)language;
    return 0;
}

void session_stall(struct session *session, bool is_stalled)
{
    (void)session;
    (void)is_stalled;
}
