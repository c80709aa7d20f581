/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sockets, polls, and a header of twelve octets. */

#include "tests/media/peer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "tests/test.h"

int64_t test_now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * INT64_C(1000) + now.tv_nsec / 1000000;
}

static struct sockaddr_in loopback(uint16_t port)
{
    return (struct sockaddr_in){
        .sin_family = AF_INET,
        .sin_port = htons(port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
    };
}

static int bind_to(uint16_t port)
{
    struct sockaddr_in at = loopback(port);
    int size = 1 << 20;
    int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

    assert_true(fd >= 0);
    setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof(size));
    if (bind(fd, (struct sockaddr *)&at, sizeof(at)) < 0) {
        close(fd);
        return -1;
    }
    return fd;
}

static uint16_t port_of(int fd)
{
    struct sockaddr_in at;
    socklen_t length = sizeof(at);

    assert_int_equal(getsockname(fd, (struct sockaddr *)&at, &length), 0);
    return ntohs(at.sin_port);
}

void peer_open(struct peer *peer)
{
    static uint32_t next_ssrc = 0x1000;

    *peer = (struct peer){ .rtcp_fd = -1, .ssrc = next_ssrc++ };
    for (int tries = 0; peer->rtcp_fd < 0; tries++) {
        assert_true(tries < 100);
        peer->fd = bind_to(0);
        peer->port = port_of(peer->fd);
        if (peer->port % 2 == 0)
            peer->rtcp_fd = bind_to((uint16_t)(peer->port + 1));
        if (peer->rtcp_fd < 0)
            close(peer->fd);
    }
}

void peer_close(struct peer *peer)
{
    close(peer->fd);
    close(peer->rtcp_fd);
}

void peer_send_raw(int fd, uint16_t to_port, const uint8_t *bytes,
                   size_t length)
{
    struct sockaddr_in to = loopback(to_port);

    /* Refused means that nobody listens: as on a network, nobody tells. */
    (void)!sendto(fd, bytes, length, 0, (struct sockaddr *)&to, sizeof(to));
}

void peer_send(struct peer *peer, uint16_t to_port, const uint8_t *payload,
               size_t length)
{
    uint8_t bytes[1600] = { 0x80, peer->payload_type };
    uint16_t sequence = htons(peer->sequence++);
    uint32_t timestamp = htonl(peer->timestamp);
    uint32_t ssrc = htonl(peer->ssrc);

    assert_true(length <= sizeof(bytes) - 12);
    memcpy(bytes + 2, &sequence, 2);
    memcpy(bytes + 4, &timestamp, 4);
    memcpy(bytes + 8, &ssrc, 4);
    memcpy(bytes + 12, payload, length);
    peer->timestamp += PEER_FRAME;
    peer_send_raw(peer->fd, to_port, bytes, 12 + length);
}

void peer_send_octet(struct peer *peer, uint16_t to_port, uint8_t octet)
{
    uint8_t payload[PEER_FRAME];

    memset(payload, octet, sizeof(payload));
    peer_send(peer, to_port, payload, sizeof(payload));
}

bool peer_hear(struct peer *peer, struct heard *ret_heard, int within_ms)
{
    struct pollfd wait = { .fd = peer->fd, .events = POLLIN };
    uint8_t bytes[1600];
    uint16_t sequence;
    uint32_t timestamp, ssrc;

    if (poll(&wait, 1, within_ms) != 1)
        return false;

    ssize_t length = recv(peer->fd, bytes, sizeof(bytes), 0);

    assert_true(length >= 12);
    assert_int_equal(bytes[0], 0x80);
    memcpy(&sequence, bytes + 2, 2);
    memcpy(&timestamp, bytes + 4, 4);
    memcpy(&ssrc, bytes + 8, 4);
    *ret_heard = (struct heard){
        .length = (size_t)length - 12,
        .payload_type = bytes[1] & 0x7f,
        .marker = bytes[1] >> 7,
        .sequence = ntohs(sequence),
        .timestamp = ntohl(timestamp),
        .ssrc = ntohl(ssrc),
    };
    memcpy(ret_heard->payload, bytes + 12, ret_heard->length);
    return true;
}

