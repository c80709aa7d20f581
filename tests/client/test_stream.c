/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session against a server of the test's own, which can do what ours never
   does: lose messages, say nonsense, hang up in the middle. */

#include "tests/client/fake_server.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#include "tests/test.h"

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
    fake_hear_watches(fake, fd, 1);
    fake_say(fd, ROWS("\"n\":1,\"first\":true,\"last\":true,\"rows\":[" ROW(
                     "1", "a") "]"));
    fake_say(fd, ROWS("\"n\":2,\"rows\":[" ROW("1", "b") "]"));
    fake_say(fd, ROWS("\"n\":4,\"rows\":[" ROW("1", "d") "]"));
    fake_hear_watches(fake, fd, 2);
    fake_say(fd, ROWS("\"n\":5,\"rows\":[" ROW("1", "e") "]")); /* of before */
    fake_say(fd, ROWS("\"n\":1,\"first\":true,\"last\":true,\"rows\":[" ROW(
                     "2", "new") "]"));
    fake_hear_watches(fake, fd, 1000);
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
    struct session *session = fake_session(&fake);
    assert_int_equal(session_watch(session, TOPIC_DISPOSITIONS, NULL), 0);
    (void)fake_wait(session, SESSION_NEWS_ROW, is_new);
    assert_int_equal(atomic_load(&fake.watches), 2);
    assert_int_equal(atomic_load(&fake.connections), 1);
    (void)fake_wait(session, SESSION_NEWS_ROW, NULL); /* 1 goes */
    assert_string_equal(name_of(session, 1), "");
    assert_null(session_close(session));
    fake_stop(&fake);
}

/* Each connection: one whole topic, and then nonsense. */
static void talk_nonsense(struct fake *fake, int fd)
{
    int turn = atomic_load(&fake->connections);

    fake_hear_watches(fake, fd, turn);
    fake_say(fd, ROWS("\"n\":1,\"first\":true,\"last\":true,\"rows\":[" ROW(
                     "1", "a") "]"));
    if (turn == 1)
        fake_say(fd, "no JSON");
    else if (turn == 2)
        (void)send(fd, "\xff\xff\xff\xff", 4, MSG_NOSIGNAL);
    else if (turn == 3)
        fake_say(fd, ROWS("\"n\":2,\"rows\":7"));
    if (turn != 4) /* the other end hangs up */
        fake_hear_watches(fake, fd, 1000);
}

static void nonsense_is_left_and_come_back_from(void **state)
{
    struct fake fake;

    (void)state;
    fake_start(&fake, talk_nonsense);
    struct session *session = fake_session(&fake);
    assert_int_equal(session_watch(session, TOPIC_DISPOSITIONS, NULL), 0);
    for (int turn = 1; turn <= 4; turn++) {
        (void)fake_wait(session, SESSION_NEWS_LINK, fake_is_offline);
        assert_int_equal(session_link(session)->reason,
                         turn < 4 ? -EPROTO : -ECONNRESET);
        assert_int_equal(
            replica_state(session_replica(session), TOPIC_DISPOSITIONS),
            REPLICA_STALE);
        assert_string_equal(name_of(session, 1), "a");
        (void)fake_wait(session, SESSION_NEWS_LINK, fake_is_live);
    }
    (void)fake_wait(session, SESSION_NEWS_TOPIC, topic_is_live);
    assert_int_equal(session_link(session)->role, ROLE_SUPERVISOR);
    assert_int_equal(session_link(session)->user_id, 7);
    assert_true(session_heard_us(session) > 0);
    assert_null(session_close(session));
    fake_stop(&fake);
}

/* A flood: more messages than the box may hold, of which none is lost. */
enum { FLOOD = 3 * SESSION_MAX_NEWS };

static void flood(struct fake *fake, int fd)
{
    char text[256];

    fake_hear_watches(fake, fd, 1);
    for (int n = 1; n <= FLOOD && !atomic_load(&fake->is_ending); n++) {
        (void)snprintf(text, sizeof(text),
                       ROWS("\"n\":%d%s,\"rows\":[{\"id\":1,\"fields\":{"
                            "\"name\":\"f%d\"}}]"),
                       n, n == 1 ? ",\"first\":true,\"last\":true" : "", n);
        fake_say(fd, text);
    }
    fake_hear_watches(fake, fd, 1000);
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
    struct session *session = fake_session(&fake);
    assert_int_equal(session_watch(session, TOPIC_DISPOSITIONS, NULL), 0);
    (void)fake_wait(session, SESSION_NEWS_ROW, NULL);
    (void)fake_wait(session, SESSION_NEWS_ROW, is_last_of_flood);
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
    struct session *session = fake_session(&fake);
    for (uint64_t n = 1; n <= 3; n++) {
        assert_int_equal(session_ask(session, &request, &ticket), 0);
        assert_int_equal(ticket, n);
    }
    for (uint64_t n = 1; n <= 3; n++) {
        struct session_news news = fake_wait(session, SESSION_NEWS_REPLY, NULL);
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
        struct session *session = fake_session(&fake);

        (void)session_watch(session, TOPIC_AGENTS, "state = paused");
        session_stall(session, true);
        (void)session_follow(session, 5, NULL);
        if (i % 2 == 0)
            (void)fake_wait(session, SESSION_NEWS_LINK, fake_is_offline);
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
