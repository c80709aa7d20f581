/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session against a server of the test's own, which can do what ours never
   does: lose messages, say nonsense, hang up in the middle. */

#include "client/session.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/clock.h"
#include "tests/test.h"
#include "wire/frame.h"

enum { PATIENCE_MS = 20000 };

/* One server, a thread, that plays a part for each connection. */
struct fake {
    char path[64];
    int listener;
    pthread_t thread;
    atomic_bool is_ending;
    atomic_int watches; /* "watch" messages heard, of all connections */
    atomic_int connections;
    void (*part)(struct fake *fake, int fd);
};

/* As recv(), however long the other end takes: the socket's own bound is there
   to see that all is over. */
static ssize_t hear(const struct fake *fake, int fd, char *bytes, size_t size)
{
    int64_t end_us = clock_boot_us() + INT64_C(1000) * PATIENCE_MS;
    ssize_t got;

    do
        got = recv(fd, bytes, size, 0);
    while (got < 0 && (errno == EAGAIN || errno == EINTR) &&
           !atomic_load(&fake->is_ending) && clock_boot_us() < end_us);
    return got;
}

static bool read_line_end(const struct fake *fake, int fd, char *head,
                          size_t size)
{
    size_t length = 0;

    while (length + 1 < size && hear(fake, fd, head + length, 1) == 1) {
        head[++length] = '\0';
        if (length >= 4 && strcmp(head + length - 4, "\r\n\r\n") == 0)
            return true;
    }
    return false;
}

static void say(int fd, const char *text)
{
    unsigned char head[FRAME_HEAD_SIZE];
    size_t length = frame_write_head(FRAME_TEXT, strlen(text), NULL, head);

    (void)send(fd, head, length, MSG_NOSIGNAL);
    (void)send(fd, text, strlen(text), MSG_NOSIGNAL);
}

static void agree(int fd, const char *head)
{
    char key[FRAME_KEY_SIZE] = "";
    char accept[FRAME_ACCEPT_SIZE];
    char answer[512];
    const char *field = strstr(head, "Sec-WebSocket-Key: ");

    if (field)
        memcpy(key, field + 19, FRAME_KEY_SIZE - 1);
    frame_accept(key, accept);
    (void)snprintf(answer, sizeof(answer),
                   "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                   "Connection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n"
                   "Sec-WebSocket-Protocol: cclite.1\r\n\r\n",
                   accept);
    (void)send(fd, answer, strlen(answer), MSG_NOSIGNAL);
    say(fd, "{\"is\":\"hello\",\"role\":\"supervisor\",\"user_id\":7}");
}

/* Waits until so many have asked to watch; reads what comes meanwhile. */
static void hear_watches(struct fake *fake, int fd, int count)
{
    struct frame_reader reader;
    char bytes[4096];
    ssize_t got;

    frame_reader_init(&reader, true, 65536);
    while (atomic_load(&fake->watches) < count &&
           !atomic_load(&fake->is_ending) &&
           (got = hear(fake, fd, bytes, sizeof(bytes))) > 0) {
        const char *from = bytes;
        size_t length = (size_t)got;

        while (length > 0) {
            struct frame frame;
            size_t used;
            int rc = frame_read(&reader, from, length, &used, &frame);

            assert_true(rc >= 0);
            from += used;
            length -= used;
            if (rc == 1 && frame.kind == FRAME_TEXT &&
                strstr(frame.text, "\"watch\""))
                atomic_fetch_add(&fake->watches, 1);
        }
    }
    frame_reader_done(&reader);
}

static void *serve(void *arg)
{
    struct fake *fake = arg;

    while (!atomic_load(&fake->is_ending)) {
        struct pollfd fd = { .fd = fake->listener, .events = POLLIN };
        char head[4096] = "";

        if (poll(&fd, 1, 20) <= 0)
            continue;
        int client = accept(fake->listener, NULL, NULL);
        if (client < 0)
            continue;
        struct timeval bound = { .tv_usec = 100000 };
        (void)setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &bound,
                         sizeof(bound));
        if (read_line_end(fake, client, head, sizeof(head))) {
            atomic_fetch_add(&fake->connections, 1);
            if (strstr(head, "Upgrade: websocket"))
                agree(client, head);
            fake->part(fake, client);
        }
        close(client);
    }
    return NULL;
}

static void fake_start(struct fake *fake, void (*part)(struct fake *, int))
{
    static int number;
    struct sockaddr_un address = { .sun_family = AF_UNIX };

    *fake = (struct fake){ .part = part };
    (void)snprintf(fake->path, sizeof(fake->path), "/tmp/cclite-%d-%d.sock",
                   (int)getpid(), ++number);
    memcpy(address.sun_path, fake->path, strlen(fake->path) + 1);
    (void)unlink(fake->path);
    fake->listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(
        bind(fake->listener, (struct sockaddr *)&address, sizeof(address)), 0);
    assert_int_equal(listen(fake->listener, 8), 0);
    assert_int_equal(pthread_create(&fake->thread, NULL, serve, fake), 0);
}

