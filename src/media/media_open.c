/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a stream: a slot, two ports, a home. */

#include "media/media_inside.h"

#include <assert.h>
#include <errno.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/entropy.h"

static struct media_thread *choose_thread(struct media *media,
                                          struct media_stream_id near,
                                          size_t slot)
{
    const struct media_stream *neighbour = find_stream(media, near, SLOT_OPEN);

    if (neighbour)
        return slot_of(media, neighbour)->home;

    return media->threads[slot % media->settings.threads];
}

static uint32_t next_generation(uint32_t generation)
{
    return generation == UINT32_MAX ? 1 : generation + 1;
}

static int attach(struct media *media, struct media_stream *stream,
                  struct media_thread *home)
{
    struct media_command command = { .type = COMMAND_ATTACH, .stream = stream };
    int rc = media_thread_watch(home, stream);

    if (rc == 0)
        rc = media_thread_command(home, &command, media->settings.max_streams);
    if (rc < 0)
        media_thread_forget(home, stream);
    return rc;
}

static void take_slot(struct media *media, size_t slot,
                      struct media_thread *home)
{
    media->first_free = media->slots[slot].next_free;
    media->slots[slot].state = SLOT_OPEN;
    media->slots[slot].home = home;
    media->open++;
}

int media_open(struct media *media, struct media_stream_id near,
               struct media_stream_id *ret_id, uint16_t *ret_port)
{
    assert(media && ret_id && ret_port);

    size_t slot = media->first_free;
    int64_t now_us = clock_boot_us();
    uint32_t random[8];
    struct port_pair pair;

    if (media->open == media->settings.max_streams)
        return -ENOSPC;

    entropy_bytes(random, sizeof(random));

    int rc = port_pool_take(media->ports, &media->settings.bind, now_us / 1000,
                            &pair);
    if (rc < 0)
        return rc;

    struct media_stream *stream = &media->streams[slot];
    struct media_thread *home = choose_thread(media, near, slot);
    struct media_stream_id id = {
        .slot = (uint32_t)slot,
        .generation = next_generation(stream->id.generation),
    };

    media_stream_init(stream, id, &media->settings, &media->outlet, pair.port,
                      pair.rtp_fd, pair.rtcp_fd, random, now_us);
    rc = attach(media, stream, home);
    if (rc < 0) {
        close(pair.rtp_fd);
        close(pair.rtcp_fd);
        port_pool_give(media->ports, pair.port, now_us / 1000);
        return rc;
    }

    take_slot(media, slot, home);
    *ret_id = id;
    *ret_port = pair.port;
    return 0;
}
