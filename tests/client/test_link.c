/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a session notices that its server is gone, and how it comes back. */

#include "tests/client/fake_server.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "tests/test.h"
#include "wire/frame.h"

static struct session *open_with(const struct fake *fake,
                                 struct session_settings settings)
{
    struct session *session = NULL;

    settings.client.timeout_ms =
        settings.client.timeout_ms ? settings.client.timeout_ms : 2000;
    assert_int_equal(endpoint_socket(fake->path, &settings.client.endpoint), 0);
    assert_int_equal(session_open(&settings, &session), 0);
    return session;
}

static void stay(struct fake *fake, int fd)
{
    fake_hear_watches(fake, fd, 1000);
}

/* Reads, and never says anything, not even yes. */
static void accepts_and_says_nothing(struct fake *fake, int fd)
{
    char bytes[256];

    while (!atomic_load(&fake->is_ending) &&
           fake_hear(fake, fd, bytes, sizeof(bytes)) > 0)
        continue;
}

static void a_server_that_only_accepts_is_given_up(void **state)
{
    struct fake fake;

    (void)state;
    fake_start(&fake, accepts_and_says_nothing);
    fake.is_mute = true;
    struct session *session = open_with(
        &fake, (struct session_settings){ .client = { .timeout_ms = 200 },
                                          .first_wait_ms = 5,
                                          .longest_wait_ms = 5 });
    for (int i = 1; i <= 2; i++) {
        (void)fake_wait(session, SESSION_NEWS_LINK, fake_is_offline);
        assert_int_equal(session_link(session)->reason, -ETIMEDOUT);
        assert_int_equal(session_link(session)->next_try, i);
    }
    assert_int_equal(session_heard_us(session), 0);
    session_close(session);
    fake_stop(&fake);
}

static bool is_offline_or_live(struct session *session,
                               const struct session_news *news)
{
    return fake_is_offline(session, news) || fake_is_live(session, news);
}

/* Half a frame every moment is no sign of life. */
static void stops_in_mid_frame(struct fake *fake, int fd)
{
    char bytes[256];
    unsigned char head[FRAME_HEAD_SIZE];
    size_t length = frame_write_head(FRAME_TEXT, 60000, NULL, head);

    (void)send(fd, head, length, MSG_NOSIGNAL);
    while (!atomic_load(&fake->is_ending) &&
           send(fd, "x", 1, MSG_NOSIGNAL) == 1)
        if (recv(fd, bytes, sizeof(bytes), 0) == 0)
            return;
}

static void falls_silent(struct fake *fake, int fd)
{
    accepts_and_says_nothing(fake, fd);
}

static void a_server_that_stops_is_noticed(void **state)
{
    static void (*const parts[])(struct fake *, int) = { falls_silent,
                                                         stops_in_mid_frame };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        struct fake fake;

        fake_start(&fake, parts[i]);
        struct session *session =
            open_with(&fake, (struct session_settings){ .silence_ms = 300,
                                                        .first_wait_ms = 5,
                                                        .longest_wait_ms = 5 });
        (void)fake_wait(session, SESSION_NEWS_LINK, fake_is_live);
        (void)fake_wait(session, SESSION_NEWS_LINK, fake_is_offline);
        assert_int_equal(session_link(session)->reason, -ETIMEDOUT);
        (void)fake_wait(session, SESSION_NEWS_LINK, fake_is_live);
        session_close(session);
        fake_stop(&fake);
    }
}

/* Waits until the server has heard a text, in one frame. */
static void hear_text(struct fake *fake, int fd, const char *text)
{
    struct frame_reader reader;
    char bytes[4096];
    bool is_heard = false;
    ssize_t got;

    frame_reader_init(&reader, true, 65536);
    while (!is_heard && !atomic_load(&fake->is_ending) &&
           (got = fake_hear(fake, fd, bytes, sizeof(bytes))) > 0) {
        const char *from = bytes;
        size_t length = (size_t)got;

        while (length > 0) {
            struct frame frame;
            size_t used;
            int rc = frame_read(&reader, from, length, &used, &frame);

            assert_true(rc >= 0);
            from += used;
            length -= used;
            is_heard |= rc == 1 && frame.kind == FRAME_TEXT &&
                        strcmp(frame.text, text) == 0;
        }
    }
    frame_reader_done(&reader);
    assert_true(is_heard || atomic_load(&fake->is_ending));
}

