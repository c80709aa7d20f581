/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A server of one thread, that plays a part for each connection. */

#include "tests/client/fake_server.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/clock.h"
#include "tests/test.h"
#include "wire/frame.h"

enum { PATIENCE_MS = 60000 };

/* As recv(), however long the other end takes: the socket's own bound is there
   to see that all is over. */
ssize_t fake_hear(const struct fake *fake, int fd, char *bytes, size_t size)
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

    while (length + 1 < size && fake_hear(fake, fd, head + length, 1) == 1) {
        head[++length] = '\0';
        if (length >= 4 && strcmp(head + length - 4, "\r\n\r\n") == 0)
            return true;
    }
    return false;
}

void fake_say(int fd, const char *text)
{
    unsigned char head[FRAME_HEAD_SIZE];
    size_t length = frame_write_head(FRAME_TEXT, strlen(text), NULL, head);

    (void)send(fd, head, length, MSG_NOSIGNAL);
    (void)send(fd, text, strlen(text), MSG_NOSIGNAL);
}

void fake_agree(int fd, const char *head)
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
    fake_say(fd, "{\"is\":\"hello\",\"role\":\"supervisor\",\"user_id\":7}");
}

/* Waits until so many have asked to watch; reads what comes meanwhile. */
void fake_hear_watches(struct fake *fake, int fd, int count)
{
    struct frame_reader reader;
    char bytes[4096];
    ssize_t got;

    frame_reader_init(&reader, true, 65536);
    while (atomic_load(&fake->watches) < count &&
           !atomic_load(&fake->is_ending) &&
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
            if (!fake->is_mute && strstr(head, "Upgrade: websocket"))
                fake_agree(client, head);
            fake->part(fake, client);
        }
        close(client);
    }
    return NULL;
}

void fake_start(struct fake *fake, void (*part)(struct fake *, int))
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

void fake_stop(struct fake *fake)
{
    atomic_store(&fake->is_ending, true);
    pthread_join(fake->thread, NULL);
    close(fake->listener);
    (void)unlink(fake->path);
}

struct session *fake_session(const struct fake *fake)
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
struct session_news fake_wait(struct session *session,
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

bool fake_is_live(struct session *session, const struct session_news *news)
{
    (void)news;
    return session_link(session)->state == SESSION_LIVE;
}

bool fake_is_offline(struct session *session, const struct session_news *news)
{
    (void)news;
    return session_link(session)->state == SESSION_OFFLINE;
}
