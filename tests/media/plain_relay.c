/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <arpa/inet.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "plain_relay.h"

enum {
    EVENTS = 64,
    LONGEST_PACKET = 2048,
    TURN_MS = 100,
};

struct leg {
    int fd;
    struct sockaddr_in peer;
    struct leg *other;
};

struct plain_relay {
    pthread_t thread;
    atomic_bool stops;
    int epoll;
    int open;
    struct leg legs[];
};

static void relay_one(const struct leg *leg)
{
    char packet[LONGEST_PACKET];
    struct sockaddr_in from;
    socklen_t length = sizeof(from);
    ssize_t size = recvfrom(leg->fd, packet, sizeof(packet), 0,
                            (struct sockaddr *)&from, &length);

    if (size > 0)
        (void)sendto(leg->other->fd, packet, (size_t)size, 0,
                     (const struct sockaddr *)&leg->other->peer,
                     sizeof(leg->other->peer));
}

static void *run(void *arg)
{
    struct plain_relay *relay = arg;
    struct epoll_event events[EVENTS];

    while (!atomic_load(&relay->stops)) {
        int count = epoll_wait(relay->epoll, events, EVENTS, TURN_MS);

        for (int i = 0; i < count; i++)
            relay_one(events[i].data.ptr);
    }
    return NULL;
}

static int open_leg(struct plain_relay *relay, struct leg *leg,
                    in_port_t *ret_port)
{
    struct sockaddr_in at = { .sin_family = AF_INET,
                              .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t length = sizeof(at);
    struct epoll_event event = { .events = EPOLLIN, .data.ptr = leg };

    leg->fd = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (leg->fd < 0)
        return -1;
    relay->open++;
    if (bind(leg->fd, (struct sockaddr *)&at, sizeof(at)) < 0 ||
        getsockname(leg->fd, (struct sockaddr *)&at, &length) < 0)
        return -1;
    *ret_port = ntohs(at.sin_port);
    return epoll_ctl(relay->epoll, EPOLL_CTL_ADD, leg->fd, &event);
}

static void close_all(struct plain_relay *relay)
{
    for (int i = 0; i < relay->open; i++)
        close(relay->legs[i].fd);
    close(relay->epoll);
    free(relay);
}

struct plain_relay *plain_relay_new(int streams,
                                    const struct sockaddr_in *peers,
                                    in_port_t *ret_ports)
{
    struct plain_relay *relay =
        calloc(1, sizeof(*relay) + (size_t)streams * sizeof(relay->legs[0]));
    int rc = 0;

    if (!relay)
        return NULL;
    relay->epoll = epoll_create1(EPOLL_CLOEXEC);
    for (int i = 0; i < streams && rc == 0; i++) {
        relay->legs[i].peer = peers[i];
        relay->legs[i].other = &relay->legs[i ^ 1];
        rc = open_leg(relay, &relay->legs[i], &ret_ports[i]);
    }
    if (rc == 0 && pthread_create(&relay->thread, NULL, run, relay) == 0)
        return relay;
    close_all(relay);
    return NULL;
}

void plain_relay_free(struct plain_relay *relay)
{
    atomic_store(&relay->stops, true);
    pthread_join(relay->thread, NULL);
    close_all(relay);
}