void peer_forget(struct peer *peer)
{
    struct heard heard;

    while (peer_hear(peer, &heard, 0))
        continue;
}

struct media_description peer_description(const struct peer *peer)
{
    struct media_description description = {
        .formats = { { MEDIA_PCMU, 0 }, { MEDIA_PCMA, 8 } },
        .format_count = 2,
        .event_type = 101,
        .event_clock_hz = 8000,
        .ptime_ms = 20,
        .direction = MEDIA_BOTH_WAYS,
    };
    struct sockaddr_in at = loopback(peer->port);

    memcpy(&description.rtp, &at, sizeof(at));
    return description;
}

struct media_settings desk_settings(void)
{
    struct media_settings settings;
    struct sockaddr_in at = loopback(0);

    media_settings_default(&settings);
    memcpy(&settings.bind, &at, sizeof(at));
    settings.rtp_timeout_ms = 0;
    settings.keep_alive_ms = 0;
    settings.quarantine_ms = 0;
    return settings;
}

void desk_open(struct desk *desk, const struct media_settings *settings)
{
    desk->count = 0;
    desk->tag = 0;
    assert_int_equal(media_new(settings, &desk->media), 0);
}

void desk_close(struct desk *desk)
{
    desk->media = media_free(desk->media);
}

void desk_poll(struct desk *desk, int within_ms)
{
    struct pollfd wait = { .fd = media_event_fd(desk->media),
                           .events = POLLIN };

    if (poll(&wait, 1, within_ms) <= 0)
        return;

    while (media_next_event(desk->media, &desk->events[desk->count]))
        assert_true(++desk->count < ARRAY_LEN(desk->events));
}

static bool take(struct desk *desk, enum media_event_type type,
                 struct media_stream_id stream, uint64_t tag,
                 struct media_event *ret_event)
{
    for (size_t i = 0; i < desk->count; i++) {
        const struct media_event *event = &desk->events[i];

        if (event->type != type ||
            (type == MEDIA_ANSWER
                 ? event->tag != tag
                 : event->stream.slot != stream.slot ||
                       event->stream.generation != stream.generation))
            continue;

        *ret_event = *event;
        memmove(&desk->events[i], &desk->events[i + 1],
                (--desk->count - i) * sizeof(desk->events[0]));
        return true;
    }

    return false;
}

static struct media_event await(struct desk *desk, enum media_event_type type,
                                struct media_stream_id stream, uint64_t tag)
{
    struct media_event event = { 0 };
    int64_t end_ms = test_now_ms() + PATIENCE_MS;

    while (!take(desk, type, stream, tag, &event)) {
        assert_true(test_now_ms() < end_ms);
        desk_poll(desk, 100);
    }

    return event;
}

int desk_result(struct desk *desk, int accepted)
{
    assert_int_equal(accepted, 0);
    return await(desk, MEDIA_ANSWER, (struct media_stream_id){ 0 }, desk->tag)
        .result;
}

struct media_event desk_event(struct desk *desk, enum media_event_type type,
                              struct media_stream_id stream)
{
    return await(desk, type, stream, 0);
}

size_t desk_count(struct desk *desk, enum media_event_type type)
{
    size_t count = 0;

    desk_poll(desk, 0);
    for (size_t i = 0; i < desk->count; i++)
        count += desk->events[i].type == type;

    return count;
}

struct media_stream_id desk_stream(struct desk *desk, const struct peer *peer,
                                   uint16_t *ret_port)
{
    struct media_description description = peer_description(peer);
    struct media_stream_id id, none = { 0 };

    assert_int_equal(media_open(desk->media, none, &id, ret_port), 0);
    assert_int_equal(
        desk_result(desk, media_connect(desk->media, id, TAG(desk),
                                        &description, &description)),
        0);
    return id;
}
