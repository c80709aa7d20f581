/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ears that are lent to handsets. */

#include "robot/ear.h"

#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <unistd.h>

#include "media/address.h"
#include "media/g711.h"

enum {
    EARS = 8,
    PACKET = 2048,
    HEADER = 12,
    PATIENCE_MS = 2000,
    FIRST_SKIPPED = 5, /* packets: what was on its way before the bridge */
};

struct ear {
    struct ears *ears;
    int fd;
    struct media_stream_id stream;
    struct handset *handset; /* NULL: free */
    int skipped;
    int count;
    int16_t samples[VOICE_WINDOW];
    struct wheel_timer patience;
};

struct ears {
    struct room *room;
    struct ear ear[EARS];
    struct handset *first_waiting, **last_waiting;
};

static void begin(struct ear *ear, struct handset *handset);

static void give_back(struct ear *ear)
{
    struct ears *ears = ear->ears;
    struct handset *next = ears->first_waiting;

    (void)media_unbridge(ears->room->media, ear->stream, 0);
    loop_stop_timer(ears->room->loop, &ear->patience);
    ear->handset->ear = NULL;
    ear->handset = NULL;
    if (!next)
        return;
    ears->first_waiting = next->next_listener;
    if (!ears->first_waiting)
        ears->last_waiting = &ears->first_waiting;
    next->next_listener = NULL;
    next->waits_in = NULL;
    begin(ear, next);
}

static void tell(struct ear *ear, unsigned voice)
{
    struct handset *handset = ear->handset;
    void (*heard)(struct handset *, unsigned) = handset->heard;

    handset->heard = NULL;
    give_back(ear);
    heard(handset, voice);
}

static void lose_patience(void *arg)
{
    tell(arg, 0);
}

static void begin(struct ear *ear, struct handset *handset)
{
    struct room *room = ear->ears->room;

    ear->handset = handset;
    handset->ear = ear;
    ear->skipped = ear->count = 0;
    loop_start_timer(room->loop, &ear->patience, PATIENCE_MS * 1000,
                     lose_patience, ear);
    if (media_bridge(room->media, handset->stream, ear->stream, 0) < 0)
        room->tally.media_failures++;
}

static void take_packet(struct ear *ear, const uint8_t *packet, size_t length)
{
    if (!ear->handset || length <= HEADER || (packet[1] & 0x7f) != 0)
        return;
    if (ear->skipped < FIRST_SKIPPED) {
        ear->skipped++;
        return;
    }
    for (size_t i = HEADER; i < length && ear->count < VOICE_WINDOW; i++)
        ear->samples[ear->count++] = g711_decode(MEDIA_PCMU, packet[i]);
    if (ear->count == VOICE_WINDOW) {
        unsigned voice = voice_recognise(ear->samples);

        ear->count = 0;
        if (voice)
            tell(ear, voice);
    }
}

static void readable(int fd, unsigned events, void *arg)
{
    uint8_t packet[PACKET];
    ssize_t length = recv(fd, packet, sizeof(packet), MSG_DONTWAIT);

    (void)events;
    if (length > 0)
        take_packet(arg, packet, (size_t)length);
}

/* A socket of ours on the same host as the media, and a stream to it. */
static int open_ear(struct ear *ear, struct ears *ears)
{
    struct room *room = ears->room;
    struct sockaddr_storage at = room->options->trunk;
    socklen_t length = address_length(&at);
    struct handset shape = { .room = room };
    struct media_description remote, local;
    uint16_t port;
    int rc;

    ear->ears = ears;
    address_set_port(&at, 0);
    ear->fd = socket(at.ss_family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (ear->fd < 0)
        return -errno;
    if (bind(ear->fd, (struct sockaddr *)&at, length) < 0 ||
        getsockname(ear->fd, (struct sockaddr *)&at, &length) < 0)
        return -errno;

    rc = media_open(room->media, (struct media_stream_id){ 0 }, &ear->stream,
                    &port);
    if (rc < 0)
        return rc;
    remote = handset_describe(&shape, &at);
    remote.rtp = at;
    remote.format_count = 1;
    local = remote;
    rc = media_connect(room->media, ear->stream, 0, &remote, &local);
    if (rc < 0)
        return rc;
    return loop_watch_fd(room->loop, ear->fd, LOOP_READ, readable, ear);
}

int ears_new(struct room *room, struct ears **ret_ears)
{
    struct ears *ears = calloc(1, sizeof(*ears));

    if (!ears)
        return -ENOMEM;
    ears->room = room;
    ears->last_waiting = &ears->first_waiting;
    for (int i = 0; i < EARS; i++)
        ears->ear[i].fd = -1;
    for (int i = 0; i < EARS; i++) {
        int rc = open_ear(&ears->ear[i], ears);

        if (rc < 0) {
            ears_free(ears);
            return rc;
        }
    }
    *ret_ears = ears;
    return 0;
}

struct ears *ears_free(struct ears *ears)
{
    if (!ears)
        return NULL;
    for (int i = 0; i < EARS; i++)
        if (ears->ear[i].fd >= 0) {
            loop_unwatch_fd(ears->room->loop, ears->ear[i].fd);
            loop_stop_timer(ears->room->loop, &ears->ear[i].patience);
            close(ears->ear[i].fd);
        }
    free(ears);
    return NULL;
}

void ears_listen(struct ears *ears, struct handset *handset,
                 void (*heard)(struct handset *handset, unsigned voice))
{
    handset->heard = heard;
    for (int i = 0; i < EARS; i++)
        if (!ears->ear[i].handset) {
            begin(&ears->ear[i], handset);
            return;
        }
    handset->waits_in = ears;
    *ears->last_waiting = handset;
    ears->last_waiting = &handset->next_listener;
}

static void leave_line(struct ears *ears, struct handset *handset)
{
    struct handset **at = &ears->first_waiting;

    while (*at && *at != handset)
        at = &(*at)->next_listener;
    if (!*at)
        return;
    *at = handset->next_listener;
    if (!*at)
        ears->last_waiting = at;
}

void ear_forget(struct handset *handset)
{
    handset->heard = NULL;
    if (handset->ear)
        give_back(handset->ear);
    else if (handset->waits_in)
        leave_line(handset->waits_in, handset);
    handset->waits_in = NULL;
}