static void fake_stop(struct fake *fake)
{
    atomic_store(&fake->is_ending, true);
    pthread_join(fake->thread, NULL);
    close(fake->listener);
    (void)unlink(fake->path);
}

static struct session *open_session(const struct fake *fake)
{
    struct session_settings settings = {
        .client = { .timeout_ms = 2000 },
        .attends = true,
        .first_wait_ms = 5,
        .longest_wait_ms = 40,
    };
    struct session *session = NULL;

    assert_int_equal(endpoint_socket(fake->path, &settings.client.endpoint), 0);
    assert_int_equal(session_open(&settings, &session), 0);
    return session;
}

/* Takes news until there is some of a kind that suits, or fails. */
static struct session_news wait_for(struct session *session,
                                    enum session_news_kind kind,
                                    bool (*suits)(struct session *,
                                                  const struct session_news *))
{
    int64_t end_us = clock_boot_us() + INT64_C(1000) * PATIENCE_MS;
    struct pollfd fd = { .fd = session_fd(session), .events = POLLIN };
    struct session_news news;

    while (clock_boot_us() < end_us) {
        while (session_next(session, &news)) {
            if (news.kind == kind && (!suits || suits(session, &news)))
                return news;
            session_news_done(&news);
        }
        (void)poll(&fd, 1, 100);
    }
    fail_msg("no such news in time");
    return news;
}

static bool is_live(struct session *session, const struct session_news *news)
{
    (void)news;
    return session_link(session)->state == SESSION_LIVE;
}

static bool is_offline(struct session *session, const struct session_news *news)
{
    (void)news;
    return session_link(session)->state == SESSION_OFFLINE;
}

static bool topic_is_live(struct session *session,
                          const struct session_news *news)
{
    return replica_state(session_replica(session), news->topic) == REPLICA_LIVE;
}

#define ROWS(more) "{\"is\":\"rows\",\"topic\":\"dispositions\"," more "}"
#define ROW(id, name)                                                          \
    "{\"id\":" id ",\"rev\":1,\"age_us\":0,\"fields\":{\"id\":" id             \
    ",\"name\":\"" name "\"}}"

static const char *name_of(const struct session *session, uint64_t id)
{
    const struct replica_row *row =
        replica_find(session_replica(session), TOPIC_DISPOSITIONS, id);

    return row ? ((const struct event_disposition_set *)row->fields)->name.text
               : "";
}

/* Sends 1, 2, 4: the third is lost. Asked again, it tells all. */
static void lose_a_message(struct fake *fake, int fd)
{
    hear_watches(fake, fd, 1);
    say(fd, ROWS("\"n\":1,\"first\":true,\"last\":true,\"rows\":[" ROW(
                "1", "a") "]"));
    say(fd, ROWS("\"n\":2,\"rows\":[" ROW("1", "b") "]"));
    say(fd, ROWS("\"n\":4,\"rows\":[" ROW("1", "d") "]"));
    hear_watches(fake, fd, 2);
    say(fd, ROWS("\"n\":5,\"rows\":[" ROW("1", "e") "]")); /* of before */
    say(fd, ROWS("\"n\":1,\"first\":true,\"last\":true,\"rows\":[" ROW(
                "2", "new") "]"));
    hear_watches(fake, fd, 1000);
}

static bool is_new(struct session *session, const struct session_news *news)
{
    (void)news;
    return strcmp(name_of(session, 2), "new") == 0;
}

static void a_gap_makes_the_session_ask_again(void **state)
{
    struct fake fake;

    (void)state;
    fake_start(&fake, lose_a_message);
    struct session *session = open_session(&fake);
    assert_int_equal(session_watch(session, TOPIC_DISPOSITIONS, NULL), 0);
    (void)wait_for(session, SESSION_NEWS_ROW, is_new);
    assert_int_equal(atomic_load(&fake.watches), 2);
    assert_int_equal(atomic_load(&fake.connections), 1);
    (void)wait_for(session, SESSION_NEWS_ROW, NULL); /* 1 goes */
    assert_string_equal(name_of(session, 1), "");
    assert_null(session_close(session));
    fake_stop(&fake);
}

/* Each connection: one whole topic, and then nonsense. */
static void talk_nonsense(struct fake *fake, int fd)
{
    int turn = atomic_load(&fake->connections);

    hear_watches(fake, fd, turn);
    say(fd, ROWS("\"n\":1,\"first\":true,\"last\":true,\"rows\":[" ROW(
                "1", "a") "]"));
    if (turn == 1)
        say(fd, "no JSON");
    else if (turn == 2)
        (void)send(fd, "\xff\xff\xff\xff", 4, MSG_NOSIGNAL);
    else if (turn == 3)
        say(fd, ROWS("\"n\":2,\"rows\":7"));
    if (turn != 4) /* the other end hangs up */
        hear_watches(fake, fd, 1000);
}

