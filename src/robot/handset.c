/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One end of a call. */

#include "robot/handset.h"

#include <errno.h>

#include "media/address.h"
#include "robot/ear.h"

enum { DIGIT_MS = 100, EVENT_TYPE = 101, EVENT_CLOCK_HZ = 8000 };

/* The next id whose place is free: there is one for whoever may enter. */
static int take_place(struct room *room, struct handset *handset)
{
    for (int i = 0; i < ROOM_MAX_HANDSETS; i++) {
        uint64_t id = ++room->last_id;

        if (!room->handsets[id % ROOM_MAX_HANDSETS]) {
            room->handsets[id % ROOM_MAX_HANDSETS] = handset;
            handset->id = id;
            return 0;
        }
    }
    return -ENOSPC;
}

int handset_enter(struct handset *handset, struct room *room, unsigned voice)
{
    int rc;

    *handset = (struct handset){ .room = room };
    rc = voice_sound(voice, &handset->sound);
    if (rc < 0)
        return rc;
    rc = media_open(room->media, (struct media_stream_id){ 0 },
                    &handset->stream, &handset->port);
    if (rc < 0)
        goto out_sound;
    rc = take_place(room, handset);
    if (rc < 0)
        goto out_stream;
    return 0;

out_stream:
    (void)media_close(room->media, handset->stream, 0);
out_sound:
    handset->sound = sound_unref(handset->sound);
    return rc;
}

struct handset *handset_find(const struct room *room, uint64_t id)
{
    struct handset *handset = room->handsets[id % ROOM_MAX_HANDSETS];

    return handset && handset->id == id ? handset : NULL;
}

struct media_description handset_describe(
    const struct handset *handset, const struct sockaddr_storage *address)
{
    struct media_description description = {
        .rtp = *address,
        .formats = { { MEDIA_PCMU, 0 }, { MEDIA_PCMA, 8 } },
        .format_count = 2,
        .event_type = EVENT_TYPE,
        .event_clock_hz = EVENT_CLOCK_HZ,
        .ptime_ms = 20,
        .direction = MEDIA_BOTH_WAYS,
    };

    address_set_port(&description.rtp, handset->port);
    return description;
}

static void count(struct handset *handset, int rc)
{
    if (rc < 0)
        handset->room->tally.media_failures++;
}

void handset_connect(struct handset *handset,
                     const struct media_description *remote)
{
    struct media_description local;
    struct media_play play = { .sound = handset->sound,
                               .play_id = handset->id,
                               .loop = true };
    struct media *media = handset->room->media;

    if (leg_local(handset->leg, &local) < 0)
        local = handset_describe(handset, &remote->rtp);
    count(handset,
          media_connect(media, handset->stream, handset->id, remote, &local));
    if (handset->speaks)
        return;
    handset->speaks = true;
    count(handset, media_play(media, handset->stream, handset->id, &play));
}

void handset_press(struct handset *handset, char digit)
{
    handset->room->tally.digits_sent++;
    count(handset, media_send_digit(handset->room->media, handset->stream,
                                    handset->id, digit, DIGIT_MS));
}

void handset_later(struct handset *handset, uint32_t after_ms,
                   void (*then)(void *handset))
{
    loop_start_timer(handset->room->loop, &handset->timer,
                     (int64_t)after_ms * 1000, then, handset);
}

void handset_leave(struct handset *handset)
{
    struct room *room = handset->room;

    if (handset->id == 0)
        return;
    ear_forget(handset);
    loop_stop_timer(room->loop, &handset->timer);
    (void)media_close(room->media, handset->stream, handset->id);
    handset->sound = sound_unref(handset->sound);
    room->handsets[handset->id % ROOM_MAX_HANDSETS] = NULL;
    handset->id = 0;
    handset->leg = NULL;
}
