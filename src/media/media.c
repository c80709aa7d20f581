/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Main's side: the beginning, the events, the end. */

#include "media/media_inside.h"

#include <assert.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "media/address.h"

void media_settings_default(struct media_settings *ret_settings)
{
    assert(ret_settings);

    struct sockaddr_in any = { .sin_family = AF_INET };

    *ret_settings = (struct media_settings){
        .port_min = 16384,
        .port_max = 32767,
        .threads = 1,
        .max_streams = 2000,
        .rtp_timeout_ms = 60000,
        .keep_alive_ms = 5000,
        .relatch_after_ms = 5000,
        .quarantine_ms = 10000,
    };
    *(struct sockaddr_in *)(void *)&ret_settings->bind = any;
}

static bool settings_are_sound(const struct media_settings *settings)
{
    return address_length(&settings->bind) > 0 && settings->threads >= 1 &&
           settings->threads <= MEDIA_MAX_THREADS &&
           settings->max_streams >= 1 &&
           settings->max_streams <= MEDIA_MAX_STREAMS;
}

/* Life. */

static int new_outlet(struct media *media)
{
    size_t most = owed_max(media) + media->settings.max_streams + UNREAD;
    size_t capacity = 2;

    while (capacity < most)
        capacity *= 2;

    atomic_init(&media->outlet.unread, 0);
    atomic_init(&media->outlet.unannounced, false);
    media->outlet.unread_max = UNREAD;
    return mailbox_new(capacity, sizeof(struct stream_event),
                       &media->outlet.events);
}

static int media_start(struct media *media)
{
    const struct media_settings *settings = &media->settings;
    size_t streams = settings->max_streams;
    int rc = port_pool_new(settings->port_min, settings->port_max,
                           settings->quarantine_ms, &media->ports);

    if (rc == 0)
        rc = new_outlet(media);

    for (unsigned i = 0; rc == 0 && i < settings->threads; i++) {
        rc = media_thread_new(&media->outlet, settings, COMMANDS + streams + 2,
                              &media->threads[i]);
    }
    return rc;
}

/* Zeroed by calloc(), which leaves alone what is never used. */
static void new_streams(struct media *media)
{
    size_t size = media->settings.max_streams * sizeof(media->streams[0]);

    media->memory = calloc(1, size + STREAM_ALIGNED);
    if (!media->memory)
        return;

    uintptr_t address = (uintptr_t)media->memory + STREAM_ALIGNED - 1;

    media->streams = (void *)(address & ~(uintptr_t)(STREAM_ALIGNED - 1));
}

static void chain_slots(struct media *media)
{
    for (size_t i = 0; i < media->settings.max_streams; i++)
        media->slots[i].next_free = i + 1;
}

int media_new(const struct media_settings *settings, struct media **ret_media)
{
    assert(settings && ret_media);

    if (!settings_are_sound(settings))
        return -EINVAL;

    struct media *media = calloc(1, sizeof(*media));
    if (!media)
        return -ENOMEM;

    int rc = -ENOMEM;

    media->settings = *settings;
    media->slots = calloc(settings->max_streams, sizeof(media->slots[0]));
    new_streams(media);
    if (media->slots && media->streams) {
        chain_slots(media);
        rc = media_start(media);
    }
    if (rc < 0) {
        media_free(media);
        return rc;
    }

    *ret_media = media;
    return 0;
}

void media_prepare_srtp(void)
{
    cipher_prepare();
}

/* The threads are gone. */
static void abandon_streams(struct media *media)
{
    for (size_t i = 0; media->open > 0 && i < media->settings.max_streams;
         i++) {
        struct media_stream *stream = &media->streams[i];

        if (media->slots[i].state == SLOT_FREE)
            continue;
        if (stream->rtp_fd >= 0)
            close(stream->rtp_fd);
        if (stream->rtcp_fd >= 0)
            close(stream->rtcp_fd);
        sound_unref(stream->player.sound);
        media_stream_forget_keys(stream);
        media_stream_stop_record(stream, clock_boot_us());
    }
}

struct media *media_free(struct media *media)
{
    struct stream_event told;

    if (!media)
        return NULL;

    for (size_t i = 0; i < MEDIA_MAX_THREADS; i++)
        media_thread_free(media->threads[i]);
    if (media->slots && media->streams)
        abandon_streams(media);
    while (media->outlet.events && mailbox_pop(media->outlet.events, &told))
        sound_unref(told.played);

    mailbox_free(media->outlet.events);
    port_pool_free(media->ports);
    free(media->memory);
    free(media->slots);
    free(media);
    return NULL;
}

/* Events. */

int media_event_fd(const struct media *media)
{
    assert(media);

    return mailbox_fd(media->outlet.events);
}

/* The slot freed last is taken next: memory once touched is enough. */
static void free_slot(struct media *media, size_t slot)
{
    media->slots[slot].state = SLOT_FREE;
    media->slots[slot].next_free = media->first_free;
    media->first_free = slot;
    media->open--;
}

static void settle(struct media *media, const struct stream_event *told)
{
    size_t slot = told->event.stream.slot;
    struct media_stream *stream = &media->streams[slot];

    switch (told->event.type) {
    case MEDIA_ANSWER:
        media->owed--;
        break;
    case MEDIA_PLAY_ENDED:
        media->owed--;
        sound_unref(told->played);
        break;
    case MEDIA_DIGIT:
    case MEDIA_TIMEOUT:
    case MEDIA_QUIET:
        atomic_fetch_sub(&stream->unread, 1);
        atomic_fetch_sub(&media->outlet.unread, 1);
        break;
    case MEDIA_DETACHED:
        port_pool_give(media->ports, stream->port, clock_boot_us() / 1000);
        free_slot(media, slot);
        break;
    }
}

bool media_next_event(struct media *media, struct media_event *ret_event)
{
    assert(media && ret_event);

    struct stream_event told;

    if (!mailbox_pop(media->outlet.events, &told))
        return false;

    settle(media, &told);
    *ret_event = told.event;
    return true;
}

/* Questions. */

int media_stats(const struct media *media, struct media_stream_id id,
                struct media_stats *ret_stats)
{
    assert(media && ret_stats);

    if (id.generation == 0 || id.slot >= media->settings.max_streams ||
        media->streams[id.slot].id.generation != id.generation)
        return -ESTALE;

    stats_cell_read(&media->streams[id.slot].published, ret_stats);
    return 0;
}

int media_play_at(const struct media *media, struct media_stream_id id,
                  uint32_t *ret_at_ms)
{
    assert(media && ret_at_ms);

    if (id.generation == 0 || id.slot >= media->settings.max_streams ||
        media->streams[id.slot].id.generation != id.generation)
        return -ESTALE;

    *ret_at_ms = atomic_load_explicit(&media->streams[id.slot].play_at_ms,
                                      memory_order_relaxed);
    return 0;
}

size_t media_open_streams(const struct media *media)
{
    assert(media);

    return media->open;
}

int64_t media_stalled_ms(const struct media *media)
{
    assert(media);

    int64_t now_us = clock_boot_us();
    int64_t slowest_us = now_us;

    for (unsigned i = 0; i < media->settings.threads; i++) {
        int64_t turned_us = media_thread_turned_us(media->threads[i]);

        if (turned_us < slowest_us)
            slowest_us = turned_us;
    }

    return (now_us - slowest_us) / 1000;
}