static void nonsense_is_left_and_come_back_from(void **state)
{
    struct fake fake;

    (void)state;
    fake_start(&fake, talk_nonsense);
    struct session *session = open_session(&fake);
    assert_int_equal(session_watch(session, TOPIC_DISPOSITIONS, NULL), 0);
    for (int turn = 1; turn <= 4; turn++) {
        (void)wait_for(session, SESSION_NEWS_LINK, is_offline);
        assert_int_equal(session_link(session)->reason,
                         turn < 4 ? -EPROTO : -ECONNRESET);
        assert_int_equal(
            replica_state(session_replica(session), TOPIC_DISPOSITIONS),
            REPLICA_STALE);
        assert_string_equal(name_of(session, 1), "a");
        (void)wait_for(session, SESSION_NEWS_LINK, is_live);
    }
    (void)wait_for(session, SESSION_NEWS_TOPIC, topic_is_live);
    assert_int_equal(session_link(session)->role, ROLE_SUPERVISOR);
    assert_int_equal(session_link(session)->user_id, 7);
    assert_null(session_close(session));
    fake_stop(&fake);
}

/* A flood: more messages than the box may hold, of which none is lost. */
enum { FLOOD = 3 * SESSION_MAX_NEWS };

static void flood(struct fake *fake, int fd)
{
    char text[256];

    hear_watches(fake, fd, 1);
    for (int n = 1; n <= FLOOD && !atomic_load(&fake->is_ending); n++) {
        (void)snprintf(text, sizeof(text),
                       ROWS("\"n\":%d%s,\"rows\":[{\"id\":1,\"fields\":{"
                            "\"name\":\"f%d\"}}]"),
                       n, n == 1 ? ",\"first\":true,\"last\":true" : "", n);
        say(fd, text);
    }
    hear_watches(fake, fd, 1000);
}

static bool is_last_of_flood(struct session *session,
                             const struct session_news *news)
{
    char name[16];

    (void)news;
    (void)snprintf(name, sizeof(name), "f%d", FLOOD);
    return strcmp(name_of(session, 1), name) == 0;
}

static void a_screen_that_does_not_look_is_not_flooded(void **state)
{
    struct fake fake;

    (void)state;
    fake_start(&fake, flood);
    struct session *session = open_session(&fake);
    assert_int_equal(session_watch(session, TOPIC_DISPOSITIONS, NULL), 0);
    (void)wait_for(session, SESSION_NEWS_ROW, NULL);
    (void)wait_for(session, SESSION_NEWS_ROW, is_last_of_flood);
    assert_int_equal(atomic_load(&fake.watches), 1); /* no gap */
    assert_null(session_close(session));
    fake_stop(&fake);
}

/* What is asked of a server that only speaks WebSocket is lost, and said. */
static void hang_up(struct fake *fake, int fd)
{
    (void)fake;
    (void)fd;
}

static void commands_are_answered_whatever_becomes_of_them(void **state)
{
    const struct client_request request = { .method = "POST",
                                            .path = "/api/x",
                                            .body = "{}" };
    struct fake fake;
    uint64_t ticket;

    (void)state;
    fake_start(&fake, hang_up);
    struct session *session = open_session(&fake);
    for (uint64_t n = 1; n <= 3; n++) {
        assert_int_equal(session_ask(session, &request, &ticket), 0);
        assert_int_equal(ticket, n);
    }
    for (uint64_t n = 1; n <= 3; n++) {
        struct session_news news = wait_for(session, SESSION_NEWS_REPLY, NULL);
        assert_int_equal(news.ticket, n); /* in the order asked */
        assert_true(news.rc < 0);
        session_news_done(&news);
    }
    assert_null(session_close(session));
    fake_stop(&fake);
}

/* Closed at once, and while it waits to come back. */
static void a_session_may_end_at_any_time(void **state)
{
    struct fake fake;

    (void)state;
    fake_start(&fake, hang_up);
    for (int i = 0; i < 20; i++) {
        struct session *session = open_session(&fake);

        (void)session_watch(session, TOPIC_AGENTS, "state = paused");
        session_stall(session, true);
        (void)session_follow(session, 5, NULL);
        if (i % 2 == 0)
            (void)wait_for(session, SESSION_NEWS_LINK, is_offline);
        session_unwatch(session, TOPIC_AGENTS);
        assert_null(session_close(session));
    }
    fake_stop(&fake);
    assert_null(session_close(NULL));
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_gap_makes_the_session_ask_again);
    TEST_LIST_ADD(&list, nonsense_is_left_and_come_back_from);
    TEST_LIST_ADD(&list, a_screen_that_does_not_look_is_not_flooded);
    TEST_LIST_ADD(&list, commands_are_answered_whatever_becomes_of_them);
    TEST_LIST_ADD(&list, a_session_may_end_at_any_time);
    return test_list_run(&list);
}
