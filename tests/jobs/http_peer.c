/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thread, one connection after the other. */

#include "tests/jobs/http_peer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/test.h"

enum { HEARD_SIZE = 8192, MAX_SILENT = 32 };

struct http_peer {
    pthread_t thread;
    pthread_mutex_t lock;
    const char *answer;
    char heard[HEARD_SIZE];
    int count;
    bool is_ending;
    int fd;
    int port;
    int silent[MAX_SILENT];
    int silent_count;
};

static bool is_whole(const char *text)
{
    const char *body = strstr(text, "\r\n\r\n");
    const char *length = strstr(text, "Content-Length: ");

    return body &&
           (!length || (long)strlen(body + 4) >= strtol(length + 16, NULL, 10));
}

static void hear(struct http_peer *peer, int fd)
{
    char text[HEARD_SIZE] = "";
    size_t length = 0;
    ssize_t got = 1;

    while (got > 0 && !is_whole(text) && length < sizeof(text) - 1) {
        got = recv(fd, text + length, sizeof(text) - 1 - length, 0);
        if (got > 0)
            length += (size_t)got;
        text[length] = '\0';
    }

    pthread_mutex_lock(&peer->lock);
    memcpy(peer->heard, text, sizeof(text));
    peer->count++;
    pthread_mutex_unlock(&peer->lock);
}

static void serve(struct http_peer *peer, int fd)
{
    const char *answer;

    hear(peer, fd);
    pthread_mutex_lock(&peer->lock);
    answer = peer->answer;
    pthread_mutex_unlock(&peer->lock);
    if (!answer && peer->silent_count < MAX_SILENT) {
        peer->silent[peer->silent_count++] = fd;
        return;
    }
    if (answer)
        (void)send(fd, answer, strlen(answer), MSG_NOSIGNAL);
    shutdown(fd, SHUT_WR);
    close(fd);
}

static bool is_over(struct http_peer *peer)
{
    pthread_mutex_lock(&peer->lock);
    bool is_ending = peer->is_ending;
    pthread_mutex_unlock(&peer->lock);
    return is_ending;
}

static void *run(void *arg)
{
    struct http_peer *peer = arg;

    while (!is_over(peer)) {
        struct pollfd watched = { .fd = peer->fd, .events = POLLIN };

        if (poll(&watched, 1, 20) > 0) {
            int fd = accept(peer->fd, NULL, NULL);

            if (fd >= 0)
                serve(peer, fd);
        }
    }

    return NULL;
}

struct http_peer *http_peer_new(const char *answer)
{
    struct sockaddr_in at = { .sin_family = AF_INET };
    socklen_t length = sizeof(at);
    struct http_peer *peer = calloc(1, sizeof(*peer));

    assert_non_null(peer);
    peer->answer = answer;
    pthread_mutex_init(&peer->lock, NULL);
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    peer->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(peer->fd, (const struct sockaddr *)&at, sizeof(at)),
                     0);
    assert_int_equal(listen(peer->fd, 64), 0);
    assert_int_equal(getsockname(peer->fd, (struct sockaddr *)&at, &length), 0);
    peer->port = ntohs(at.sin_port);
    assert_int_equal(pthread_create(&peer->thread, NULL, run, peer), 0);
    return peer;
}

void http_peer_answer(struct http_peer *peer, const char *answer)
{
    pthread_mutex_lock(&peer->lock);
    peer->answer = answer;
    pthread_mutex_unlock(&peer->lock);
}

int http_peer_port(const struct http_peer *peer)
{
    return peer->port;
}

const char *http_peer_heard(struct http_peer *peer)
{
    return peer->heard;
}

int http_peer_count(struct http_peer *peer)
{
    pthread_mutex_lock(&peer->lock);
    int count = peer->count;
    pthread_mutex_unlock(&peer->lock);
    return count;
}

void http_peer_free(struct http_peer *peer)
{
    pthread_mutex_lock(&peer->lock);
    peer->is_ending = true;
    pthread_mutex_unlock(&peer->lock);
    pthread_join(peer->thread, NULL);
    for (int i = 0; i < peer->silent_count; i++)
        close(peer->silent[i]);
    close(peer->fd);
    pthread_mutex_destroy(&peer->lock);
    free(peer);
}