/* The first connection hears it, and hangs up; the second hears it as well,
 * and then that it is over. */
static void hears_of_the_stall(struct fake *fake, int fd)
{
    hear_text(fake, fd, "{\"do\":\"stall\",\"stalled\":true}");
    atomic_fetch_add(&fake->watches, 1);
    if (atomic_load(&fake->connections) == 1)
        return;
    fake_say(fd, "{\"is\":\"notice\"}");
    hear_text(fake, fd, "{\"do\":\"stall\",\"stalled\":false}");
    atomic_fetch_add(&fake->watches, 1);
    fake_say(fd, "{\"is\":\"notice\"}");
    stay(fake, fd);
}

static void a_stalled_terminal_is_told_and_told_again(void **state)
{
    struct fake fake;

    (void)state;
    fake_start(&fake, hears_of_the_stall);
    struct session *session = fake_session(&fake);
    (void)fake_wait(session, SESSION_NEWS_LINK, fake_is_live);
    session_stall(session, true);
    (void)fake_wait(session, SESSION_NEWS_NOTICE, NULL);
    assert_int_equal(atomic_load(&fake.connections), 2);
    session_stall(session, false);
    (void)fake_wait(session, SESSION_NEWS_NOTICE, NULL);
    assert_int_equal(atomic_load(&fake.watches), 3);
    session_close(session);
    fake_stop(&fake);
}

static const struct client_request question = { .method = "GET",
                                                .path = "/api/x" };

/* One address leads nowhere: the other one is tried, and asked. */
static void addresses_are_tried_in_turn(void **state)
{
    struct fake fake, nobody = { .path = "/tmp/cclite-nobody.sock" };
    struct session_settings settings = { .first_wait_ms = 5,
                                         .longest_wait_ms = 5,
                                         .other_count = 1 };

    (void)state;
    fake_start(&fake, stay);
    assert_int_equal(endpoint_socket(fake.path, &settings.others[0]), 0);
    struct session *session = open_with(&nobody, settings);
    assert_string_equal(endpoint_name(session_server(session, 0)), nobody.path);
    (void)fake_wait(session, SESSION_NEWS_LINK, is_offline_or_live);
    assert_int_equal(session_link(session)->state, SESSION_OFFLINE);
    assert_int_equal(session_link(session)->reason, -ENOTCONN);
    assert_int_equal(session_link(session)->server, 0);
    (void)fake_wait(session, SESSION_NEWS_LINK, fake_is_live);
    assert_int_equal(session_link(session)->server, 1);
    assert_string_equal(endpoint_name(session_server(session, 1)), fake.path);

    /* a request goes there too: it is busy, and not out of reach */
    assert_int_equal(session_ask(session, &question, NULL), 0);
    struct session_news news = fake_wait(session, SESSION_NEWS_REPLY, NULL);
    assert_int_equal(news.rc, -ETIMEDOUT);
    session_news_done(&news);
    session_close(session);
    fake_stop(&fake);
}

/* The wait is drawn from 0 to 1000 s: in one of fifty runs it is shorter than
 * the patience of this test, which then shows nothing. */
static void nobody_has_to_wait(void **state)
{
    struct fake fake, nobody = { .path = "/tmp/cclite-nobody.sock" };
    struct session_settings settings = { .first_wait_ms = 1000000,
                                         .longest_wait_ms = 1000000,
                                         .other_count = 1 };

    (void)state;
    fake_start(&fake, stay);
    assert_int_equal(endpoint_socket(fake.path, &settings.others[0]), 0);
    struct session *session = open_with(&nobody, settings);
    (void)fake_wait(session, SESSION_NEWS_LINK, fake_is_offline);
    assert_true(session_link(session)->next_try_us > 0);
    session_retry(session);
    (void)fake_wait(session, SESSION_NEWS_LINK, fake_is_live);
    assert_int_equal(session_link(session)->next_try_us, 0);
    assert_int_equal(session_link(session)->next_try, 0);
    session_retry(session); /* nothing to do */
    session_close(session);
    fake_stop(&fake);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_server_that_only_accepts_is_given_up);
    TEST_LIST_ADD(&list, a_server_that_stops_is_noticed);
    TEST_LIST_ADD(&list, a_stalled_terminal_is_told_and_told_again);
    TEST_LIST_ADD(&list, addresses_are_tried_in_turn);
    TEST_LIST_ADD(&list, nobody_has_to_wait);
    return test_list_run(&list);
}
