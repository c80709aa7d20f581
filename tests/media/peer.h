/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A phone's media side for tests: plain sockets, nothing of the product. */

#ifndef TESTS_MEDIA_PEER_H
#define TESTS_MEDIA_PEER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "media/media.h"

/* Every wait ends after this, and the test fails. */
enum {
    PATIENCE_MS = 60000,
    PEER_FRAME = 160,
};

/* A phone on 127.0.0.1. */
struct peer {
    int fd;        /* RTP */
    int rtcp_fd;   /* on the next port */
    uint16_t port; /* of fd; even */
    uint16_t sequence;
    uint32_t timestamp;
    uint32_t ssrc;
    uint8_t payload_type;
};

/* What a phone received. */
struct heard {
    size_t length; /* of the payload */
    uint8_t payload[1500];
    uint8_t payload_type;
    bool marker;
    uint16_t sequence;
    uint32_t timestamp;
    uint32_t ssrc;
};

void peer_open(struct peer *peer);
void peer_close(struct peer *peer);

/* Sends one packet, and goes on by one frame. */
void peer_send(struct peer *peer, uint16_t to_port, const uint8_t *payload,
               size_t length);

/* Sends one frame of a single octet. */
void peer_send_octet(struct peer *peer, uint16_t to_port, uint8_t octet);

/* Sends any bytes from the RTP or the RTCP socket. */
void peer_send_raw(int fd, uint16_t to_port, const uint8_t *bytes,
                   size_t length);

/* Waits for a packet; false when none came in time. */
bool peer_hear(struct peer *peer, struct heard *ret_heard, int within_ms);

/* Throws away what came so far. */
void peer_forget(struct peer *peer);

/* What its SDP would say: both laws, PCMU first, events as 101. */
struct media_description peer_description(const struct peer *peer);

int64_t test_now_ms(void);

/* The product's side in a test: a media with its events in a list. */
struct desk {
    struct media *media;
    struct media_event events[4096];
    size_t count;
    uint64_t tag;
};

/* Settings for tests: loopback, one thread, no quarantine, no timeout. */
struct media_settings desk_settings(void);
void desk_open(struct desk *desk, const struct media_settings *settings);
void desk_close(struct desk *desk);

/* Takes all events that wait, and waits for more up to so long when none do. */
void desk_poll(struct desk *desk, int within_ms);

/* The result of a command accepted with this return value, waited for. */
int desk_result(struct desk *desk, int accepted);

/* The next event of a type, waited for and taken off the list. */
struct media_event desk_event(struct desk *desk, enum media_event_type type,
                              struct media_stream_id stream);

/* Counts those on the list, without waiting. */
size_t desk_count(struct desk *desk, enum media_event_type type);

/* A stream connected with a peer. */
struct media_stream_id desk_stream(struct desk *desk, const struct peer *peer,
                                   uint16_t *ret_port);

/* The tag for the next command. */
#define TAG(desk) (++(desk)->tag)

#endif
